"""Plassholderadresser finnes bare i en demonstrasjon.

Adresser som slutter på .example, .test eller .invalid når aldri fram. Den som sender en henvisning dit,
tror at den er kommet fram.

Kilde: RFC 2606 (navn som aldri blir delt ut); håndbokas egen sammenheng.

Riktig::

    municipality:
      - id: lillevik
        demonstration: Dette er demonstrasjonsdata.
        editors: {email: redaksjon@lillevik.example}

Feil::

    municipality:
      - id: lillevik
        demonstration: null
        editors: {email: redaksjon@lillevik.example}
    services:
      - id: ppt
        contacts:
          - id: leder
            email: ppt@lillevik.example
"""

from __future__ import annotations

from builder.facts.addresses import emails, is_reserved, websites
from builder.problem import Message, Severity
from builder.rules.findings import may_hold_placeholders
from builder.rules.subject import Findings, Subject

ID = "placeholder-address"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Findings:
    """No address in a domain nobody can own, unless the handbook says it is a demonstration."""
    if may_hold_placeholders(subject.handbook):
        return
    for found in (emails(subject.handbook), websites(subject.handbook)):
        for record, path, address in found:
            if is_reserved(address):
                yield (
                    record.at(*path),
                    Message("{address} er en plassholder; skriv adressen som gjelder", address=address),
                )
