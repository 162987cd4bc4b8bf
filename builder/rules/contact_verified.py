"""Hver kontakt er kontrollert innenfor fristen kommunen har satt.

Håndbøker dør når telefonnumrene ikke stemmer. Kommunen setter selv fristen i contact_check_months;
det skal stå hvem som kontrollerte, og hvordan.

Kilde: NOVA-rapport 18/2011, kapittel 4 (Bemanning og kapasitet).

Riktig::

    services:
      - id: ppt
        contacts:
          - id: leder
            role: Leder
            verified: {date: 2026-10-01, by: Sekretær, how: Ringte nummeret}

Feil::

    services:
      - id: ppt
        contacts:
          - id: leder
            role: Leder
            verified: {date: 2024-10-01, by: Sekretær, how: Ringte nummeret}
"""

from __future__ import annotations

from dateutil.relativedelta import relativedelta

from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "contact-verified"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """A contact was verified, not in the future, and not too long ago."""
    handbook = subject.handbook
    months = handbook.municipality.contact_check_months
    oldest = handbook.today - relativedelta(months=months)
    for service in handbook.services:
        for index, contact in enumerate(service.contacts):
            if contact.verified is None:
                message = Message(
                    "«{role}» i {service} er aldri kontrollert; skriv dato, hvem og hvordan under verified",
                    role=contact.role,
                    service=service.label,
                )
                yield service.at("contacts", index), message
            elif contact.verified.date > handbook.today:
                yield (
                    service.at("contacts", index, "verified", "date"),
                    Message("kontrolldatoen {date} er ikke kommet ennå", date=contact.verified.date),
                )
            elif contact.verified.date < oldest:
                yield (
                    service.at("contacts", index, "verified", "date"),
                    Message(
                        "«{role}» i {service} ble sist kontrollert {date}, for mer enn {months} måneder siden",
                        role=contact.role,
                        service=service.label,
                        date=contact.verified.date,
                        months=months,
                    ),
                )
