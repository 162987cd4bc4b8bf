"""The third exit: files that other programs read, beside the pages. Calendars, contact cards, open data and feeds."""

from __future__ import annotations

from builder.edition.edition import Edition
from builder.feeds.calendars import calendars
from builder.feeds.cards import cards
from builder.feeds.codes import codes
from builder.feeds.compared import comparison
from builder.feeds.data import data
from builder.feeds.news import news
from builder.feeds.public_services import public_services
from builder.feeds.service_directory import service_directory
from builder.problem import Tell, silently


def files(edition: Edition, calendar: bytes | None = None, tell: Tell = silently) -> dict[str, bytes]:
    """Path below the site's root -> content of every file, in the order of their paths.

    `calendar` is the calendar of all forums as it was published before: the numbers of its events are continued.
    `tell` is told where it cannot be read.
    """
    made = calendars(edition, calendar, tell)
    for exported in (news, cards, codes, data, comparison, service_directory, public_services):
        made |= exported(edition)
    return dict(sorted(made.items()))
