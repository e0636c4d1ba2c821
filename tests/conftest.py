"""Loads the database plugin; see `tests/pgplugin.py` for the fixtures."""

pytest_plugins = ["tests.pgplugin"]
