"""E-postadressen til en kontakt følger rollen, ikke personen.

En adresse med personnavn slutter å virke når den ansatte slutter, eller fortsetter å ta imot saker ingen
leser. Private adresser skal aldri brukes om barn og familier.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer); personvernforordningen artikkel 32.

Riktig::

    services:
      - id: ppt
        contacts:
          - id: leder
            person: Kari Nordmann
            email: ppt.leder@lillevik.example

Feil::

    services:
      - id: ppt
        contacts:
          - id: leder
            person: Kari Nordmann
            email: kari.nordmann@lillevik.example
      - id: skole
        contacts:
          - id: rektor
            email: rektor.lillevik@gmail.com
"""

from __future__ import annotations

import re

from builder.i18n import N_
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "personal-email"
SEVERITY = Severity.WARNING

_PRIVATE_DOMAINS = frozenset(
    {"gmail.com", "googlemail.com", "hotmail.com", "hotmail.no", "outlook.com", "live.no", "live.com", "msn.com",
     "yahoo.com", "yahoo.no", "icloud.com", "me.com", "online.no", "broadpark.no", "getmail.no", "proton.me"}
)  # fmt: skip
#: First names so common that «kari.nordmann» is a person also where the contact names none (SSB, navnestatistikk).
_FIRST_NAMES = frozenset(
    {"anne", "inger", "kari", "marit", "ingrid", "liv", "eva", "berit", "astrid", "bjørg", "hilde", "anna", "solveig",
     "marianne", "randi", "ida", "nina", "maria", "elisabeth", "kristin", "bente", "heidi", "silje", "tone", "hanne",
     "jan", "per", "bjørn", "ole", "lars", "kjell", "knut", "arne", "svein", "thomas", "hans", "geir", "tor", "morten",
     "terje", "odd", "erik", "martin", "andreas", "john", "anders", "rune", "trond", "tore", "daniel", "jon", "ola"}
)  # fmt: skip
_SHORTEST_NAME = 3

_PERSON = N_("{email} ser ut til å høre til en person; bruk en adresse som følger rollen «{role}»")
_PRIVATE = N_("{email} er en privat adresse; bruk en adresse hos tjenesten")


def check(subject: Subject) -> Findings:
    """The address of a contact neither is private nor holds a person's name."""
    for service in subject.handbook.services:
        for index, contact in enumerate(service.contacts):
            if contact.email is None:
                continue
            name, _, domain = contact.email.casefold().partition("@")
            if domain in _PRIVATE_DOMAINS:
                yield service.at("contacts", index, "email"), Message(_PRIVATE, email=contact.email)
            elif _is_a_name(name, contact.person):
                yield (
                    service.at("contacts", index, "email"),
                    Message(_PERSON, email=contact.email, role=contact.role),
                )


def _is_a_name(address: str, person: str | None) -> bool:
    parts = re.split(r"[._+-]", address)
    names = {part for part in re.split(r"[\s.-]+", (person or "").casefold()) if len(part) >= _SHORTEST_NAME}
    return not names.isdisjoint(parts) or (len(parts) > 1 and parts[0] in _FIRST_NAMES)
