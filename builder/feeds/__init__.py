"""Files that other programs read, beside the pages: calendars, contact cards, open data and a feed of changes."""
