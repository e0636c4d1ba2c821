"""Screens about the arrangement itself, for policy advisers and for everybody. No personal data."""
