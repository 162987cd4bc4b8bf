"""What has to be done to keep a handbook true: what is stale, vacant, past review or a draft, or is about to be.

One list for the command, the page and the print; what makes each due is asked where the rules ask it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from builder.facts.approvals import approved_edition, drafts, maintained
from builder.facts.due import contact_due
from builder.facts.parts import contacts
from builder.facts.upkeep import is_demonstration
from builder.facts.verification import date_moved
from builder.i18n import N_
from builder.load.shared import PREFIX
from builder.model.actor import Actor
from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.municipality import ROLES
from builder.model.service import Contact, Service, contact_name
from builder.model.vocabulary import Labelled

#: A round looks so far ahead.
ROUND = dt.timedelta(days=90)


class Duty(Labelled):
    """What is to be done."""

    VERIFY = "verify", N_("Kontroller kontakten")
    DATE_MOVED = "date-moved", N_("Bare datoen er flyttet")
    VACANT = "vacant", N_("Ubesatt rolle")
    REVIEW = "review", N_("Gå gjennom teksten")
    APPROVE = "approve", N_("Godkjenn")
    RENEW = "renew", N_("Forny eller avslutt")
    ACCEPTED = "accepted", N_("Godtatt funn går ut")


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do with a record or a contact in it, and who sees to it. `due` is the day; None is at once."""

    duty: Duty
    record: Record
    owner: str
    due: dt.date | None = None
    contact: Contact | None = None

    @property
    def name(self) -> str:
        """What it is done with."""
        if self.contact is not None:
            assert isinstance(self.record, Service)
            return contact_name(self.record, self.contact)
        return self.record.label

    @property
    def reference(self) -> str:
        """A contact written `service.contact`, and a record by its id."""
        return Actor.of(self.record.id, self.contact.id) if self.contact else self.record.id

    def late(self, today: dt.date) -> bool:
        """Whether it should have been done."""
        return self.due is None or self.due < today


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom to ask, and how they are reached."""

    name: str
    phone: str | None = None
    email: str | None = None


def tasks(handbook: Handbook, within: dt.timedelta = ROUND) -> tuple[Task, ...]:
    """What is due, or will be within a time: what should be done already first."""
    last = handbook.today + within
    found = (*_contacts(handbook), *_texts(handbook), *_approvals(handbook), *_ending(handbook))
    soon = [task for task in found if task.due is None or task.due <= last]
    return tuple(sorted(soon, key=lambda task: (task.due or dt.date.min, task.duty.value, task.reference)))


def _contacts(handbook: Handbook) -> Iterator[Task]:
    for one in contacts(handbook):
        owner = one.record.owner or ""
        due = contact_due(handbook, one.value)
        if one.value.vacant:
            yield Task(Duty.VACANT, one.record, owner, None, one.value)
        if date_moved(handbook, one):
            yield Task(Duty.DATE_MOVED, one.record, owner, None, one.value)
        else:
            yield Task(Duty.VERIFY, one.record, owner, due, one.value)


def _texts(handbook: Handbook) -> Iterator[Task]:
    """The reviews. Texts of the library that is shipped are gone through by those who keep it."""
    for record in maintained(handbook):
        if not record.at("id").path.startswith(PREFIX):
            yield Task(Duty.REVIEW, record, record.owner or "", record.next_review)
    yield Task(Duty.REVIEW, handbook.municipality, "", handbook.municipality.next_review)


def _approvals(handbook: Handbook) -> Iterator[Task]:
    """The drafts; the handbook as a whole where no edition is approved. In a demonstration nothing can be."""
    if is_demonstration(handbook):
        return
    if approved_edition(handbook) is None:
        yield Task(Duty.APPROVE, handbook.municipality, "")
    for record in drafts(handbook):
        yield Task(Duty.APPROVE, record, record.owner or "")


def _ending(handbook: Handbook) -> Iterator[Task]:
    for plan in handbook.plans:
        if plan.valid_to:
            yield Task(Duty.RENEW, plan, plan.owner or "", plan.valid_to)
    for acceptance in handbook.accepted:
        yield Task(Duty.ACCEPTED, acceptance, "", acceptance.until)


def owner_name(handbook: Handbook, owner: str) -> str:
    """What a reader calls the owner; where a record has none, it is the handbook's."""
    return handbook.called(owner) if owner else handbook.municipality.owner


def asked(handbook: Handbook, task: Task) -> Asked:
    """Whom to ask: who answers for the contact, or the owner; the editors where neither can be reached."""
    for found in _candidates(handbook, task):
        if found.phone or found.email:
            return found
    editors = handbook.municipality.editors
    return Asked(editors.role, editors.phone, editors.email)


def _candidates(handbook: Handbook, task: Task) -> Iterator[Asked]:
    if task.contact and task.duty in {Duty.VERIFY, Duty.DATE_MOVED}:
        yield from _of_contact(task.name, task.contact)
    for reference in _holders(handbook, task.owner):
        found = handbook.contact(reference)
        if found and found[1] is not task.contact:
            yield from _of_contact(contact_name(*found), found[1])


def _of_contact(name: str, contact: Contact) -> Iterator[Asked]:
    if not contact.vacant:
        yield Asked(name, contact.phone, contact.email)
    if contact.deputy:
        yield Asked(contact.deputy.role, contact.deputy.phone, contact.deputy.email)


def _holders(handbook: Handbook, owner: str) -> tuple[str, ...]:
    role = handbook.find(ROLES, owner)
    return role.held_by if role else (owner,) if owner else ()
