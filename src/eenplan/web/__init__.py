"""Screens only: templates, their parts, and one package per family of screens."""
