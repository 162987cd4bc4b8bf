"""En fast møteplass sier hva som skjer når møtet må avlyses.

Avlyste møter var det de ansatte klaget mest på. En regel om hvem som kan avlyse, og hvordan saken tas
opp likevel, gjør at det skjer sjeldnere.

Kilde: NOVA-rapport 18/2011, kapittel 5 (Formalisering av møter og samhandling); Høgskolen i Østfold,
«Sammen og koordinert».

Riktig::

    forums:
      - id: team
        cancelling: Bare leder kan avlyse, og setter ny dato samme uke.

Feil::

    forums:
      - id: team
        cancelling: null
"""

from __future__ import annotations

from builder.i18n import N_
from builder.model.vocabulary import ForumKind
from builder.problem import Severity
from builder.rules.findings import without
from builder.rules.subject import Findings, Subject

ID = "forum-cancelling"
SEVERITY = Severity.WARNING

_SENTENCE = N_("«{name}» sier ikke hva som skjer når møtet må avlyses (cancelling)")


def check(subject: Subject) -> Findings:
    """Every forum that is not informal has a rule for cancelling."""
    formal = (forum for forum in subject.handbook.forums if forum.kind is not ForumKind.INFORMAL)
    return without(formal, lambda forum: forum.cancelling, _SENTENCE)
