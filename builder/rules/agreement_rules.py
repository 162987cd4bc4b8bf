"""What is expected of agreements: that they are between two services, once, and that both stand by them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from builder.facts.agreed import (
    Confirmed,
    agreements,
    confirmed,
    newest,
    pair,
    sides,
)
from builder.i18n import N_
from builder.model.agreement import Agreement
from builder.model.handbook import Handbook
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, error, warning

_BY_NOBODY = N_("ingen av tjenestene har bekreftet «{agreement}»; la begge lese den, og skriv det under confirmed")
_BY_ONE = N_("«{service}» har ikke bekreftet «{agreement}»; avtalen gjelder først når begge har gjort det")
_LONG_AGO = N_("«{service}» bekreftet «{agreement}» sist {date}, for mer enn et år siden; les den sammen på nytt")
_AHEAD = N_("«{agreement}» er bekreftet {date}, en dag som ikke er kommet ennå")
_AGAIN = N_("avtalen mellom «{one}» og «{other}» står også i «{agreement}»; ta med alt i én av dem, og slett den andre")
_WITH_ITSELF = N_("«{service}» står på begge sider; en avtale er mellom to tjenester")
_SAME_NEED = N_("«{service}» har to behov med id «{need}»; gi det ene en annen id")
_NOT_A_PARTY = N_("«{service}» er ikke en av de to tjenestene; la hver av dem bekrefte selv")


@warning("agreement-confirmed", of=agreements)
def by_both(agreement: Agreement, handbook: Handbook) -> Findings:
    """En avtale er bekreftet av begge tjenestene, og ikke for mer enn et år siden.

    Det bare den ene kjenner til, er ingen avtale. Og den som lovet, kan ha sluttet: gode rutiner smuldrer når ingen
    spør om de gjelder lenger. Les avtalen sammen én gang i året, og skriv en ny linje for hver tjeneste.

    Kilde: NOVA-rapport 18/2011, kapittel 6.2 (rutiner smuldret bort) og kapittel 9 (avtalen i Bærum ble laget av
    begge).

    Riktig::

        agreements:
          - id: ppt-skole
            title: PPT og skolen
            one: {service: ppt}
            other: {service: skole}
            confirmed:
              - {service: ppt, date: 2026-09-01, by: Leder}
              - {service: skole, date: 2026-09-03, by: Rektor}

    Feil::

        agreements:
          - id: ppt-skole
            title: PPT og skolen
            one: {service: ppt}
            other: {service: skole}
            confirmed:
              - {service: ppt, date: 2026-09-01, by: Leder}

    Feil::

        agreements:
          - id: ppt-skole
            title: PPT og skolen
            one: {service: ppt}
            other: {service: skole}

    Riktig::

        agreements:
          - id: ppt-skole
            title: PPT og skolen
            one: {service: ppt}
            other: {service: skole}
            confirmed:
              - {service: ppt, date: 2025-11-22, by: Leder}
              - {service: skole, date: 2024-09-03, by: Rektor}
              - {service: skole, date: 2026-11-22, by: Rektor}

    Feil::

        agreements:
          - id: ppt-skole
            title: PPT og skolen
            one: {service: ppt}
            other: {service: skole}
            confirmed:
              - {service: ppt, date: 2026-09-01, by: Leder}
              - {service: skole, date: 2025-11-21, by: Rektor}

    Feil::

        agreements:
          - id: ppt-skole
            title: PPT og skolen
            one: {service: ppt}
            other: {service: skole}
            confirmed:
              - {service: ppt, date: 2026-09-01, by: Leder}
              - {service: skole, date: 2026-09-01, by: Rektor}
              - {service: skole, date: 2026-11-23, by: Rektor}
    """
    for number, one in enumerate(agreement.confirmed):
        if one.date > handbook.today:
            message = Message(_AHEAD, agreement=agreement.title, date=one.date)
            yield Finding(agreement.at("confirmed", number, "date"), message, Lack.WRONG)
    found = _not_confirmed(agreement, handbook)
    if found:
        yield found


def _not_confirmed(agreement: Agreement, handbook: Handbook) -> Finding | None:
    status, mark = confirmed(agreement, handbook.today), agreement.at("confirmed")
    if status is Confirmed.BOTH:
        return None
    if status is Confirmed.NONE:
        return Finding(mark, Message(_BY_NOBODY, agreement=agreement.title))
    dates = {service: newest(agreement, service, handbook.today) for service in sorted(pair(agreement))}
    if status is Confirmed.ONE:
        missing = next(service for service, one in dates.items() if one is None)
        return Finding(mark, Message(_BY_ONE, service=handbook.called(missing), agreement=agreement.title))
    oldest = min((one for one in dates.values() if one), key=lambda one: one.date)
    message = Message(_LONG_AGO, service=handbook.called(oldest.service), agreement=agreement.title, date=oldest.date)
    return Finding(mark, message, Lack.STALE)


def later_of_pairs(handbook: Handbook) -> Iterator[tuple[Agreement, Agreement]]:
    """Every two agreements between the same services, the later one first."""
    for first, second in combinations(agreements(handbook), 2):
        if pair(first) == pair(second):
            yield second, first


@warning("agreement-pair", of=agreements)
def once(agreement: Agreement, handbook: Handbook) -> Findings:
    """To tjenester har én avtale, ikke to.

    Står det to steder hva de kan vente av hverandre, kommer det til å stå to ulike ting.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        agreements:
          - {id: ppt-skole, title: PPT og skolen, one: {service: ppt}, other: {service: skole}}

    Feil::

        agreements:
          - {id: ppt-skole, title: PPT og skolen, one: {service: ppt}, other: {service: skole}}
          - {id: skole-ppt, title: Skolen og PPT, one: {service: skole}, other: {service: ppt}}
    """
    for later, first in later_of_pairs(handbook):
        if later is agreement:
            one, other = map(handbook.called, (agreement.one.service, agreement.other.service))
            message = Message(_AGAIN, one=one, other=other, agreement=first.title)
            yield Finding(agreement.at("id"), message, Lack.WRONG)


@error("agreement-sides", of=agreements)
def two_sides(agreement: Agreement, handbook: Handbook) -> Findings:
    """En avtale er mellom to tjenester, hvert behov har sin id, og bare de to bekrefter.

    Ellers vet ingen hvem som har lovet hva til hvem.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        agreements:
          - id: ppt-skole
            title: PPT og skolen
            one: {service: ppt}
            other: {service: skole}
            confirmed: [{service: ppt, date: 2026-09-01, by: Leder}]

    Feil::

        agreements:
          - {id: ppt-skole, title: PPT og PPT, one: {service: ppt}, other: {service: ppt}}

    Feil::

        agreements:
          - id: ppt-skole
            title: PPT og skolen
            one: {service: ppt}
            other:
              service: skole
              needs: [{id: svar, what: Et svar.}, {id: svar, what: En dato.}]

    Feil::

        agreements:
          - id: ppt-skole
            title: PPT og skolen
            one: {service: ppt}
            other: {service: skole}
            confirmed: [{service: bup, date: 2026-09-01, by: Leder}]
    """
    if len(pair(agreement)) == 1:
        message = Message(_WITH_ITSELF, service=handbook.called(agreement.other.service))
        yield Finding(agreement.at("other", "service"), message, Lack.WRONG)
    for field, side in sides(agreement).items():
        known = [one.id for one in side.needs]
        for number, name in enumerate(known):
            if name in known[:number]:
                message = Message(_SAME_NEED, service=handbook.called(side.service), need=name)
                yield Finding(agreement.at(field, "needs", number, "id"), message, Lack.WRONG)
    for number, confirmation in enumerate(agreement.confirmed):
        if confirmation.service not in pair(agreement):
            message = Message(_NOT_A_PARTY, service=handbook.called(confirmation.service))
            yield Finding(agreement.at("confirmed", number, "service"), message, Lack.WRONG)


EXPECTATIONS = (by_both, once, two_sides)
