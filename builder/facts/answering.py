"""Who answers for a contact: itself, or its deputy while nobody has the role, it is away, or has no number.

Worked out here alone: pages, prints, cards and search results only show it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from builder.facts.parts import is_without_number
from builder.model.service import Contact, Deputy, Service


class StandsIn(StrEnum):
    """Why the deputy is the one to ring."""

    VACANT = "vacant"
    AWAY = "away"
    NO_NUMBER = "no-number"


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody to ring, and how."""

    role: str
    person: str | None
    phone: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class Answering:
    """Who is rung for a contact, why it is the deputy where it is, and whom to ring if nobody answers.

    `away` is also true of one who has nobody in their place.
    """

    contact: Contact
    first: Reached
    stands_in: StandsIn | None
    otherwise: Reached | None
    away: bool

    @property
    def unheld(self) -> bool:
        """Whether nobody has the role, and nobody answers in their place."""
        return self.contact.vacant and self.contact.deputy is None


def answering(contact: Contact, today: dt.date) -> Answering:
    """Who answers for a contact on a day."""
    own = Reached(contact.role, contact.person, contact.phone, contact.email)
    deputy = contact.deputy
    why = stands_in(contact, today)
    if deputy is None or why is None:
        return Answering(contact, own, None, _reached(deputy) if deputy else None, is_away(contact, today))
    # A role keeps its number while somebody else answers it.
    first = Reached(deputy.role, deputy.person, deputy.phone or contact.phone, deputy.email or contact.email)
    return Answering(contact, first, why, None, is_away(contact, today))


def stands_in(contact: Contact, today: dt.date) -> StandsIn | None:
    """Why a deputy is rung and not the contact; None where there is no deputy, or no reason."""
    if contact.deputy is None:
        return None
    if contact.vacant:
        return StandsIn.VACANT
    if is_away(contact, today):
        return StandsIn.AWAY
    return StandsIn.NO_NUMBER if contact.phone is None and contact.deputy.phone else None


def is_away(contact: Contact, today: dt.date) -> bool:
    """Whether the contact is away on a day."""
    return contact.away_until is not None and today <= contact.away_until


def first_to_ring(service: Service, today: dt.date) -> Answering | None:
    """Whom to ring in a service: the first who has a telephone; else the first whose number is still to be written."""
    found = [answering(contact, today) for contact in service.contacts]
    ringing = sorted((one for one in found if one.first.phone), key=lambda one: one.unheld)
    unwritten = (one for one in found if is_without_number(one.contact))
    return next(iter((*ringing, *unwritten)), None)


def _reached(deputy: Deputy) -> Reached:
    return Reached(deputy.role, deputy.person, deputy.phone, deputy.email)
