"""En møteplass sier hvordan deltakerne får snakke om saker.

Anonymt, med samtykke, med familien til stede eller bare om system: det avgjør hva hver deltaker har lov
til å si. Står det ikke, må hver enkelt gjette på taushetsplikten sin.

Kilde: forvaltningsloven § 13; NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer).

Riktig::

    forums:
      - id: team
        modes: [anonymised]

Feil::

    forums:
      - id: team
        modes: []
"""

from __future__ import annotations

from builder.i18n import N_
from builder.problem import Severity
from builder.rules.findings import without
from builder.rules.subject import Findings, Subject

ID = "forum-mode"
SEVERITY = Severity.WARNING

_SENTENCE = N_("«{name}» sier ikke hvordan dere får snakke om saker; velg under modes")


def check(subject: Subject) -> Findings:
    """Every forum has a mode of discussion."""
    return without(subject.handbook.forums, lambda forum: forum.modes, _SENTENCE)
