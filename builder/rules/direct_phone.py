"""Direktenummeret til en kontakt står ikke også som åpent nummer.

Direktenummeret er bare for ansatte. Står det samme nummeret som telefon et annet sted, kommer det med på
sidene alle kan lese.

Kilde: håndbokas egen sammenheng: felt som er merket interne, skal aldri ut.

Riktig::

    services:
      - id: ppt
        contacts:
          - id: leder
            phone: 37 00 10 00
            direct_phone: 37 00 10 01

Feil::

    services:
      - id: ppt
        contacts:
          - id: leder
            phone: 37 00 10 00
            direct_phone: 37 00 10 00
"""

from __future__ import annotations

from builder.facts.addresses import phones
from builder.model.fields import is_placeholder_phone
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "direct-phone"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """No internal number is also a public one."""
    public = {number for _, _, number in phones(subject.handbook) if not is_placeholder_phone(number)}
    for service in subject.handbook.services:
        for index, contact in enumerate(service.contacts):
            if contact.direct_phone in public:
                yield (
                    service.at("contacts", index, "direct_phone"),
                    Message(
                        "direktenummeret {number} står også som åpent nummer; behold det bare ett av stedene",
                        number=contact.direct_phone,
                    ),
                )
