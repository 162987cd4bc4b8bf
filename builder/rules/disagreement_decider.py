"""Forløpet for uenighet ender hos en som bestemmer.

En vei for uenighet som slutter med «ta et nytt møte», er ingen vei. Ett av stegene må si hvem som avgjør,
og det må være en bestemt rolle, ikke den som tok opp saken.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Ledelsens ansvar).

Riktig::

    pathways:
      - id: uenighet
        steps: [{id: mote, title: Lederen avgjør, responsible: ppt.leder}]

Feil::

    pathways:
      - id: uenighet
        steps: [{id: mote, title: Ta et nytt møte, responsible: ansatt}]
"""

from __future__ import annotations

import re

from builder.facts.record_texts import texts
from builder.model.handbook import Handbook
from builder.model.municipality import ROLES
from builder.model.pathway import PATHWAYS, Pathway, Step
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "disagreement-decider"
SEVERITY = Severity.WARNING

_DECIDES = re.compile(r"\b(bestem|avgj[øe]r|beslutt|vedtek|vedtar|fatt\w* vedtak)", re.IGNORECASE)


def check(subject: Subject) -> Findings:
    """Some step of the pathway for disagreement is where a certain contact, or a role that is held, decides."""
    handbook = subject.handbook
    pathway = handbook.find(PATHWAYS, handbook.municipality.disagreement or "")
    if isinstance(pathway, Pathway) and not any(_decides(handbook, step) for step in pathway.steps):
        yield (
            pathway.at("steps", len(pathway.steps) - 1),
            Message(
                "«{pathway}» sier ikke hvem som avgjør; skriv det i et steg med en bestemt rolle som ansvarlig",
                pathway=pathway.title,
            ),
        )


def _decides(handbook: Handbook, step: Step) -> bool:
    if not isinstance(step.responsible, str) or not any(_DECIDES.search(text) for _, text in texts(step)):
        return False
    role = handbook.find(ROLES, step.responsible)
    return role is None or bool(getattr(role, "held_by", ()))
