"""Who stands behind a text, worked out once: for the check, the pages, the prints and the answers."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from builder.model.handbook import Handbook


class Reviewed(Protocol):
    """What is to be gone through by a day: a text, or the handbook itself."""

    @property
    def next_review(self) -> dt.date | None: ...


def overdue(record: Reviewed, today: dt.date) -> dt.date | None:
    """The day by which a text should have been gone through, when that day has passed. The day itself is in time."""
    review = record.next_review
    return review if review is not None and review < today else None


def is_demonstration(handbook: Handbook) -> bool:
    """Whether a handbook shows what one could be, so that nobody has approved anything in it or held its meetings."""
    return handbook.municipality.demonstration is not None


def is_in_use(handbook: Handbook) -> bool:
    """Whether readers may act on a handbook: it is no demonstration, and no longer a draft."""
    return not is_demonstration(handbook) and handbook.municipality.draft is None
