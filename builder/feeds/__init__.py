"""The third exit: files that other programs read, beside the pages. Calendars, contact cards, open data and feeds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.feeds.calendars import calendars
from builder.feeds.cards import cards
from builder.feeds.data import data
from builder.model.handbook import Handbook
from builder.views.files import CALENDARS


@dataclass(frozen=True, slots=True)
class Published:
    """What was published before, and is continued: a number that grows must know what it was."""

    calendar: bytes | None = None


#: The published files that a new edition continues, by the field of `Published` they become.
CONTINUED: Mapping[str, str] = {"calendar": CALENDARS}


def files(handbook: Handbook, published: Published = Published()) -> dict[str, bytes]:
    """Path below the site's root -> content of every file, in the order of their paths."""
    made = calendars(handbook, published.calendar) | cards(handbook) | data(handbook)
    return dict(sorted(made.items()))
