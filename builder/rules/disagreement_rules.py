"""What is expected where services disagree: that there is a pathway for it, and that somebody decides in the end."""

from __future__ import annotations

import re

from builder.facts.paths import disagreement_route
from builder.facts.record_texts import texts
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.municipality import ROLES, Municipality
from builder.model.pathway import Pathway, Step
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, warning
from builder.rules.findings import described_alone

_NO_ROUTE = N_("håndboka sier ikke hva dere gjør ved uenighet; skriv forløpet under disagreement")
_NO_DECIDER = N_("«{pathway}» sier ikke hvem som avgjør; skriv det i et steg med en bestemt rolle som ansvarlig")

_DECIDES = re.compile(r"\b(bestem|avgj[øe]r|beslutt|vedtek|vedtar|fatt\w* vedtak)", re.IGNORECASE)


@warning("disagreement-route", of=described_alone)
def route(municipality: Municipality, _handbook: Handbook) -> Findings:
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

    Riktig::

        municipality:
          - id: lillevik
            disagreement: tvist
        pathways:
          - id: tvist
            title: Vi er uenige om pengene
            summary: Lederne avgjør.
            steps: [{id: mote, title: Lederen avgjør, responsible: ppt.leder, ends: true}]

    Feil::

        municipality:
          - id: lillevik
            disagreement: null
        pathways:
          - {id: uenighet, situation: disagreement}
    """
    if municipality.disagreement is None:
        yield Finding(municipality.at("id"), Message(_NO_ROUTE))


def disagreement_pathway(handbook: Handbook) -> tuple[Pathway, ...]:
    """The pathway for disagreement, where there is one."""
    pathway = disagreement_route(handbook)
    return () if pathway is None else (pathway,)


@warning("disagreement-decider", of=disagreement_pathway)
def decider(pathway: Pathway, handbook: Handbook) -> Findings:
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

    Riktig::

        roles:
          - {id: sjef, name: Oppvekstsjefen, held_by: [ppt.leder]}
        pathways:
          - id: uenighet
            steps: [{id: mote, title: Ta et nytt møte, text: Sjefen fatter vedtak., responsible: sjef}]

    Riktig::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, title: Ta et møte, responsible: ansatt, transitions: [{when: Ikke enige, step: leder}]}
              - {id: leder, title: Lederen beslutter, responsible: skole.rektor, ends: true}

    Feil::

        pathways:
          - id: uenighet
            steps: [{id: mote, title: Ta et møte der den som er bekymret bestemmer, responsible: ansatt}]

    Feil::

        pathways:
          - id: uenighet
            steps: [{id: mote, title: Lederne bestemmer, responsible: [ppt.leder, skole.rektor]}]

    Feil::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, title: Ta et møte, transitions: [{when: Ikke enige, step: igjen}]}
              - {id: igjen, title: Ta et nytt møte, responsible: skole.rektor, ends: true}
    """
    if not any(_decides(handbook, step) for step in pathway.steps):
        last = pathway.at("steps", len(pathway.steps) - 1)
        yield Finding(last, Message(_NO_DECIDER, pathway=pathway.title))


def _decides(handbook: Handbook, step: Step) -> bool:
    """Whether a certain contact, or a role that somebody holds, decides on a step."""
    if not isinstance(step.responsible, str) or not any(_DECIDES.search(text) for _, text in texts(step)):
        return False
    role = handbook.find(ROLES, step.responsible)
    return role is None or bool(role.held_by)


EXPECTATIONS = (route, decider)
