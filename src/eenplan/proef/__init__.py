"""Proof of scale: a synthetic municipality, poured from dossiers that walked the real use cases."""
