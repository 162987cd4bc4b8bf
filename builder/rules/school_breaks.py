"""Skolens ferier slutter etter at de begynner, og overlapper ikke.

Møter som følger skoleåret, blir tatt ut av kalenderen i feriene. Med en dato som er feil, står det møter i
ferien, eller mangler møter i skoleuker.

Kilde: håndbokas egen sammenheng.

Riktig::

    municipality:
      - id: lillevik
        school_breaks:
          - {name: Høstferie, from: 2026-10-05, to: 2026-10-09}
          - {name: Juleferie, from: 2026-12-21, to: 2027-01-03}

Feil::

    municipality:
      - id: lillevik
        school_breaks:
          - {name: Juleferie, from: 2026-12-21, to: 2026-01-03}
"""

from __future__ import annotations

from itertools import pairwise

from builder.i18n import N_
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "school-breaks"
SEVERITY = Severity.ERROR

_BACKWARDS = N_("«{name}» slutter {to}, før den begynner {start}")
_OVERLAP = N_("«{name}» begynner {start}, før «{before}» er over {to}")


def check(subject: Subject) -> Findings:
    """Each break ends on or after its first day, and before the next begins."""
    municipality = subject.handbook.municipality
    forwards = []
    for index, one in enumerate(municipality.school_breaks):
        if one.to < one.from_:
            message = Message(_BACKWARDS, name=one.name, start=one.from_, to=one.to)
            yield municipality.at("school_breaks", index, "to"), message
        else:
            forwards.append((one.from_, index, one))
    forwards.sort()
    for (_, _, before), (_, index, one) in pairwise(forwards):
        if one.from_ <= before.to:
            message = Message(_OVERLAP, name=one.name, start=one.from_, before=before.name, to=before.to)
            yield municipality.at("school_breaks", index, "from"), message
