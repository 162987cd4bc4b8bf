"""Møteplasser, forløp og nivåer sier hva de er med et felles ord, ved siden av det lokale navnet.

«Teammøtet» og «bydelsteamet» sier noe bare til dem som kjenner kommunen. Med det felles ordet finner
nyansatte og samarbeidspartnere fram, og egenkontrollen kan se hva som mangler.

Kilde: NOVA-rapport 18/2011, kapittel 10, der like møter har ulike navn i kommunene; håndbokas egen
sammenheng.

Riktig::

    forums:
      - id: team
        type: consultation-team

Feil::

    forums:
      - id: team
        type: null
"""

from __future__ import annotations

from builder.i18n import N_
from builder.problem import Message, Severity
from builder.rules.findings import without
from builder.rules.subject import Findings, Subject

ID = "standard-term"
SEVERITY = Severity.ADVICE

_FORUM = N_("«{name}» sier ikke hvilken møtetype det er (type)")
_PATHWAY = N_("«{name}» sier ikke hvilken situasjon det gjelder (situation)")


def check(subject: Subject) -> Findings:
    """Every forum, pathway and level has its common word."""
    handbook = subject.handbook
    yield from without(handbook.forums, lambda forum: forum.type, _FORUM)
    yield from without(handbook.pathways, lambda pathway: pathway.situation, _PATHWAY)
    for index, level in enumerate(handbook.municipality.levels):
        if level.means is None:
            message = Message("nivå {number} sier ikke hva det betyr med et felles ord (means)", number=level.number)
            yield handbook.municipality.at("levels", index), message
