"""Lenker i teksten fører til noe som finnes, eller til en trygg adresse.

En lenke skrives [samtykkeskjemaet](forms:samtykke) for noe i håndboka, eller med https://, mailto:
eller tel: for noe utenfor. Andre adresser er ikke tillatt.

Kilde: håndbokas egen sammenheng og sikkerhet.

Riktig::

    services:
      - id: ppt
        note: Se [skolen](services:skole).

Feil::

    services:
      - id: ppt
        note: Se [skolen](services:skule).
"""

from __future__ import annotations

from builder import prose
from builder.facts.record_texts import links_of
from builder.model.kinds import KINDS, LINKABLE
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject
from builder.suggest import did_you_mean

ID = "prose-link"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Findings:
    """Each link in running text names a record, or has an allowed scheme."""
    handbook = subject.handbook
    for record in handbook.speaking():
        for path, address in links_of(record):
            kind, colon, name = address.partition(":")
            if colon and kind in LINKABLE:
                known = handbook.ids(KINDS[kind])
                if name not in known:
                    hint = did_you_mean(name, known)
                    message = Message(
                        "lenken «{address}» fører ikke til noe i håndboka{hint}", address=address, hint=hint
                    )
                    yield record.at(*path), message
            elif kind not in prose.OUTSIDE_SCHEMES or not colon:
                yield (
                    record.at(*path),
                    Message(
                        "lenken «{address}» er ikke tillatt; bruk https:, mailto:, tel: eller en post som services:ppt",
                        address=address,
                    ),
                )
