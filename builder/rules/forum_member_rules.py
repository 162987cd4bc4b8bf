"""What is expected of those who sit in a forum: what they may decide, and who comes when they cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.facts.demands import Demand, asked_for, is_asked
from builder.facts.membership import contact_of, is_required, required
from builder.facts.parts import MemberIn, forums, members
from builder.facts.record_texts import any_of, texts
from builder.i18n import N_
from builder.memoize import memoize
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.vocabulary import Mandate, Purpose
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, warning

#: Purposes that end in something to be done. Guidance and getting to know each other do not.
_DECIDING = frozenset({Purpose.CASES, Purpose.SYSTEM, Purpose.READINESS})

_NO_DECIDER = N_("ingen fast deltaker i «{forum}» kan beslutte; gi minst én som alltid er med, mandate: decide")
_NAMED = N_("«{forum}» nevner {person}; skriv rollen i stedet, så møtet overlever at noen slutter")
_ONE = N_("«{forum}» kalles inn, ledes og skrives av «{role}» alene, uten stedfortreder")


def mandated(handbook: Handbook) -> tuple[MemberIn, ...]:
    """The members of the forums that decide something; who drops in on an informal one binds nobody."""
    return tuple(member for member in members(handbook) if is_asked(member.record, Demand.MANDATE))


@warning("forum-mandate", of=mandated)
def mandate(member: MemberIn, _handbook: Handbook) -> Findings:
    """Hver deltaker i en møteplass har et mandat.

    Deltakere uten mandat må hjem og spørre, og møtet ender uten beslutning. Mandatet sier om deltakeren kan
    beslutte, anbefale eller bare informere. I et uformelt møte binder ingen tjenesten sin.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer); Høgskolen i Østfold, «Sammen og
    koordinert».

    Riktig::

        forums:
          - id: team
            members:
              - {actor: ppt.leder, mandate: decide}

    Feil::

        forums:
          - id: team
            members:
              - {actor: ppt.leder}

    Riktig::

        forums:
          - id: team
            members:
              - {actor: ppt.leder, mandate: decide}
              - {actor: skole, mandate: inform, attendance: by-need}

    Feil::

        forums:
          - id: team
            members:
              - {actor: ppt.leder, mandate: decide}
              - {actor: skole, attendance: by-need}

    Riktig::

        forums:
          - id: team
            kind: informal
            members:
              - {actor: ppt.leder}
    """
    if member.value.mandate is None:
        message = Message(
            "«{actor}» i «{forum}» har ikke mandat; skriv decide, recommend eller inform under mandate",
            actor=member.value.actor,
            forum=member.record.name,
        )
        yield Finding(member.at(), message)


def deciding_forums(handbook: Handbook) -> tuple[Forum, ...]:
    """The forums that end in something to be done, and say who comes; a fixed member without mandate is told above."""
    return tuple(
        forum
        for forum in asked_for(Demand.DECIDER)(handbook)
        if forum.members
        and not _DECIDING.isdisjoint(forum.purposes)
        and all(member.mandate is not None for member in required(forum))
    )


@warning("forum-decider", of=deciding_forums)
def decider(forum: Forum, _handbook: Handbook) -> Findings:
    """I et møte om enkeltsaker eller system kan minst én fast deltaker beslutte.

    Kan ingen i rommet binde tjenesten sin, blir møtet et referat av hva andre kanskje vil gjøre. En som bare kommer
    ved behov, er ikke i rommet når det skal avgjøres.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Ledelsens ansvar); masteroppgave om tverrfaglig samarbeid i
    rusbehandling, kapittel 4.2.3 (Samarbeid om beslutninger).

    Riktig::

        forums:
          - id: team
            purposes: [cases]
            modes: [anonymised]
            members:
              - {actor: ppt.leder, mandate: decide}

    Feil::

        forums:
          - id: team
            purposes: [cases]
            members:
              - {actor: ppt.leder, mandate: inform}

    Riktig::

        forums:
          - id: team
            purposes: [trust]
            members:
              - {actor: ppt.leder, mandate: inform}

    Feil::

        forums:
          - id: team
            purposes: [cases]
            members:
              - {actor: ppt.leder, mandate: recommend}
              - {actor: skole.rektor, mandate: decide, attendance: by-need}
    """
    if not any(member.mandate is Mandate.DECIDE for member in required(forum)):
        yield Finding(forum.at("members"), Message(_NO_DECIDER, forum=forum.name))


def single_members(handbook: Handbook) -> Iterator[MemberIn]:
    """The fixed members that are one contact; of a service somebody else may come."""
    for member in members(handbook):
        if not is_asked(member.record, Demand.DEPUTY):
            continue
        if is_required(member.value) and contact_of(handbook, member.value.actor) is not None:
            yield member


@warning("forum-deputy", of=single_members)
def deputy(member: MemberIn, handbook: Handbook) -> Findings:
    """En fast deltaker har vara.

    Uten vara faller tjenesten ut av møtet hver gang den ansatte er syk eller slutter, og møtet blir avlyst
    eller uten virkning.

    Kilde: NOVA-rapport 18/2011, kapittel 4 (Formalisering av møter og samhandling); Høgskolen i Østfold,
    «Sammen og koordinert».

    Riktig::

        forums:
          - id: team
            members:
              - {actor: skole.rektor, mandate: decide, deputy: Inspektør}

    Feil::

        services:
          - id: skole
            contacts: [{id: rektor, deputy: null}]
        forums:
          - id: team
            members:
              - {actor: skole.rektor, mandate: decide}

    Riktig::

        services:
          - id: skole
            contacts: [{id: rektor, deputy: null}]
        forums:
          - id: team
            members:
              - {actor: skole.rektor, mandate: decide, attendance: by-need}

    Feil::

        services:
          - id: ppt
            contacts: [{id: leder, deputy: null}]
        forums:
          - id: team
            members:
              - {actor: skole, mandate: recommend}
              - {actor: ppt.leder, mandate: inform, attendance: required}
    """
    contact = contact_of(handbook, member.value.actor)
    if not member.value.deputy and contact is not None and contact.deputy is None:
        message = Message(
            "«{actor}» er fast deltaker i «{forum}» uten vara; skriv hvem som møter i stedet under deputy",
            actor=member.value.actor,
            forum=member.record.name,
        )
        yield Finding(member.at(), message)


@memoize
def _names(handbook: Handbook) -> re.Pattern[str] | None:
    """The full names of persons among the contacts; a single word may be anything."""
    persons = {contact.person for _, contact in handbook.contacts if contact.person}
    deputies = {contact.deputy.person for _, contact in handbook.contacts if contact.deputy and contact.deputy.person}
    full = [name for name in persons | deputies if " " in name]
    return any_of(tuple(full)) if full else None


def _is_run_by_one(forum: Forum) -> bool:
    return not forum.co_conveners and forum.convener == forum.chair == forum.minutes_by


@warning("forum-person", of=forums)
def person(forum: Forum, handbook: Handbook) -> Findings:
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

    Riktig::

        services:
          - id: ppt
            contacts: [{id: leder, deputy: null}]
        forums:
          - id: team
            convener: ppt.leder
            chair: skole.rektor
            minutes_by: ppt.leder

    Feil::

        services:
          - id: ppt
            contacts: [{id: leder, deputy: null}]
        forums:
          - id: team
            convener: ppt.leder
            chair: ppt.leder
            minutes_by: ppt.leder
    """
    names = _names(handbook)
    for path, text in texts(forum):
        named = names.search(text) if names else None
        if named:
            yield Finding(forum.at(*path), Message(_NAMED, forum=forum.name, person=named.group()), Lack.WRONG)
    alone = contact_of(handbook, forum.convener) if forum.convener and _is_run_by_one(forum) else None
    if alone and alone.deputy is None:
        yield Finding(forum.at("convener"), Message(_ONE, forum=forum.name, role=alone.role))


EXPECTATIONS = (mandate, decider, deputy, person)
