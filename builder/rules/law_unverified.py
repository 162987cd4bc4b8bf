"""Bestemmelser det vises til, er lest i kilden.

Lovregisteret sier for hver bestemmelse om noen har lest den hos Lovdata. En som ikke er lest, kan være
gjengitt feil.

Kilde: lovregisteret i common/laws (feltet verified).

Riktig::

    services:
      - id: ppt
        legal_basis: ["barnevernsloven § 13-2"]

Feil::

    laws:
      - id: folkehelseloven
        title: Lov om folkehelsearbeid
        name: folkehelseloven
        status: in-force
        provisions:
          - {section: § 4, description: Kommunens ansvar., verified: false}
    services:
      - id: ppt
        legal_basis: ["folkehelseloven § 4"]
"""

from __future__ import annotations

from builder.facts.citing import first_cited
from builder.model.register import Cited
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "law-unverified"
SEVERITY = Severity.ADVICE


def check(subject: Subject) -> Findings:
    """Each provision that is cited, and the act it is in, was read in the source. Told at the first citation."""
    for mark, cited in first_cited(subject.handbook, _unread):
        yield mark, Message("«{citation}» er ikke lest i kilden; sjekk den hos Lovdata", citation=cited.id)


def _unread(cited: Cited) -> str | None:
    known = cited.provision
    return cited.id if known is not None and not (known.verified and cited.act.verified) else None
