"""What is expected of records that only those who work there may read: that the others are right without them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from builder.facts.audience import fallen, internal_names, is_for_staff
from builder.facts.parts import ContactIn, Within, contacts
from builder.facts.record_texts import any_of, telling, vocabulary, written
from builder.i18n import N_
from builder.memoize import memoize
from builder.model.audience import Audience
from builder.model.base import Record
from builder.model.confidentiality import RULES
from builder.model.handbook import Handbook, Reference
from builder.model.kinds import kind_of
from builder.model.municipality import MUNICIPALITY, ROLES
from builder.model.pathway import PATHWAYS
from builder.model.service import CONTACTS, SERVICES
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, error, warning

_FOR_ALL = N_("«{name}» kan ikke være intern, for da kan svar i den åpne utgaven bli feil; ta bort linja med audience")
_ACUTE = N_(
    "«{role}» ringes når det haster, og må stå i den åpne utgaven; ta bort enten acute eller audience: internal"
)
_ONLY_DIRECT = N_(
    "«{role}» ringes når det haster, men har bare direktenummer, som ikke står i den åpne utgaven; skriv et nummer "
    "alle kan ringe under phone"
)
_LEANS = N_(
    "«{name}» er intern, og den åpne utgaven blir feil uten; vis til en annen, eller gjør også denne posten intern"
)
_SAYS = N_("teksten nevner «{name}», som er intern; skriv den om, eller lenk til posten, så blir bare lenken tatt bort")
#: What says who does what, and what may be shared: an answer is wrong without what it leans on.
_ANSWERS = frozenset({RULES.name, PATHWAYS.name, MUNICIPALITY.name})
_LEANT_ON = frozenset({ROLES.name, SERVICES.name, CONTACTS.name, RULES.name, PATHWAYS.name})
_OWNER = "owner"
_SHORTEST = 4


def marked_internal(handbook: Handbook) -> Iterator[Record]:
    """Every record that says it is internal."""
    return (record for _, record in handbook.everything() if record.audience is Audience.INTERNAL)


@error("never-internal", of=marked_internal)
def never_internal(record: Record, _handbook: Handbook) -> Findings:
    """Det alle må vite, er ikke internt.

    Regler om deling, nødnumre og lover gjelder alle. Var en regel bare for ansatte, kunne den åpne utgaven si at noe
    kan deles, når regelen som ble borte, stenger for det.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        plans:
          - {id: oppvekstplan, audience: internal}

    Feil::

        rules:
          - {id: samtykke, audience: internal}

    Feil::

        emergency:
          - {id: politi, audience: internal}
    """
    kind = kind_of(record)
    if kind.audience is Audience.PUBLIC:
        yield Finding(record.at("audience"), Message(_FOR_ALL, name=record.id), Lack.WRONG)


def acute_contacts(handbook: Handbook) -> tuple[ContactIn, ...]:
    """The contacts to ring for what cannot wait."""
    return tuple(contact for contact in contacts(handbook) if contact.value.acute)


@error("acute-public", of=acute_contacts)
def acute_public(contact: ContactIn, _handbook: Handbook) -> Findings:
    """Den som ringes når det haster, kan alle ringe.

    «Ring nå» er den samme i begge utgavene. Da kan verken kontakten eller tjenesten være intern, og nummeret må stå
    som et nummer alle kan ringe.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        services:
          - id: ppt
            contacts: [{id: leder, acute: in-hours, phone: 37 00 10 00, direct_phone: 37 00 10 01}]

    Feil::

        services:
          - id: ppt
            contacts: [{id: leder, acute: in-hours, phone: 37 00 10 00, audience: internal}]

    Feil::

        services:
          - id: ppt
            audience: internal
            contacts: [{id: leder, acute: in-hours, phone: 37 00 10 00}]

    Feil::

        services:
          - id: ppt
            contacts: [{id: leder, acute: in-hours, phone: null, direct_phone: 37 00 10 01}]
    """
    role = contact.value.role
    if Audience.INTERNAL in (contact.value.audience, contact.record.audience):
        yield Finding(contact.at("acute"), Message(_ACUTE, role=role), Lack.WRONG)
    elif contact.value.direct_phone and not contact.value.phone:
        yield Finding(contact.at("direct_phone"), Message(_ONLY_DIRECT, role=role), Lack.WRONG)


@memoize
def leaning(handbook: Handbook) -> tuple[Within[Record, Reference], ...]:
    """Where a record that all may read, names something that is internal."""
    names = internal_names(handbook)
    if not names:
        return ()
    return tuple(
        Within(one.source, one.path, one)
        for one in handbook.references
        if (one.kind, one.id) in names and not is_for_staff(kind_of(one.source), one.source)
    )


@error("leans-on-internal", of=leaning)
def leans_on_internal(one: Within[Record, Reference], handbook: Handbook) -> Findings:
    """Det alle kan lese, er helt uten det som er internt.

    Det som er internt, blir tatt bort fra den åpne utgaven, også der andre viser til det. Et steg som mister den som
    er ansvarlig, eller en regel som mister en tjeneste den gjelder, sier noe annet enn den skal. Da må du velge: vis
    til noe alle kan lese, eller gjør også posten intern. Henvisninger ingen svar bygger på, blir bare borte.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        plans:
          - {id: oppvekstplan, owner: ppt.leder}
        services:
          - {id: ppt, contacts: [{id: leder}, {id: arkiv, role: Arkiv, audience: internal}]}

    Feil::

        pathways:
          - id: uenighet
            steps: [{id: mote, responsible: ppt.arkiv}]
        services:
          - {id: ppt, contacts: [{id: leder}, {id: arkiv, role: Arkiv, audience: internal}]}

    Feil::

        rules:
          - {id: samtykke, receiver: {services: [arkiv]}}
        services:
          - {id: arkiv, name: Arkivet, category: other, government: municipality, summary: Papirer., audience: internal}

    Feil::

        places:
          - {id: barneskolen, service: arkiv}
        services:
          - {id: arkiv, name: Arkivet, category: other, government: municipality, summary: Papirer., audience: internal}
    """
    kind = kind_of(one.record)
    essential = kind.name in _ANSWERS and not _LEANT_ON.isdisjoint(one.value.kinds) and one.path[0] != _OWNER
    if essential or (kind.name, one.record.id) in fallen(handbook):
        yield Finding(one.at(), Message(_LEANS, name=one.value.id), Lack.WRONG)


@memoize
def _names(handbook: Handbook) -> tuple[re.Pattern[str], Set[str]] | None:
    """What internal records are called, and a word of each. The short ones are words of other meanings too."""
    records = (handbook.find_named(f"{kind}:{id_}") for kind, id_ in internal_names(handbook))
    called = {name for one in records if one for name in _called(one) if len(name) >= _SHORTEST}
    return (any_of(tuple(sorted(called))), telling(called)) if called else None


def _called(record: Record) -> Iterator[str]:
    kind = kind_of(record)
    if kind.title != "id":
        yield str(getattr(record, kind.title))
    for field in kind.other_names:
        value = getattr(record, field, None) or ()
        yield from (value,) if isinstance(value, str) else value


def read_by_all(handbook: Handbook) -> Iterator[Record]:
    """The records all may read that may name what is internal."""
    if names := _names(handbook):
        may_name = (record for record in handbook.speaking() if not vocabulary(record).isdisjoint(names[1]))
        yield from (record for record in may_name if not is_for_staff(kind_of(record), record))


@warning("names-internal", of=read_by_all)
def names_internal(record: Record, handbook: Handbook) -> Findings:
    """En tekst alle kan lese, nevner ikke ved navn det som er internt.

    Henvisninger og lenker til interne poster blir tatt bort fra den åpne utgaven. Ord i en setning blir stående, for
    bare du vet hva setningen skal si uten dem.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        plans:
          - {id: oppvekstplan, audience: internal, title: Vaktplanen}
          - {id: avtale-ppt, goal: Rask hjelp.}

    Feil::

        plans:
          - {id: oppvekstplan, audience: internal, title: Vaktplanen}
          - {id: avtale-ppt, goal: Se vaktplanen for august.}
    """
    names = _names(handbook)
    assert names is not None
    pattern, _ = names
    for path, text in written(record):
        if found := pattern.search(text):
            yield Finding(record.at(*path), Message(_SAYS, name=found.group()), Lack.WRONG)


EXPECTATIONS = (never_internal, acute_public, leans_on_internal, names_internal)
