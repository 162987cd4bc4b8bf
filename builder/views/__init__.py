"""A Handbook to pages: what is on each, in which order. No output is made here; `chapters.py` is where to begin."""
