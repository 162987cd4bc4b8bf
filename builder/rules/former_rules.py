"""What is expected of ids that records have had, and of what was taken out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from builder.facts.parts import Within
from builder.i18n import N_
from builder.memoize import memoize
from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.kinds import KINDS
from builder.model.removed import REMOVED, Removed
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, error, warning

_IN_USE = N_(
    "«{id}» står under formerly, men er id-en til en annen post nå; ta den bort, eller gi den andre en annen id"
)
_TWICE = N_("to poster har hett «{id}»; la id-en stå under formerly bare i den som leserne skal til")
_NO_KIND = N_("«{was}» begynner ikke med en type håndboka kjenner; skriv type og id med kolon mellom, som services:ppt")
_STILL_THERE = N_("«{was}» finnes fortsatt i håndboka; ta bort merknaden om at den er tatt ut")
_NOWHERE = N_("fant ikke «{instead}», som leserne av «{name}» skal gå til; skriv type og id, som services:ppt")


def former_ids(handbook: Handbook) -> Iterator[Within[Record, str]]:
    """Every id a record has had."""
    for _, record in handbook.everything():
        for number, former in enumerate(record.formerly):
            yield Within(record, ("formerly", number), former)


@memoize
def _claimed(handbook: Handbook) -> Counter[tuple[type[Record], str]]:
    return Counter((type(one.record), one.value) for one in former_ids(handbook))


@error("former-id", of=former_ids)
def former(one: Within[Record, str], handbook: Handbook) -> Findings:
    """En id posten har hatt, er ikke id-en til en annen post.

    Gamle adresser og utskrevne QR-koder fører til den som har id-en under formerly. Har en annen post den nå,
    eller har to hatt den, vet ingen hvem leseren skal til.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        services:
          - {id: ppt, formerly: [pp-tjenesten]}

    Feil::

        services:
          - {id: ppt, formerly: [skole]}

    Riktig::

        services:
          - {id: ppt, formerly: [pp-tjenesten]}
          - {id: skole, formerly: [grunnskolen]}

    Feil::

        services:
          - {id: ppt, formerly: [radgiving]}
          - {id: skole, formerly: [radgiving]}
    """
    kind = handbook.kind_of(one.record)
    if handbook.find(kind, one.value) is not None:
        yield Finding(one.at(), Message(_IN_USE, id=one.value), Lack.WRONG)
    elif _claimed(handbook)[type(one.record), one.value] > 1:
        yield Finding(one.at(), Message(_TWICE, id=one.value), Lack.WRONG)


def removed_records(handbook: Handbook) -> tuple[Removed, ...]:
    """Every note of a record that was taken out."""
    return handbook.of(REMOVED)


@warning("removed-record", of=removed_records)
def removed(note: Removed, handbook: Handbook) -> Findings:
    """En merknad om en post som er tatt ut, viser hvor leserne skal gå.

    Den som har en gammel adresse, skal få vite at posten er borte, og komme videre. Da må merknaden si hva
    posten var, og det den viser til, må finnes.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        removed:
          - {id: klubben, name: Klubben, was: "services:klubben", date: 2026-11-01, instead: "services:skole"}

    Feil::

        removed:
          - {id: klubben, name: Klubben, was: "services:klubben", date: 2026-11-01, instead: "services:skule"}

    Riktig::

        removed:
          - {id: klubben, name: Klubben, was: "services:klubben", date: 2026-11-01}

    Feil::

        removed:
          - {id: ppt, name: PPT, was: "services:ppt", date: 2026-11-01}

    Feil::

        removed:
          - {id: klubben, name: Klubben, was: klubben, date: 2026-11-01}
    """
    if note.kind not in KINDS or not note.former_id:
        yield Finding(note.at("was"), Message(_NO_KIND, was=note.was), Lack.WRONG)
    elif handbook.find(KINDS[note.kind], note.former_id) is not None:
        yield Finding(note.at("was"), Message(_STILL_THERE, was=note.was), Lack.WRONG)
    if note.instead and handbook.find_named(note.instead) is None:
        yield Finding(note.at("instead"), Message(_NOWHERE, instead=note.instead, name=note.name), Lack.WRONG)


EXPECTATIONS = (former, removed)
