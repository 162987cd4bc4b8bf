"""What is approved: by an edition of the whole handbook, or a text by itself; and what has been changed since.

A text is known by the digest of what it says. The numbers of contacts, when something was checked, and who looks after
it are no part of that: they are kept true every day, and are not what was approved.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from typing import Any

from builder.memoize import memoize
from builder.model.approved_edition import EDITIONS, EditionStatus, HandbookEdition
from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.kind import UPKEEP
from builder.model.kinds import kind_of
from builder.model.maintained import Maintained
from builder.model.service import CONTACTS

_LENGTH = 12
#: Beside what only editors follow: whom to call.
_NOT_APPROVED = UPKEEP | {CONTACTS.name}


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved a text, and when; the edition it was in, where it was not approved by itself."""

    by: str
    date: dt.date
    edition: HandbookEdition | None = None


def approved_edition(handbook: Handbook) -> HandbookEdition | None:
    """The newest edition that is approved, and not superseded."""
    return next((one for one in handbook.of(EDITIONS) if one.status is EditionStatus.APPROVED), None)


def editions_approved(handbook: Handbook) -> tuple[HandbookEdition, ...]:
    """Every edition that somebody has approved, the oldest first, also those that are superseded."""
    found = (one for one in handbook.of(EDITIONS) if one.date and one.status is not EditionStatus.DRAFT)
    return tuple(sorted(found, key=lambda one: (one.date or dt.date.min, one.version)))


def first_approved(handbook: Handbook) -> dt.date | None:
    """The day the handbook was approved for the first time; None where nobody has."""
    days = (*(one.date for one in editions_approved(handbook)), handbook.municipality.approved)
    return min((day for day in days if day), default=None)


def text_name(record: Record) -> str:
    """What a text is called in an edition."""
    return f"{kind_of(record).name}:{record.id}"


@memoize
def digest(record: Record) -> str:
    """Stands for what a record says. Fields that are left out, also those of a later model, change nothing."""
    said: dict[str, Any] = record.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, exclude=set(_NOT_APPROVED), warnings=False
    )
    text = json.dumps(said, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def digests(handbook: Handbook) -> dict[str, str]:
    """The digest of each text that can be approved, by its name: all that readers act on."""
    return {text_name(record): digest(record) for record in maintained(handbook)}


@memoize
def maintained(handbook: Handbook) -> tuple[Maintained, ...]:
    """Every text that somebody answers for."""
    return tuple(record for _, record in handbook.everything() if isinstance(record, Maintained))


def approval(handbook: Handbook, record: Maintained) -> Approval | None:
    """Who approved a text as it stands: it is as in the edition, or has been approved by itself since."""
    edition = approved_edition(handbook)
    if edition and edition.by and edition.date and edition.digests.get(text_name(record)) == digest(record):
        return Approval(edition.by, edition.date, edition)
    alone = _alone(record)
    if edition and edition.date and alone and alone.date <= edition.date and _changed(edition, record):
        return None  # what was approved before the edition is not what stands here now
    return alone


def _alone(record: Maintained) -> Approval | None:
    if record.approved is None or record.approved_by is None:
        return None
    return Approval(record.approved_by, record.approved)


def _changed(edition: HandbookEdition, record: Maintained) -> bool:
    return edition.digests.get(text_name(record)) != digest(record)


def is_draft(handbook: Handbook, record: Maintained) -> bool:
    """Whether a text is new or changed since an edition was approved, and nobody has approved it since."""
    return approved_edition(handbook) is not None and approval(handbook, record) is None


def drafts(handbook: Handbook) -> tuple[Maintained, ...]:
    """The texts that are new or changed since the edition was approved."""
    return tuple(record for record in maintained(handbook) if is_draft(handbook, record))


def gone(handbook: Handbook) -> tuple[str, ...]:
    """The names of the texts that were approved, and have been taken out since."""
    edition = approved_edition(handbook)
    now = {text_name(record) for record in maintained(handbook)}
    return tuple(name for name in edition.digests if name not in now) if edition else ()
