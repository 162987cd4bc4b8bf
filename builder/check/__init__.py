"""Validates loaded declarations into a checked Handbook. `checker.py` is where to begin."""
