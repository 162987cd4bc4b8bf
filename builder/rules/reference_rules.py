"""What is expected of names: that what is named is there, once, and that what is written to be named is."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TypeAlias

from builder.facts.parts import Within
from builder.facts.record_texts import linked
from builder.i18n import N_
from builder.load.shared import is_shared
from builder.model.base import Part, Record
from builder.model.description import described, group_in
from builder.model.form import FORMS, Form
from builder.model.handbook import Handbook, Reference
from builder.model.kinds import KINDS
from builder.model.municipality import ROLES, Role
from builder.model.register import LawRegister
from builder.model.vocabulary import FormKind
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, Scope, advice, error
from builder.rules.findings import is_whole
from builder.rules.unknown_names import unknown

ReferenceIn: TypeAlias = Within[Record, Reference]
PartsIn: TypeAlias = Within[Record, tuple[Part, ...]]

_USED_BEFORE = N_("id-en «{id}» er brukt før i denne lista")
_UNUSED_FORM = N_("ingen rutine, møte eller regel viser til skjemaet «{form}»")
_UNUSED_ROLE = N_("rollen «{role}» har ingen oppgaver i håndboka")


def unfound(handbook: Handbook) -> Iterator[ReferenceIn]:
    """Every place where a record names another that is not there."""
    return (Within(one.source, one.path, one) for one in handbook.references if one.kind is None)


@error("unknown-reference", of=unfound)
def known(reference: ReferenceIn, handbook: Handbook) -> Findings:
    """Det en post viser til, må finnes.

    En lenke som ikke fører noe sted, sender den som har det travelt på villspor. Vanligste årsak er en
    skrivefeil eller en post som har fått nytt navn.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        services:
          - id: ppt
            works_with: [skole]

    Feil::

        services:
          - id: ppt
            works_with: [skule]

    Riktig::

        forums:
          - id: team
            chair: ansatt
            members: [{actor: skole.rektor, mandate: inform}, {actor: ppt, mandate: inform}]

    Feil::

        forums:
          - id: team
            chair: rektor

    Feil::

        pathways:
          - id: uenighet
            acute_exit: akut
            steps: [{id: mote, participants: [skole.inspektor], forms: [meldeplikt]}]
    """
    message, missing = unknown(reference.value, handbook)
    yield Finding(reference.at(), message, Lack.WRONG, follows=missing)


def lists_of_parts(record: Record) -> Iterator[PartsIn]:
    """The lists in a record of parts with ids, such as the contacts of a service."""
    for name in _lists_with_ids(type(record)):
        value = getattr(record, name)
        if isinstance(value, tuple) and value:
            yield Within(record, (name,), value)


@functools.cache
def _lists_with_ids(record: type[Record]) -> tuple[str, ...]:
    inner = zip(record.model_fields, (group_in(field.value) for field in described(record)), strict=True)
    return tuple(name for name, part in inner if part is not None and "id" in part.model_fields)


@error("duplicate-part", of=lists_of_parts, scope=Scope.RECORD)
def once(parts: PartsIn, _law: LawRegister) -> Findings:
    """To kontakter i en tjeneste, eller to steg i et forløp, kan ikke ha samme id.

    Andre poster viser til kontakten eller steget med id-en. Er to like, er det tilfeldig hvem leseren
    kommer til.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        services:
          - id: ppt
            contacts:
              - {id: leder, role: Leder}
              - {id: radgiver, role: Rådgiver}

    Feil::

        services:
          - id: ppt2
            name: Den andre PP-tjenesten
            category: ppt
            government: municipality
            summary: Har to kontakter med samme id.
            contacts:
              - {id: leder, role: Leder}
              - {id: leder, role: Rådgiver}

    Riktig::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, transitions: [{when: Ikke enige, step: snakk}]}
              - {id: snakk, title: Snakk en gang til, responsible: skole.rektor, ends: true}

    Feil::

        pathways:
          - id: tvist
            title: Vi er uenige om pengene
            summary: Har to steg med samme id.
            steps:
              - {id: mote, title: Møt hverandre, responsible: skole.rektor, ends: true}
              - {id: leder, title: Spør lederen, responsible: skole.rektor, ends: true}
              - {id: mote, title: Møt hverandre igjen, responsible: skole.rektor, ends: true}
    """
    seen: set[str] = set()
    for number, part in enumerate(parts.value):
        part_id = getattr(part, "id", None)
        if part_id in seen:
            yield Finding(parts.at(number, "id"), Message(_USED_BEFORE, id=part_id), Lack.WRONG)
        elif part_id is not None:
            seen.add(part_id)


def forms(handbook: Handbook) -> tuple[Form, ...]:
    """Every form, where all that may name one could be read."""
    return handbook.forms if is_whole(handbook, *KINDS.values()) else ()


@advice("unused-form", of=forms)
def used_form(form: Form, handbook: Handbook) -> Findings:
    """Hvert skjema er brukt i et forløp, en møteplass eller en regel.

    Et skjema som ingen rutine viser til, blir ikke fylt ut, eller blir fylt ut i utide. Enten mangler lenken,
    eller så kan skjemaet tas bort.

    Kilde: håndbokas egen sammenheng; NOVA-rapport 18/2011, kapittel 10 (Verktøy).

    Riktig::

        forms:
          - {id: referat, title: Referat, kind: minutes, purpose: Etter hvert møte.}
        forums:
          - id: team
            forms: [referat]

    Feil::

        forms:
          - {id: referat, title: Referat, kind: minutes, purpose: Etter hvert møte.}

    Riktig::

        forms:
          - {id: referat, title: Referat, kind: minutes, purpose: Etter hvert møte.}
        services:
          - id: ppt
            note: Skriv i [referatet](forms:referat).

    Riktig::

        forms:
          - {id: referat, title: Referat, kind: minutes, purpose: Etter hvert møte.}
        pathways:
          - id: uenighet
            steps: [{id: mote, forms: [referat]}]

    Feil::

        forms:
          - {id: referat, title: Referat, kind: minutes, purpose: Etter hvert møte.}
        services:
          - id: ppt
            note: Skriv i referatet.

    Riktig::

        forms:
          - {id: lede-mote, title: Slik leder du møtet, kind: meeting-guide, purpose: I hvert møte.}
    """
    if form.kind is FormKind.MEETING_GUIDE:  # every meeting leads to it
        return
    if not handbook.naming(FORMS, form.id) and f"forms:{form.id}" not in linked(handbook):
        yield Finding(form.at("id"), Message(_UNUSED_FORM, form=form.title))


def own_roles(handbook: Handbook) -> tuple[Role, ...]:
    """The roles that the municipality has written itself, where all that may name one could be read."""
    if not is_whole(handbook, *KINDS.values()):
        return ()
    return tuple(role for role in handbook.roles if not is_shared(role.at("id").path))


@advice("unused-role", of=own_roles)
def used_role(role: Role, handbook: Handbook) -> Findings:
    """Hver rolle kommunen selv har skrevet, er brukt i et forløp eller et møte.

    En rolle uten oppgaver gjør leseren usikker på hvem som egentlig har ansvaret. Roller flere kommuner deler,
    trenger ikke være i bruk hos alle.

    Kilde: NOVA-rapport 18/2011, kapittel 4 (Rolleavklaring).

    Riktig::

        roles:
          - {id: samarbeidsleder, name: Den som leder samarbeidet}
        pathways:
          - id: uenighet
            owner: samarbeidsleder

    Feil::

        roles:
          - {id: samarbeidsleder, name: Den som leder samarbeidet}

    Riktig::

        roles:
          - {id: samarbeidsleder, name: Den som leder samarbeidet, held_by: [ppt.leder]}

    Riktig::

        roles:
          - {id: samarbeidsleder, name: Den som leder samarbeidet}
        forums:
          - id: team
            chair: samarbeidsleder

    Feil::

        roles:
          - {id: samarbeidsleder, name: Den som leder samarbeidet, description: Har møtene.}
        services:
          - id: ppt
            note: Den som leder samarbeidet, kaller inn.
    """
    idle = not role.held_by and not handbook.naming(ROLES, role.id) and f"roles:{role.id}" not in linked(handbook)
    if idle:
        yield Finding(role.at("id"), Message(_UNUSED_ROLE, role=role.name))


EXPECTATIONS = (known, once, used_form, used_role)
