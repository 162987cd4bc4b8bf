"""Et forløp sier hvem som får vite hvordan det gikk.

Manglende tilbakemelding gjør det vanskelig å melde fra neste gang. Tre av fire styrere oppga det som grunn
til at barnehagen melder så sjelden.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Åpenhet); barnevernsloven § 13-3.

Riktig::

    pathways:
      - id: uenighet
        feedback: Begge tjenestene og familien får vite hva som ble bestemt.

Feil::

    pathways:
      - id: uenighet
        feedback: null
"""

from __future__ import annotations

from builder.i18n import N_
from builder.problem import Severity
from builder.rules.findings import without
from builder.rules.subject import Findings, Subject

ID = "pathway-feedback"
SEVERITY = Severity.WARNING

_SENTENCE = N_("«{name}» sier ikke hvem som får vite hvordan det gikk (feedback)")


def check(subject: Subject) -> Findings:
    """Every pathway tells who hears how it went."""
    return without(subject.handbook.pathways, lambda pathway: pathway.feedback, _SENTENCE)
