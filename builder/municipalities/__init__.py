"""The municipalities of Norway, today's and those that were: names, numbers, counties and written standards."""
