"""To møteplasser med de samme deltakerne og det samme formålet bør bli til én.

Nye møter legges gjerne oppå de gamle. De samme menneskene sitter da i to møter om det samme, og begge
blir avlyst etter tur.

Kilde: Nord universitet, arbeidsnotat 5/2019; NOVA-rapport 18/2011, kapittel 10 (Felles arenaer).

Riktig::

    forums:
      - id: team
        purposes: [guidance]

Feil::

    forums:
      - id: team
        purposes: [guidance]
        members:
          - {actor: ppt.leder, mandate: decide, deputy: Nestleder}
          - {actor: skole, mandate: recommend}
      - id: ressursteam
        name: Ressursteam
        kind: standing
        purpose: Drøfte bekymring tidlig.
        purposes: [guidance]
        members:
          - {actor: ppt.leder, mandate: decide, deputy: Nestleder}
          - {actor: skole.rektor, mandate: recommend}
"""

from __future__ import annotations

from itertools import combinations

from builder.facts.membership import services_of
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.vocabulary import Attendance, ForumKind
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "forum-overlap"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """No two standing forums have the same required services, purposes and modes."""
    standing = [forum for forum in subject.handbook.forums if forum.kind is ForumKind.STANDING]
    for first, second in combinations(standing, 2):
        if _are_alike(subject.handbook, first, second):
            yield (
                second.at("members"),
                Message(
                    "«{second}» har de samme tjenestene og det samme formålet som «{first}»; kan de slås sammen?",
                    first=first.name,
                    second=second.name,
                ),
            )


def _are_alike(handbook: Handbook, first: Forum, second: Forum) -> bool:
    if not first.purposes or set(first.purposes) != set(second.purposes):
        return False
    together, also = _required(handbook, first), _required(handbook, second)
    return len(together) > 1 and together == also


def _required(handbook: Handbook, forum: Forum) -> frozenset[str]:
    return services_of(handbook, (m.actor for m in forum.members if m.attendance is Attendance.REQUIRED))
