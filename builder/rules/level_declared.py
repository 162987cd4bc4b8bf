"""Nivåene som brukes i møter og forløp, er forklart i kommunebeskrivelsen.

Et nivåtall uten forklaring sier ingenting til den som leser. Tallet må finnes under levels i
municipality.yml.

Kilde: håndbokas egen sammenheng.

Riktig::

    forums:
      - id: team
        level: 1

Feil::

    forums:
      - id: team
        level: 7
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.base import Record
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.pathway import Pathway
from builder.model.references import Path
from builder.problem import Message, Severity
from builder.rules.findings import described
from builder.rules.subject import Findings, Subject

ID = "level-declared"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Findings:
    """Every level that is used is declared."""
    municipality = described(subject.handbook)
    if municipality is None:
        return
    declared = {level.number for level in municipality.levels}
    for record, path, level in _used(subject.handbook):
        if level not in declared:
            yield (
                record.at(*path),
                Message("nivå {level} er ikke forklart under levels i municipality.yml", level=level),
            )


def _used(handbook: Handbook) -> Iterator[tuple[Record, Path, int]]:
    records: tuple[Forum | Pathway, ...] = (*handbook.forums, *handbook.pathways)
    for record in records:
        if record.level is not None:
            yield record, ("level",), record.level
    for pathway in handbook.pathways:
        for number, step in enumerate(pathway.steps):
            if step.level is not None:
                yield pathway, ("steps", number, "level"), step.level
