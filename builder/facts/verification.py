"""Whether a verification says that somebody looked, or only that a date was moved."""

from __future__ import annotations

import datetime as dt
import re

from builder.facts.parts import ContactIn
from builder.model.actor import Actor
from builder.model.base import Verified
from builder.model.handbook import Handbook

#: Words that say that something was verified, and not how.
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """
        sjekket sjekka sjekk kontrollert kontrollerte kontroll kontrollen verifisert verifisera oppdatert oppdatere
        gjennomgått gjennomgang gått gjennom ok okei greit grei stemmer stemmar riktig rett fortsatt ja ingen ukjent
        vet ikke aldri dato ny nytt nå i dag den er og på alt alle kontakt kontakten kontaktene nummer nummeret
        opplysning opplysninger opplysningene checked verified done yes
        """,
    )
)
_WORD = re.compile(r"\w+")


def says_how(how: str) -> bool:
    """Whether a text tells how something was verified: «ringte nummeret», and not «sjekket» or «OK»."""
    return any(word not in _EMPTY and not word.isdigit() for word in _WORD.findall(how.casefold()))


def only_the_date(earlier: Verified, now: Verified) -> bool:
    """Whether the date is a later one while who did it, and how, stand as they were."""
    return now.date > earlier.date and _said(now) == _said(earlier)


def date_moved(handbook: Handbook, contact: ContactIn) -> dt.date | None:
    """The day a contact was verified before, when nothing but the date is another since; None where it is not known."""
    now = contact.value.verified
    before = handbook.earlier_checks.get(Actor.of(contact.record.id, contact.value.id))
    return before.date if now and before and only_the_date(before, now) else None


def _said(verified: Verified) -> tuple[str, ...]:
    return tuple(" ".join(text.casefold().split()) for text in (verified.by, verified.how))
