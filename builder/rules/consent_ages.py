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
from collections.abc import Iterator
from itertools import pairwise

from builder.i18n import N_
from builder.model.confidentiality import ConfidentialityRule, ConsentByAge
from builder.problem import Message, Severity
from builder.rules.measures.ages import OLDEST
from builder.rules.subject import Findings, Subject

ID = "consent-ages"
SEVERITY = Severity.WARNING

_GAP = N_("«{matter}» sier ikke hvem som samtykker på {first}–{last} år")
_OVERLAP = N_("«{matter}» har to svar på hvem som samtykker på {first}–{last} år")


def check(subject: Subject) -> Findings:
    """In each matter, one entry ends where the next begins."""
    for rule in subject.handbook.rules:
        for entries in _by_matter(rule).values():
            for (_, younger), (index, older) in pairwise(entries):
                message = _fault(younger, older)
                if message:
                    yield rule.at("consent", "by_age", index), message


def _by_matter(rule: ConfidentialityRule) -> dict[str, list[tuple[int, ConsentByAge]]]:
    found: dict[str, list[tuple[int, ConsentByAge]]] = defaultdict(list)
    for index, entry in _entries(rule):
        found[entry.matter].append((index, entry))
    return {matter: sorted(entries, key=lambda pair: _start(pair[1])) for matter, entries in found.items()}


def _entries(rule: ConfidentialityRule) -> Iterator[tuple[int, ConsentByAge]]:
    yield from enumerate(rule.consent.by_age if rule.consent else ())


def _fault(younger: ConsentByAge, older: ConsentByAge) -> Message | None:
    end, start = OLDEST if younger.to is None else younger.to, _start(older)
    if start > end + 1:
        return Message(_GAP, matter=older.matter, first=end + 1, last=start - 1)
    if start <= end:
        last = end if older.to is None else min(end, older.to)
        return Message(_OVERLAP, matter=older.matter, first=start, last=last)
    return None


def _start(entry: ConsentByAge) -> int:
    return entry.from_ or 0
