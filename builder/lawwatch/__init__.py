"""Compares the register of law with a public collection of Norwegian law, one Markdown file an act."""
