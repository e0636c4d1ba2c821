"""A backup that can be trusted: one encrypted file, a key that lives elsewhere, and a fingerprint to compare with."""
