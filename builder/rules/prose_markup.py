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
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "prose-markup"
SEVERITY = Severity.ERROR

_MARKUP = re.compile(r"</?[a-zA-Z!][^>]*>|!\[|^ {0,3}#{1,6} ", re.MULTILINE)


def check(subject: Subject) -> Findings:
    """No running text holds HTML, images or headings."""
    for record, path, text in subject.handbook.prose:
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
