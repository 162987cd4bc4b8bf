"""What can be seen when the register is laid beside a collection, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from builder.i18n import N_, Key
from builder.problem import Mark, Message


class Seen(Enum):
    """What is seen, the gravest first: its name to programs, its heading, and what to do."""

    ACT_REPEALED = (
        "act-repealed",
        N_("Opphevet lov"),
        N_("Sjekk hos Lovdata. Skriv status: repealed og hva som gjelder nå, og rett det som viser til den."),
    )
    ACT_NOT_FOUND = (
        "act-not-found",
        N_("Lov som ikke finnes i samlingen"),
        N_("Sjekk hos Lovdata om den er opphevet, og at reference er riktig."),
    )
    REPEALED = (
        "repealed",
        N_("Opphevet paragraf"),
        N_("Les hva som gjelder nå. Skriv den opphevede under moved, og rett det som viser til den."),
    )
    NOT_FOUND = (
        "section-not-found",
        N_("Paragraf som ikke finnes i loven"),
        N_("Les loven. Rett section, eller skriv den under moved."),
    )
    RENUMBERED = (
        "renumbered",
        N_("Paragraf med nytt nummer"),
        N_("Les begge paragrafene. Skriv det nye nummeret i section, og det gamle under moved."),
    )
    CHANGED = (
        "changed",
        N_("Paragraf som er endret siden den ble lest"),
        N_("Les den på nytt. Rett description om det trengs, og skriv ny source og source_as_of."),
    )
    ACT_CHANGED = (
        "act-changed",
        N_("Lov som er endret siden den ble lest"),
        N_("Ingen av paragrafene i registeret viser endringen. Se over loven, og skriv ny source og source_as_of."),
    )
    IN_FORCE = (
        "in-force",
        N_("Vedtatt lov som er trådt i kraft"),
        N_("Skriv status: in-force og in_force_from, og sett den gamle loven til repealed."),
    )
    STILL_THERE = (
        "not-repealed",
        N_("Lov som registeret sier er opphevet, men som står i samlingen"),
        N_("Sjekk hos Lovdata om hele loven er opphevet."),
    )
    TITLE = (
        "title-differs",
        N_("Tittel som er en annen i loven"),
        N_("Rett title, eller sjekk at reference er riktig."),
    )
    HEADING = (
        "heading-differs",
        N_("Overskrift som er en annen i loven"),
        N_("Les paragrafen: handler den fortsatt om det samme? Rett heading."),
    )
    UNDATED = (
        "undated",
        N_("Uten dato for når den ble lest"),
        N_("Skriv source_as_of. Uten den kan ingen se om loven er endret siden."),
    )
    COMING = (
        "coming",
        N_("Endring som er vedtatt for senere"),
        N_("Ikke noe å rette ennå. Les paragrafen på nytt den dagen."),
    )
    OLDER = (
        "collection-older",
        N_("Lov som registeret har lest i en nyere utgave enn samlingens"),
        N_("Ikke noe å rette i registeret. Hent en nyere utgave av samlingen og sammenlign igjen."),
    )

    def __init__(self, code: str, heading: Key, advice: Key) -> None:
        self.code = code
        self.heading = heading
        self.advice = advice


@dataclass(frozen=True, slots=True)
class Observation:
    """One act or provision of the register that something is seen about, and where in the data it stands."""

    seen: Seen
    what: str
    detail: Message
    mark: Mark

    @property
    def counts(self) -> bool:
        """Whether something is to be done with the register now."""
        return self.seen not in (Seen.COMING, Seen.OLDER)
