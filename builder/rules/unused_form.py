"""Hvert skjema er brukt i et forløp, en møteplass eller en regel.

Et skjema som ingen rutine viser til, blir ikke fylt ut, eller blir fylt ut i utide. Enten mangler lenken,
eller så kan skjemaet tas bort.

Kilde: håndbokas egen sammenheng; NOVA-rapport 18/2011, kapittel 10 (Verktøy).

Riktig::

    forms:
      - {id: referat, title: Referat, kind: minutes, purpose: Etter hvert møte.}
    forums:
      - id: team
        forms: [referat]

Feil::

    forms:
      - {id: referat, title: Referat, kind: minutes, purpose: Etter hvert møte.}
"""

from __future__ import annotations

from builder.facts.record_texts import linked
from builder.model.form import FORMS
from builder.model.kinds import KINDS
from builder.problem import Message, Severity
from builder.rules.findings import is_whole
from builder.rules.subject import Findings, Subject

ID = "unused-form"
SEVERITY = Severity.ADVICE


def check(subject: Subject) -> Findings:
    """Each form is named by another record, or linked to from a text."""
    handbook = subject.handbook
    if not is_whole(handbook, *KINDS.values()):
        return
    used = linked(handbook)
    for form in handbook.forms:
        if not handbook.naming(FORMS, form.id) and f"forms:{form.id}" not in used:
            yield (
                form.at("id"),
                Message("ingen rutine, møte eller regel viser til skjemaet «{form}»", form=form.title),
            )
