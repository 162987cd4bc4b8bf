"""Forms for editors who would rather not see YAML: Sveltia CMS, with fields that follow from the records."""
