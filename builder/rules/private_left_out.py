"""Håndboka sier hvem som er kontakt for private barnehager og skoler.

Barna i private barnehager og skoler har krav på den samme hjelpen, men de ansatte der blir ofte glemt i
møter, kurs og kontaktlister. Har kommunen ingen slike, kan det stå.

Kilde: barnehageloven § 2 b (Samarbeid og samordning); håndbokas egen sammenheng.

Riktig::

    services:
      - id: skole
        summary: Skolen for alle barn i Lillevik. Kommunen har ingen private skoler.

Feil::

    services:
      - id: barnehage
        name: Barnehagene
        category: kindergarten
        government: municipality
        summary: De fem barnehagene våre.
"""

from __future__ import annotations

import re

from builder.facts.record_texts import texts
from builder.model.service import SERVICES, Service
from builder.model.vocabulary import Category, Government
from builder.problem import Message, Severity
from builder.rules.findings import is_whole
from builder.rules.subject import Findings, Subject

ID = "private-left-out"
SEVERITY = Severity.ADVICE

_WORDS = re.compile(r"privat|friskol", re.IGNORECASE)
_SENTENCES = {
    Category.KINDERGARTEN: Message(
        "ingen barnehage her er privat, og teksten nevner ingen; skriv hvem som er kontakt for dem"
    ),
    Category.SCHOOL: Message("ingen skole her er privat, og teksten nevner ingen; skriv hvem som er kontakt for dem"),
}


def check(subject: Subject) -> Findings:
    """Among kindergartens, and among schools, private ones are listed or mentioned."""
    if not is_whole(subject.handbook, SERVICES):
        return
    for category, message in _SENTENCES.items():
        services = [service for service in subject.handbook.services if service.category is category]
        if services and not any(map(_mentions_private, services)):
            yield services[0].at("id"), message


def _mentions_private(service: Service) -> bool:
    return service.government is Government.PRIVATE or any(_WORDS.search(text) for _, text in texts(service))
