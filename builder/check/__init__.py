"""Loaded declarations to a checked Handbook. `checker.py` is where to begin."""
