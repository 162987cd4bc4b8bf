"""The glossary, by first letter."""

from __future__ import annotations

from itertools import groupby

from builder.model.glossary import GLOSSARY
from builder.model.handbook import Handbook
from builder.views import routes
from builder.views.page import Chapter, Page
from builder.views.routes import Names


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """One page with all terms."""
    title = GLOSSARY.plural
    groups = [
        {
            "letter": letter,
            "terms": [{"term": term, "see": [names.record(GLOSSARY, other) for other in term.see]} for term in found],
        }
        for letter, found in groupby(handbook.terms, key=lambda term: term.term[0].upper())
    ]
    return Chapter(title, (Page(routes.list_of(GLOSSARY), title, "glossary", {"groups": groups}),))
