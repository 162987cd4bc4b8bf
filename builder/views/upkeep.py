"""Who stands behind a page, in a line at its foot; and the mark at its top when its review is overdue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.facts import approvals
from builder.facts.upkeep import is_demonstration, overdue
from builder.i18n import N_
from builder.memoize import memoize
from builder.model.handbook import Handbook
from builder.model.kinds import kind_of
from builder.model.maintained import Maintained
from builder.problem import Message
from builder.views.page import Link, Place
from builder.views.routes import Names, place_of

_DRAFT = N_("Utkast. Ny eller endret etter at utgave {version} ble godkjent {date}.")


@dataclass(frozen=True, slots=True)
class Behind:
    """Who answers for a text and what is known of it since; `marks` when it is not to be trusted as it is."""

    owner: Link | None
    said: tuple[Message, ...]
    marks: tuple[Message, ...]


def behind(names: Names, record: Maintained) -> Behind:
    """Who stands behind one record."""
    handbook = names.handbook
    late = overdue(record, handbook.today)
    return Behind(
        names.actor(record.owner) if record.owner else None,
        (*_together(record), *(() if handbook.is_public else (approval(handbook, record), *_reviews(record, late)))),
        tuple(_marks(handbook, record, late)),
    )


def draft_mark(names: Names, place: Place) -> Message | None:
    """That what a print is of is a draft; None where it is approved, or no text that is approved."""
    return _drafts(names.handbook).get(place)


@memoize
def _drafts(handbook: Handbook) -> Mapping[Place, Message]:
    edition = approvals.approved_edition(handbook)
    if edition is None:
        return {}
    message = Message(_DRAFT, version=edition.version, date=edition.date)
    return {place_of(kind_of(record), record.id): message for record in approvals.drafts(handbook)}


def _marks(handbook: Handbook, record: Maintained, late: dt.date | None) -> Iterator[Message]:
    draft = _drafts(handbook).get(place_of(kind_of(record), record.id))
    if draft and approvals.is_draft(handbook, record):
        yield draft
    if late:
        yield Message("Skulle vært gjennomgått innen {date}. Spør eieren før du stoler på den.", date=late)


def approval(handbook: Handbook, record: Maintained) -> Message:
    """Whether a text is approved. In a demonstration none is, whatever its data claims."""
    if is_demonstration(handbook):
        return Message("Ikke godkjent – demonstrasjon")
    found = approvals.approval(handbook, record)
    if found is None:
        return Message("Utkast, ikke godkjent") if approvals.is_draft(handbook, record) else Message("Ikke godkjent")
    if found.edition:
        version = found.edition.version
        return Message("Godkjent {date} av {who}, utgave {version}", date=found.date, who=found.by, version=version)
    return Message("Godkjent {date} av {who}", date=record.approved, who=record.approved_by)


def _together(record: Maintained) -> Iterator[Message]:
    if record.made_with:
        yield Message("Laget sammen med {names}", names=", ".join(record.made_with))


def _reviews(record: Maintained, late: dt.date | None) -> Iterator[Message]:
    if late:
        yield Message("Skulle vært gjennomgått innen {date}", date=late)
    elif record.next_review:
        yield Message("Skal gjennomgås innen {date}", date=record.next_review)
    if record.legal_review:
        read = record.legal_review
        yield Message("Holdt opp mot loven {date} av {who}: {how}", date=read.date, who=read.by, how=read.how)
