"""Et steg der navngitte barn drøftes, viser til regelen som åpner for det.

Møtet eller skjemaet som brukes på steget, gjelder et barn med navn. Den som står i steget, må kunne slå
opp hva som kan sies, før det blir sagt.

Kilde: forvaltningsloven § 13; barnevernsloven § 13-1; NOVA-rapport 18/2011, kapittel 10 (Formelle
strukturer).

Riktig::

    forums:
      - id: team
        modes: [consent]
        rules: [samtykke]
    pathways:
      - id: uenighet
        steps: [{id: mote, forum: team, rules: [samtykke]}]

Feil::

    forums:
      - id: team
        modes: [consent]
        rules: [samtykke]
    pathways:
      - id: uenighet
        steps: [{id: mote, forum: team, rules: []}]
"""

from __future__ import annotations

from builder.i18n import N_
from builder.model.form import FORMS, Form
from builder.model.forum import FORUMS, Forum
from builder.model.handbook import Handbook
from builder.model.pathway import Step
from builder.model.vocabulary import FormKind
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "step-forum-rules"
SEVERITY = Severity.WARNING

#: Forms that carry a named child from one service to another.
_NAMING_FORMS = frozenset({FormKind.REPORT, FormKind.REFERRAL, FormKind.HANDOVER})

_FORUM = N_("steget «{step}» bruker «{what}», der navngitte barn drøftes, men viser ikke til noen regel (rules)")
_FORM = N_("steget «{step}» bruker skjemaet «{what}», som sendes med navn, men viser ikke til noen regel (rules)")


def check(subject: Subject) -> Findings:
    """A step with a forum or a form that names persons has rules or a legal basis."""
    handbook = subject.handbook
    for pathway in handbook.pathways:
        for number, step in enumerate(pathway.steps):
            if step.rules or step.legal_basis:
                continue
            if message := _of_forum(handbook, step):
                yield pathway.at("steps", number, "forum"), message
            elif message := _of_form(handbook, step):
                yield pathway.at("steps", number, "forms"), message


def _of_forum(handbook: Handbook, step: Step) -> Message | None:
    forum = handbook.find(FORUMS, step.forum or "")
    if isinstance(forum, Forum) and any(mode.names_persons for mode in forum.modes):
        return Message(_FORUM, step=step.title, what=forum.name)
    return None


def _of_form(handbook: Handbook, step: Step) -> Message | None:
    for name in step.forms:
        form = handbook.find(FORMS, name)
        if isinstance(form, Form) and form.kind in _NAMING_FORMS:
            return Message(_FORM, step=step.title, what=form.title)
    return None
