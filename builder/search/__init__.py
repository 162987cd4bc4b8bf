"""What the reader's search knows: one document for each thing that can be found, ready for the browser.

The browser splits compounds, matches and ranks (`templates/static/assets/search/`); here the handbook's records and
pages are made into documents.
"""

from builder.search.index import FILE, search_index

__all__ = ["FILE", "search_index"]
