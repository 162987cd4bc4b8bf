"""Who stands behind a page, in a line at its foot; and the mark at its top when its review is overdue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from builder.facts.upkeep import is_approved, is_demonstration, overdue
from builder.model.handbook import Handbook
from builder.model.maintained import Maintained
from builder.problem import Message
from builder.views.page import Link
from builder.views.routes import Names


@dataclass(frozen=True, slots=True)
class Behind:
    """Who answers for a text and what is known of it since; `mark` when it is not to be trusted as it is."""

    owner: Link | None
    said: tuple[Message, ...]
    mark: Message | None


def behind(names: Names, record: Maintained) -> Behind:
    """Who stands behind one record."""
    handbook = names.handbook
    late = overdue(record, handbook.today)
    return Behind(
        names.actor(record.owner) if record.owner else None,
        (approval(handbook, record), *_reviews(record, late)),
        Message("Skulle vært gjennomgått innen {date}. Spør eieren før du stoler på den.", date=late) if late else None,
    )


def approval(handbook: Handbook, record: Maintained) -> Message:
    """Whether a text is approved. In a demonstration none is, whatever its data claims."""
    if is_demonstration(handbook):
        return Message("Ikke godkjent – demonstrasjon")
    if not is_approved(record):
        return Message("Ikke godkjent")
    return Message("Godkjent {date} av {who}", date=record.approved, who=record.approved_by)


def _reviews(record: Maintained, late: dt.date | None) -> Iterator[Message]:
    if late:
        yield Message("Skulle vært gjennomgått innen {date}", date=late)
    elif record.next_review:
        yield Message("Skal gjennomgås innen {date}", date=record.next_review)
    if record.legal_review:
        read = record.legal_review
        yield Message("Holdt opp mot loven {date} av {who}: {how}", date=read.date, who=read.by, how=read.how)
