"""Template libraries: `opmaak` (filters) and `onderdelen` (parts of a screen)."""
