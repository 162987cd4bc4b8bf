"""What is expected of introductions: that every workplace has had one, not too long ago, and that none is made up."""

from __future__ import annotations

from collections.abc import Iterable

from builder.facts.approvals import first_approved
from builder.facts.introductions import Workplace, expected, introduced, is_expected
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.introduction import INTRODUCTIONS, Introduction
from builder.model.municipality import Municipality
from builder.model.place import PLACES
from builder.model.service import SERVICES
from builder.problem import Mark, Message
from builder.rules.expectation import Finding, Findings, Lack, warning
from builder.rules.findings import described_alone, is_whole

_NEVER = N_(
    "håndboka er ikke innført på {number} av {total} arbeidsplasser: {names}; avtal en dag, og skriv i "
    "introductions.yml når det er gjort"
)
_NEVER_SINCE = N_(
    "håndboka er ikke innført på {number} av {total} arbeidsplasser etter at den ble godkjent {date}: {names}; avtal "
    "en dag, og skriv i introductions.yml når det er gjort"
)
_LATE = N_(
    "håndboka skulle vært innført på nytt på {number} av {total} arbeidsplasser: {names}; gjør det igjen, og skriv det "
    "i introductions.yml"
)
_AHEAD = N_("«{name}» er ført som gjort {date}, som ikke er kommet ennå; skriv dagen under next til det er gjort")
#: So many workplaces are named; the page has all.
_NAMED = 5


def introducing(handbook: Handbook) -> tuple[Municipality, ...]:
    """The municipality as the only one of its kind, where it is to introduce its handbook and all of that was read."""
    known = is_expected(handbook) and is_whole(handbook, INTRODUCTIONS, SERVICES, PLACES)
    return described_alone(handbook) if known else ()


@warning("workplace-never-introduced", of=introducing)
def never(municipality: Municipality, handbook: Handbook) -> Findings:
    """Håndboka er innført på alle arbeidsplassene i kommunen etter at den ble godkjent.

    En håndbok ingen har vist fram, blir ikke brukt. I Harstad lå den på nett, men få kjente den, og det var ikke nok:
    noen måtte ut på arbeidsplassene og vise hvordan den brukes. Sjekken spør når håndboka er godkjent, eller når dere
    har begynt å føre innføringer. En arbeidsplass er et sted (places.yml), eller en tjeneste uten steder og team.
    Hele lista står på siden «Innføring av håndboka».

    Kilde: NOVA-rapport 18/2011, kapittel 4.3 (Harstads håndbok).

    Riktig::

        introductions:
          - {id: host, title: Planleggingsdag, date: 2026-09-15, by: ppt.leder, services: [ppt, skole]}

    Feil::

        introductions:
          - {id: host, title: Planleggingsdag, date: 2026-09-15, by: ppt.leder, services: [ppt]}

    Riktig::

        municipality:
          - {id: lillevik, demonstration: null, approved: 2026-09-01}
        introductions:
          - {id: host, title: Planleggingsdag, date: 2026-09-15, by: ppt.leder, services: [ppt], places: [barneskolen]}

    Feil::

        municipality:
          - {id: lillevik, demonstration: null, approved: 2026-09-01}

    Feil::

        municipality:
          - {id: lillevik, demonstration: null, approved: 2026-09-01}
        introductions:
          - {id: var, title: Om utkastet, date: 2026-05-15, by: ppt.leder, services: [ppt, skole]}

    Feil::

        introductions:
          - {id: host, title: Planleggingsdag, next: 2026-12-15, by: ppt.leder, services: [ppt, skole]}
    """
    asked = expected(handbook)
    found = [one for one in asked if introduced(handbook, one).last is None]
    since = first_approved(handbook)
    if found:
        said = {"number": len(found), "total": len(asked), "names": _named(found)}
        message = Message(_NEVER_SINCE, **said, date=since) if since else Message(_NEVER, **said)
        yield Finding(_register_or(municipality, handbook), message)


@warning("workplace-introduced-again", of=introducing)
def again(_municipality: Municipality, handbook: Handbook) -> Findings:
    """Håndboka er innført på nytt når dagen er kommet: den dere avtalte, eller når det er gått for lenge.

    Ansatte slutter, og de nye har ikke vært der. Kommunen setter selv hvor lenge en innføring gjelder, i
    introduction_months; det vanlige er ett år.

    Kilde: NOVA-rapport 18/2011, kapittel 4.3 (Harstads håndbok).

    Riktig::

        introductions:
          - {id: host, title: Planleggingsdag, date: 2025-11-22, by: ppt.leder, services: [ppt, skole]}

    Feil::

        introductions:
          - {id: host, title: Planleggingsdag, date: 2025-11-21, by: ppt.leder, services: [ppt, skole]}

    Riktig::

        municipality:
          - {id: lillevik, introduction_months: 24}
        introductions:
          - {id: host, title: Planleggingsdag, date: 2024-11-22, by: ppt.leder, services: [ppt, skole]}

    Feil::

        introductions:
          - {id: var, title: Personalmøte, date: 2026-03-15, next: 2026-10-01, by: ppt.leder, services: [ppt, skole]}

    Riktig::

        introductions:
          - {id: var, title: Personalmøte, date: 2026-03-15, next: 2026-10-01, by: ppt.leder, services: [ppt, skole]}
          - {id: host, title: Fagdag, date: 2026-10-08, by: ppt.leder, services: [ppt, skole]}

    Feil::

        introductions:
          - {id: var, title: Planleggingsdag, date: 2026-03-15, by: ppt.leder, services: [ppt, skole]}
          - {id: host, title: Personalmøte, next: 2026-11-21, by: ppt.leder, places: [barneskolen]}
    """
    asked = expected(handbook)
    known = (introduced(handbook, one) for one in asked)
    found = [(one.workplace, one.last) for one in known if one.last and one.late]
    if found:
        names = _named(workplace for workplace, _ in found)
        message = Message(_LATE, number=len(found), total=len(asked), names=names)
        yield Finding(found[0][1].at("date"), message, Lack.STALE)


def register(handbook: Handbook) -> tuple[Introduction, ...]:
    """Every introduction, newest first."""
    return handbook.introductions


@warning("introduction-date", of=register)
def date(introduction: Introduction, handbook: Handbook) -> Findings:
    """En innføring som er ført som gjort, er gjort.

    En dato fram i tid er en plan. Den skal stå under next, så ingen tror at arbeidsplassen har hatt innføringen.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        introductions:
          - {id: host, title: Planleggingsdag, date: 2026-11-22, by: ppt.leder, services: [ppt, skole]}

    Feil::

        introductions:
          - {id: host, title: Planleggingsdag, date: 2026-11-23, by: ppt.leder, services: [ppt, skole]}

    Riktig::

        introductions:
          - {id: host, title: Planleggingsdag, date: 2026-09-15, by: ppt.leder, services: [ppt, skole]}
          - {id: vinter, title: Personalmøte, next: 2027-01-15, by: ppt.leder, services: [ppt, skole]}

    Feil::

        introductions:
          - {id: host, title: Personalmøte, date: 2062-09-15, by: ppt.leder, services: [skole]}
    """
    if introduction.date and introduction.date > handbook.today:
        message = Message(_AHEAD, name=introduction.label, date=introduction.date)
        yield Finding(introduction.at("date"), message, Lack.WRONG)


def _register_or(municipality: Municipality, handbook: Handbook) -> Mark:
    """The newest in the register, or the approval where nothing is written there."""
    newest = next(iter(handbook.introductions), None)
    return newest.at("id") if newest else municipality.at("approved")


def _named(workplaces: Iterable[Workplace]) -> str | Message:
    """The first workplaces by name, and how many more there are."""
    labels = [f"«{one.label}»" for one in workplaces]
    names = ", ".join(labels[:_NAMED])
    more = len(labels) - _NAMED
    return Message("{names} og {more} til", names=names, more=more) if more > 0 else names


EXPECTATIONS = (never, again, date)
