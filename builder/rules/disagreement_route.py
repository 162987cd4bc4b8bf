"""Håndboka har et forløp for uenighet mellom tjenester.

Uten en avtalt vei blir saken liggende mellom to tjenester til den ene gir seg. Familien venter imens.

Kilde: NOVA-rapport 18/2011, kapittel 1.1 (kriteriet tvisteløsning) og kapittel 4 (Rolleavklaring).

Riktig::

    municipality:
      - id: lillevik
        disagreement: uenighet

Feil::

    municipality:
      - id: lillevik
        disagreement: null
"""

from __future__ import annotations

from builder.problem import Message, Severity
from builder.rules.findings import described
from builder.rules.subject import Findings, Subject

ID = "disagreement-route"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """The handbook names the pathway for disagreement."""
    municipality = described(subject.handbook)
    if municipality is not None and municipality.disagreement is None:
        yield (
            municipality.at("id"),
            Message("håndboka sier ikke hva dere gjør ved uenighet; skriv forløpet under disagreement"),
        )
