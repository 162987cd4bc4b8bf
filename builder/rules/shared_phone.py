"""To tjenester oppgir ikke det samme telefonnummeret uten grunn.

Samme nummer i to tjenester er ofte en avskrift som ble feil. Den som ringer, kommer til noen som ikke kan
svare. Er det et felles sentralbord, er det i orden.

Kilde: håndbokas egen sammenheng; NOVA-rapport 18/2011, kapittel 10 (Verktøy).

Riktig::

    services:
      - id: ppt
        contacts: [{id: leder, phone: 37 00 10 00}]
      - id: skole
        contacts: [{id: rektor, phone: 37 00 20 00}]

Feil::

    services:
      - id: ppt
        contacts: [{id: leder, phone: 37 00 10 00}]
      - id: skole
        contacts: [{id: rektor, phone: 37 00 10 00}]
"""

from __future__ import annotations

from collections import defaultdict

from builder.model.fields import SHORTEST_SUBSCRIBER_NUMBER, is_placeholder_phone
from builder.model.service import Contact, Service
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "shared-phone"
SEVERITY = Severity.ADVICE


def check(subject: Subject) -> Findings:
    """A number belongs to contacts of one service only. Short numbers and placeholders are shared by nature."""
    holders: dict[str, list[tuple[Service, int, Contact]]] = defaultdict(list)
    for service in subject.handbook.services:
        for index, contact in enumerate(service.contacts):
            if contact.phone and _is_one_line(contact.phone):
                holders[contact.phone].append((service, index, contact))
    for number, found in holders.items():
        first = found[0][0]
        for service, index, contact in found:
            if service is not first:
                yield (
                    service.at("contacts", index, "phone"),
                    Message(
                        "{number} er både «{role}» i {service} og en kontakt i {other}; sjekk at begge stemmer",
                        number=number,
                        role=contact.role,
                        service=service.label,
                        other=first.label,
                    ),
                )


def _is_one_line(number: str) -> bool:
    return not is_placeholder_phone(number) and sum(map(str.isdigit, number)) >= SHORTEST_SUBSCRIBER_NUMBER
