"""The commands around backups: make the key, put away, put back."""
