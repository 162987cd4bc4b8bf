"""The rules a handbook is checked by. `registry.py` lists them."""
