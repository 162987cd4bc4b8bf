"""JSON Schema made from the records: of each kind of file for editors, and of the published data."""
