"""What is expected of pathways when it is urgent: a way there from the others, and a number to ring first."""

from __future__ import annotations

import re

from builder.facts.record_texts import texts
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.pathway import PATHWAYS, Pathway, Step
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, warning
from builder.rules.findings import is_whole

_NO_EXIT = N_("«{pathway}» har ingen vei ut når det haster; skriv et forløp under acute_exit")
_EXIT_NOT_URGENT = N_("«{exit}» er ikke et forløp som haster; velg et med urgent: true")

_SLOW = N_("«{pathway}» haster, men det første steget har ikke fristen straks (deadline: at_once)")
_NO_NUMBER = N_("«{pathway}» haster, men det første steget sier ikke hvilket nødnummer du ringer")
_EMERGENCY = frozenset({"110", "112", "113", "116117", "116111"})


def with_exit(handbook: Handbook) -> tuple[Pathway, ...]:
    """The pathways that need a way to an urgent one, or say that they have one, where every pathway could be read."""
    if not is_whole(handbook, PATHWAYS):
        return ()
    return tuple(pathway for pathway in handbook.pathways if not pathway.urgent or pathway.acute_exit)


@warning("pathway-acute-exit", of=with_exit)
def acute_exit(pathway: Pathway, handbook: Handbook) -> Findings:
    """Et forløp sier hvor du går hvis det haster.

    Alvoret kan vise seg midt i en rolig rutine. Da skal veien til barnevernet, legevakta eller politiet stå
    der du leser, ikke på en annen side du må lete etter.

    Kilde: barnevernsloven § 13-2; straffeloven § 196; håndbokas egen sammenheng.

    Riktig::

        pathways:
          - id: uenighet
            acute_exit: akutt

    Feil::

        pathways:
          - id: uenighet
            acute_exit: null
          - id: bekymret-barn
            acute_exit: uenighet

    Riktig::

        pathways:
          - id: uenighet
            acute_exit: null
            steps:
              - id: mote
                transitions: [{when: Det haster, pathway: akutt, kind: out}]

    Riktig::

        pathways:
          - id: akutt
            urgent: true
            acute_exit: null

    Feil::

        pathways:
          - id: uenighet
            acute_exit: null
            steps:
              - id: mote
                transitions: [{when: Noen blir bekymret, pathway: bekymret-barn, kind: out}]

    Feil::

        pathways:
          - id: akutt
            urgent: true
            acute_exit: uenighet
    """
    if pathway.acute_exit is None:
        if not any(_is_urgent(handbook, other) for other in _leads_to(pathway)):
            yield Finding(pathway.at("id"), Message(_NO_EXIT, pathway=pathway.title))
        return
    leads_to = handbook.find(PATHWAYS, pathway.acute_exit)
    if leads_to and not _is_urgent(handbook, pathway.acute_exit):
        yield Finding(pathway.at("acute_exit"), Message(_EXIT_NOT_URGENT, exit=leads_to.label), Lack.WRONG)


def _leads_to(pathway: Pathway) -> set[str]:
    return {t.pathway for step in pathway.steps for t in step.transitions if t.pathway}


def _is_urgent(handbook: Handbook, pathway_id: str) -> bool:
    found = handbook.find(PATHWAYS, pathway_id)
    return found is not None and found.urgent


def urgent_pathways(handbook: Handbook) -> tuple[Pathway, ...]:
    """The pathways for when somebody is in danger."""
    return tuple(pathway for pathway in handbook.pathways if pathway.urgent)


@warning("urgent-first", of=urgent_pathways)
def first_step(pathway: Pathway, handbook: Handbook) -> Findings:
    """Et forløp som haster, begynner straks og sier hvilket nummer du ringer.

    Den som leser dette, har et barn i fare foran seg. Det første steget skal ha fristen straks og et
    nødnummer, før alt annet.

    Kilde: straffeloven § 196 (Plikt til å avverge et straffbart forhold); håndbokas egen sammenheng.

    Riktig::

        pathways:
          - id: akutt
            steps: [{id: ring, title: Ring 112, deadline: {at_once: true}}]

    Feil::

        pathways:
          - id: akutt
            steps: [{id: ring, title: Si fra til lederen, deadline: {at_once: false, amount: 2, unit: days}}]

    Riktig::

        pathways:
          - id: akutt
            steps: [{id: ring, title: Ring nødnummeret, todo: [Ring 116 117 når legen må komme.]}]

    Riktig::

        emergency:
          - {id: krisetelefon, name: Krisetelefonen, phone: 22 22 22 24, when: Krise}
        pathways:
          - id: akutt
            steps: [{id: ring, title: Ring 22222224}]

    Feil::

        pathways:
          - id: akutt
            steps: [{id: ring, title: Ring politiet, deadline: {at_once: true}}]

    Feil::

        pathways:
          - id: akutt
            steps: [{id: ring, title: Ring 112, deadline: null}]

    Feil::

        pathways:
          - id: akutt
            steps: [{id: ring, title: Ring 1122}]
    """
    first = pathway.steps[0]
    if first.deadline is None or not first.deadline.at_once:
        yield Finding(pathway.at("steps", 0, "deadline"), Message(_SLOW, pathway=pathway.title))
    numbers = _EMERGENCY | {_digits(number.phone) for number in handbook.emergency}
    if not _names_a_number(first, numbers):
        yield Finding(pathway.at("steps", 0), Message(_NO_NUMBER, pathway=pathway.title))


def _names_a_number(step: Step, numbers: frozenset[str]) -> bool:
    written = " ".join(text for _, text in texts(step))
    return any(_digits(found) in numbers for found in re.findall(r"\d[\d ]*\d", written))


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


EXPECTATIONS = (acute_exit, first_step)
