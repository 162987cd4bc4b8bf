"""Asks all rules of a document."""

from __future__ import annotations

from dataclasses import dataclass

import pypdf

from tests.pdf.structure import content_rules, document_rules, element_rules
from tests.pdf.structure.tree import Document

RULES = (*document_rules.RULES, *element_rules.RULES, *content_rules.RULES)


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where a document does not do as a rule says."""

    rule: str
    clause: str
    where: str


def faults(pdf: pypdf.PdfReader) -> list[Fault]:
    """All of them; the time it takes grows as the document does."""
    document = Document(pdf)
    return [Fault(rule.name, rule.clause, where) for rule in RULES for where in rule.broken(document)]
