"""What is expected of the description of a service: that it stands on law, and was gone through within a year."""

from __future__ import annotations

from builder.facts.due import oldest_review
from builder.facts.parts import services
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.service import Service
from builder.model.vocabulary import Government
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, advice, warning
from builder.rules.findings import lacking

_NO_LAW = N_("{name} viser ikke til noe lovgrunnlag; skriv lov og paragraf under legal_basis")
_NEVER = N_("beskrivelsen av {name} har ingen dato; skriv når dere sist gikk gjennom den, under reviewed")
_OLD = N_("beskrivelsen av {name} ble sist gjennomgått {date}, for mer enn et år siden")
_AHEAD = N_("beskrivelsen av {name} er datert {date}, som ikke er kommet ennå")


def public_services(handbook: Handbook) -> tuple[Service, ...]:
    """All services but the voluntary ones: what people do of their own will needs no law."""
    return tuple(s for s in services(handbook) if s.government is not Government.VOLUNTARY)


@advice("service-legal-basis", of=public_services)
def legal_basis(service: Service, _handbook: Handbook) -> Findings:
    """En offentlig tjeneste viser til loven den arbeider etter.

    Lovgrunnlaget sier hva tjenesten må gjøre, hva den kan la være, og hvilke regler om taushet som gjelder.
    Ansatte ber om å få vite mer om hverandres lovverk.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer); masteroppgave om overgangen fra barnevern
    til tjenester for voksne, kapittel 4.1.

    Riktig::

        services:
          - id: ppt
            legal_basis: ["barnevernsloven § 13-2"]

    Feil::

        services:
          - id: ppt
            legal_basis: []

    Riktig::

        services:
          - id: ppt
            government: voluntary
            legal_basis: []

    Feil::

        services:
          - id: ppt
            government: private
            legal_basis: []

    Feil::

        services:
          - {id: ny, name: Ny, category: other, government: state, summary: S}
    """
    return lacking(service, service.legal_basis, _NO_LAW)


def reviewed_services(handbook: Handbook) -> tuple[Service, ...]:
    """The municipality's own services, and those of others that say when they were gone through."""
    return tuple(s for s in services(handbook) if s.government is Government.MUNICIPALITY or s.reviewed is not None)


@warning("service-reviewed", of=reviewed_services)
def reviewed(service: Service, handbook: Handbook) -> Findings:
    """Kommunen går gjennom beskrivelsen av sine egne tjenester hvert år.

    Rutiner og tilbud endrer seg uten at håndboka gjør det. Da slutter folk å stole på den.

    Kilde: NOVA-rapport 18/2011, kapittel 4 (Internkontroll / oppfølging fra ledelsen) og kapittel 10
    (Verktøy).

    Riktig::

        services:
          - id: ppt
            reviewed: 2026-09-01

    Feil::

        services:
          - id: ppt
            reviewed: 2025-01-15

    Riktig::

        services:
          - id: ppt
            reviewed: 2025-11-22

    Riktig::

        services:
          - id: ppt
            reviewed: 2026-11-22

    Riktig::

        services:
          - id: ppt
            government: inter-municipal
            reviewed: null

    Feil::

        services:
          - id: ppt
            reviewed: 2025-11-21

    Feil::

        services:
          - id: ppt
            reviewed: 2026-11-23

    Feil::

        services:
          - id: ppt
            reviewed: null

    Feil::

        services:
          - id: ppt
            government: state
            reviewed: 2024-01-15
    """
    date = service.reviewed
    if date is None:
        yield Finding(service.at("id"), Message(_NEVER, name=service.label))
    elif date > handbook.today:
        yield Finding(service.at("reviewed"), Message(_AHEAD, name=service.label, date=date), Lack.WRONG)
    elif date < oldest_review(handbook.today):
        yield Finding(service.at("reviewed"), Message(_OLD, name=service.label, date=date), Lack.STALE)


EXPECTATIONS = (legal_basis, reviewed)
