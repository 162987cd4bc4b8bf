"""The tables a leader asks for: contacts, vacancies, meetings and their pulse, load, plans and accepted findings."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from builder.facts.encounters import Partners, partners
from builder.facts.meetings import Load, loads
from builder.facts.parts import ContactIn, contacts
from builder.model.acceptance import Acceptance
from builder.model.collation import alphabetical
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.plan import Plan
from builder.model.service import Contact, Service
from builder.selfcheck.cancelling import Absent, ForumPulse, absent, forum_pulses


@dataclass(frozen=True, slots=True)
class Overview:
    """All the tables, each in the order it is shown."""

    contacts: tuple[tuple[Service, Contact], ...]
    vacancies: tuple[ContactIn, ...]
    forums: tuple[Forum, ...]
    pulses: tuple[ForumPulse, ...]
    absent: tuple[Absent, ...]
    loads: tuple[Load, ...]
    partners: tuple[Partners, ...]
    plans: tuple[Plan, ...]
    accepted: tuple[Acceptance, ...]


def overview(handbook: Handbook) -> Overview:
    """The tables: oldest contact first, heaviest load first, first plan to end first."""
    return Overview(
        contacts=tuple(sorted(handbook.contacts, key=lambda pair: _verified(pair[1]))),
        vacancies=tuple(one for one in contacts(handbook) if one.value.vacant),
        forums=handbook.forums,
        pulses=forum_pulses(handbook),
        absent=absent(handbook),
        loads=loads(handbook),
        partners=partners(handbook),
        plans=tuple(sorted(handbook.plans, key=lambda plan: (plan.valid_to or dt.date.max, alphabetical(plan.title)))),
        accepted=handbook.accepted,
    )


def _verified(contact: Contact) -> dt.date:
    return contact.verified.date if contact.verified else dt.date.min
