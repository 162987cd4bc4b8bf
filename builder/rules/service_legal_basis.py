"""En offentlig tjeneste viser til loven den arbeider etter.

Lovgrunnlaget sier hva tjenesten må gjøre, hva den kan la være, og hvilke regler om taushet som gjelder.
Ansatte ber om å få vite mer om hverandres lovverk.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer); masteroppgave om overgangen fra barnevern
til tjenester for voksne, kapittel 4.1.

Riktig::

    services:
      - id: ppt
        legal_basis: ["barnevernsloven § 13-2"]

Feil::

    services:
      - id: ppt
        legal_basis: []
"""

from __future__ import annotations

from builder.i18n import N_
from builder.model.vocabulary import Government
from builder.problem import Severity
from builder.rules.findings import without
from builder.rules.subject import Findings, Subject

ID = "service-legal-basis"
SEVERITY = Severity.ADVICE

_SENTENCE = N_("{name} viser ikke til noe lovgrunnlag; skriv lov og paragraf under legal_basis")


def check(subject: Subject) -> Findings:
    """Every public service cites law; what people do of their own will needs none."""
    public = (s for s in subject.handbook.services if s.government is not Government.VOLUNTARY)
    return without(public, lambda service: service.legal_basis, _SENTENCE)
