"""The exit to a website: Material for MkDocs over the rendered pages. Only here is mkdocs imported."""
