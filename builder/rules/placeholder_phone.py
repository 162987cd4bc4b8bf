"""Plassholdernumre finnes bare i en demonstrasjon.

Nummeret 00 00 00 00 ringer ingen. I en håndbok som er tatt i bruk, kan det stå der en lærer skal nå
barnevernet i dag. Derfor stopper det publiseringen.

Kilde: håndbokas egen sammenheng; NOVA-rapport 18/2011, kapittel 10 (Verktøy).

Riktig::

    municipality:
      - id: lillevik
        demonstration: Dette er demonstrasjonsdata.
        editors: {phone: 00 00 00 00}

Feil::

    municipality:
      - id: lillevik
        demonstration: null
        editors: {phone: 00 00 00 00}
    services:
      - id: ppt
        contacts:
          - id: leder
            phone: 00 00 00 00
      - id: skole
        contacts:
          - id: rektor
            phone: 00 00 00 01
"""

from __future__ import annotations

from builder.facts.addresses import phones
from builder.model.fields import is_placeholder_phone
from builder.problem import Message, Severity
from builder.rules.findings import may_hold_placeholders
from builder.rules.subject import Findings, Subject

ID = "placeholder-phone"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Findings:
    """No number that rings nobody, unless the handbook says it is a demonstration."""
    if may_hold_placeholders(subject.handbook):
        return
    for record, path, number in phones(subject.handbook):
        if is_placeholder_phone(number):
            yield record.at(*path), Message("{number} er en plassholder; skriv nummeret som gjelder", number=number)
