"""What the portal knows of a handbook: a small file that each publishes beside its pages."""

from __future__ import annotations

import json

from builder.model.handbook import Handbook
from builder.views.succession import successors


def card(handbook: Handbook, book: str | None) -> bytes:
    """The content of the file; `book` is the name of the PDF when there is one."""
    municipality = handbook.municipality
    said = {
        "slug": municipality.id,
        "name": municipality.name,
        "title": municipality.title,
        "motto": municipality.motto,
        "internal": not handbook.is_public,
        "demonstration": municipality.demonstration is not None,
        "book": book,
        # From the folder that the handbooks are published in, where the portal is.
        "ended": [
            {"name": one.name, "address": (one.address or "").removeprefix("../")}
            for one in successors(municipality, handbook.today)
            if one.ended
        ],
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()
