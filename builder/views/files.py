"""Where the files lie that other exits write beside the pages: the one table of their addresses.

Paths are below the site's root. A template asks `file(path)` and gets no address where an exit was not run.
"""

from __future__ import annotations

CALENDARS = "kalender/alle.ics"
CONTACTS = "kontakter/alle.vcf"


def calendar(forum_id: str) -> str:
    """The calendar of one forum."""
    return f"kalender/{forum_id}.ics"


def contact(reference: str) -> str:
    """The card of one contact, written `service.contact`."""
    return f"kontakter/{reference}.vcf"
