"""Aldersgrensene for samtykke i en sak følger på hverandre, uten hull og uten overlapp.

Står det at foreldrene samtykker til og med 14 år, og den unge selv fra 16, vet ingen hvem som bestemmer
når den unge er 15. Overlapper grensene, får leseren to svar.

Kilde: pasient- og brukerrettighetsloven §§ 4-3 og 4-4; opplæringslova § 24-5; håndbokas egen sammenheng.

Riktig::

    rules:
      - id: samtykke
        consent:
          need: required
          by_age:
            - {matter: Opplæring, to: 14, who: parents, legal_basis: ["barnevernsloven § 13-2"]}
            - {matter: Opplæring, from: 15, who: child, legal_basis: ["barnevernsloven § 13-2"]}

Feil::

    rules:
      - id: samtykke
        consent:
          need: required
          by_age:
            - {matter: Opplæring, to: 14, who: parents, legal_basis: ["barnevernsloven § 13-2"]}
            - {matter: Opplæring, from: 16, who: child, legal_basis: ["barnevernsloven § 13-2"]}
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from builder.facts.ages import Span, gaps, span, youngest_first
from builder.i18n import N_
from builder.model.confidentiality import ConfidentialityRule
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "consent-ages"
SEVERITY = Severity.WARNING

_GAP = N_("«{matter}» sier ikke hvem som samtykker på {first}–{last} år")
_OVERLAP = N_("«{matter}» har to svar på hvem som samtykker på {first}–{last} år")


def check(subject: Subject) -> Findings:
    """In each matter, one entry ends where the next begins."""
    for rule in subject.handbook.rules:
        for matter, group in _by_matter(rule).items():
            for before, after in gaps(group):
                message = Message(_GAP, matter=matter, first=before.end + 1, last=after.start - 1)
                yield rule.at("consent", "by_age", after.owner), message
            for before, after in pairwise(group):
                if after.start <= before.end:
                    message = Message(_OVERLAP, matter=matter, first=after.start, last=min(before.end, after.end))
                    yield rule.at("consent", "by_age", after.owner), message


def _by_matter(rule: ConfidentialityRule) -> dict[str, tuple[Span[int], ...]]:
    """The ages of each matter with the places of the entries, youngest first."""
    found: dict[str, list[Span[int]]] = defaultdict(list)
    for index, entry in enumerate(rule.consent.by_age if rule.consent else ()):
        found[entry.matter].append(span(entry, index))
    return {matter: youngest_first(group) for matter, group in found.items()}
