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
"""

from __future__ import annotations

from builder.facts.due import oldest_review
from builder.i18n import N_
from builder.model.vocabulary import Government
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "service-reviewed"
SEVERITY = Severity.WARNING

_NEVER = N_("beskrivelsen av {name} har ingen dato; skriv når dere sist gikk gjennom den, under reviewed")
_OLD = N_("beskrivelsen av {name} ble sist gjennomgått {date}, for mer enn et år siden")
_AHEAD = N_("beskrivelsen av {name} er datert {date}, som ikke er kommet ennå")


def check(subject: Subject) -> Findings:
    """The municipality's own services were gone through within a year, and not in the future."""
    today = subject.handbook.today
    oldest = oldest_review(today)
    for service in subject.handbook.services:
        if service.reviewed is None:
            if service.government is Government.MUNICIPALITY:
                yield service.at("id"), Message(_NEVER, name=service.label)
        elif service.reviewed > today:
            yield service.at("reviewed"), Message(_AHEAD, name=service.label, date=service.reviewed)
        elif service.reviewed < oldest:
            yield service.at("reviewed"), Message(_OLD, name=service.label, date=service.reviewed)
