"""The way out: a handbook as plain Markdown, which MkDocs, ProperDocs and Zensical build without this program."""
