"""Pages to text: the only user of `templates/`."""
