"""A Handbook to prints of their own: what is on each. How they look is decided in `templates/print/`."""
