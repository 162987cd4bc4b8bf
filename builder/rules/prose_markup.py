"""Teksten bruker bare enkel utheving: **fet**, *kursiv*, lister og lenker.

HTML, bilder og overskrifter i teksten ville brutt sidene, utskriften og skjermleseren.

Kilde: krav om universell utforming (likestillings- og diskrimineringsloven § 18) og sikkerhet.

Riktig::

    services:
      - id: ppt
        note: Dette er **viktig**.

Feil::

    services:
      - id: ppt
        note: Dette er <b>viktig</b>.
"""

from __future__ import annotations

import re

from builder import prose
from builder.model.base import Record
from builder.model.references import prose_of
from builder.model.register import LawRegister
from builder.problem import Message, Severity
from builder.rules.subject import Findings

ID = "prose-markup"
SEVERITY = Severity.ERROR

_MARKUP = re.compile(r"</?[a-zA-Z!][^>]*>|!\[|^ {0,3}#{1,6} ", re.MULTILINE)


def check_record(record: Record, _law: LawRegister) -> Findings:
    """No running text holds HTML, images or headings."""
    for path, text in prose_of(record):
        found = _MARKUP.search(text)
        if prose.is_too_deep(text):
            yield record.at(*path), Message("lista har for mange nivåer; bruk høyst seks")
        if found:
            yield (
                record.at(*path),
                Message(
                    "«{markup}» kan ikke brukes her; bare **fet**, *kursiv*, lister og lenker",
                    markup=found.group().strip(),
                ),
            )
