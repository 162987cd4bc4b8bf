"""En møteplass er knyttet til roller, ikke til én person.

Rutiner som bor i hodet på én ansatt, forsvinner når den slutter. Heller ikke bør én kontakt uten
stedfortreder både kalle inn, lede og skrive.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer).

Riktig::

    services:
      - id: ppt
        contacts: [{id: leder, person: Kari Nordmann}]
    forums:
      - id: team
        place: PP-kontoret

Feil::

    services:
      - id: ppt
        contacts: [{id: leder, person: Kari Nordmann}]
    forums:
      - id: team
        place: Kontoret til Kari Nordmann
"""

from __future__ import annotations

import re

from builder.facts.membership import contact_of
from builder.facts.record_texts import any_of, texts
from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "forum-person"
SEVERITY = Severity.WARNING

_NAMED = N_("«{forum}» nevner {person}; skriv rollen i stedet, så møtet overlever at noen slutter")
_ONE = N_("«{forum}» kalles inn, ledes og skrives av «{role}» alene, uten stedfortreder")


def check(subject: Subject) -> Findings:
    """No forum names a person, and none stands on one contact without a deputy."""
    handbook = subject.handbook
    names = _names(handbook)
    for forum in handbook.forums:
        for path, text in texts(forum):
            named = names.search(text) if names else None
            if named:
                yield forum.at(*path), Message(_NAMED, forum=forum.name, person=named.group())
        alone = contact_of(handbook, forum.convener) if forum.convener and _led_by_one(forum) else None
        if alone and alone.deputy is None:
            yield forum.at("convener"), Message(_ONE, forum=forum.name, role=alone.role)


def _names(handbook: Handbook) -> re.Pattern[str] | None:
    """The full names of persons among the contacts; a single word may be anything."""
    persons = {contact.person for _, contact in handbook.contacts if contact.person}
    deputies = {contact.deputy.person for _, contact in handbook.contacts if contact.deputy and contact.deputy.person}
    full = [name for name in persons | deputies if " " in name]
    return any_of(tuple(full)) if full else None


def _led_by_one(forum: Forum) -> bool:
    return not forum.co_conveners and forum.convener == forum.chair == forum.minutes_by
