"""Håndboka sier fra når en lov den viser til, skal avløses.

En lov som er vedtatt, kan tre i kraft på kort varsel. Da må rutinene som bygger på den gamle, være gått
gjennom. Hver lov nevnes én gang.

Kilde: lovregisteret i common/laws (feltet adopted_successor).

Riktig::

    services:
      - id: ppt
        legal_basis: ["barnevernsloven § 13-2"]

Feil::

    laws:
      - id: barnevernsloven
        adopted_successor: barnevernsloven-2030
      - id: barnevernsloven-2030
        title: Ny lov om barnevern
        name: barnevernsloven (2030)
        status: adopted
    rules:
      - id: samtykke
        legal_basis: ["barnevernsloven § 13-1"]
    services:
      - id: ppt
        legal_basis: ["barnevernsloven § 13-2"]
"""

from __future__ import annotations

from builder.facts.citing import first_cited
from builder.model.law import Act
from builder.model.register import Cited, LawRegister
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "law-successor"
SEVERITY = Severity.ADVICE


def check(subject: Subject) -> Findings:
    """Each act with an adopted successor is told once, at the first citation of it."""
    for mark, cited in first_cited(subject.handbook, _superseded):
        yield mark, _message(subject.handbook.law, cited.act)


def _superseded(cited: Cited) -> str | None:
    return cited.act.id if cited.act.adopted_successor else None


def _message(register: LawRegister, act: Act) -> Message:
    successor = next((other for other in register.acts if other.id == act.adopted_successor), None)
    return Message(
        "{act} skal avløses av {successor}; følg med på når den trer i kraft, og gå gjennom det som bygger på den",
        act=act.name,
        successor=successor.title if successor else act.adopted_successor,
    )
