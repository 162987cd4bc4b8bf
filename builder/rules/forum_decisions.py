"""En møteplass sier hvordan det som blir bestemt, når de ansatte som skal gjøre det.

Ansatte forteller at de ikke får vite hva som ble bestemt i møter lederne deres var på. Da blir det heller
ikke gjort.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Åpenhet og Ledelsens ansvar).

Riktig::

    forums:
      - id: team
        decisions: {reported_down: Hver leder tar det opp på neste personalmøte.}

Feil::

    forums:
      - id: team
        decisions: null
"""

from __future__ import annotations

from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.vocabulary import ForumKind
from builder.problem import Severity
from builder.rules.findings import without
from builder.rules.subject import Findings, Subject

ID = "forum-decisions"
SEVERITY = Severity.WARNING

_SENTENCE = N_("«{name}» sier ikke hvordan det som bestemmes, når de ansatte (decisions: reported_down)")


def check(subject: Subject) -> Findings:
    """Every standing forum tells how decisions reach those who are to carry them out."""
    standing = (forum for forum in subject.handbook.forums if forum.kind is ForumKind.STANDING)
    return without(standing, _reaches_staff, _SENTENCE)


def _reaches_staff(forum: Forum) -> bool:
    return forum.decisions is not None and forum.decisions.reported_down is not None
