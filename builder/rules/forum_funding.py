"""En møteplass som er betalt av et prosjekt, lever ikke videre i håndboka etter at pengene er slutt.

I alle kommunene fortalte ansatte om prosjekter som smuldret opp etter prosjekttida. Enten er møteplassen
tatt inn i drifta, eller så er den borte; håndboka må si hva.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer).

Riktig::

    forums:
      - id: team
        funding_until: 2027-12-31

Feil::

    forums:
      - id: team
        funding_until: 2026-06-30
"""

from __future__ import annotations

from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "forum-funding"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """No forum is past the end of its funding."""
    for forum in subject.handbook.forums:
        if forum.funding_until is not None and forum.funding_until < subject.handbook.today:
            yield (
                forum.at("funding_until"),
                Message(
                    "pengene til «{forum}» tok slutt {date}; skriv hvem som betaler nå, eller ta møtet ut",
                    forum=forum.name,
                    date=forum.funding_until,
                ),
            )
