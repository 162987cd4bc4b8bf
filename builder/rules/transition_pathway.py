"""En tjeneste som slutter ved en alder, har et forløp for overgangen.

Overgangene er der hjelpen oftest faller bort: fra barnehage til skole, fra BUP og barnevern til tjenester
for voksne. Forløpet bør ha alderen som utløser (trigger), så det begynner i tide.

Kilde: masteroppgave om overgangen fra barnevern til tjenester for voksne, kapittel 5.2 (Prosedyrer og
rutiner for overganger); barnevernsloven § 3-6.

Riktig::

    services:
      - id: bup
        name: BUP
        category: bup
        government: health-trust
        summary: Psykisk helsehjelp for barn.
        ages: {from: 0, to: 17}
    pathways:
      - id: bekymret-barn
        trigger: {age: 18, months_before: 12}

Feil::

    services:
      - id: bup
        name: BUP
        category: bup
        government: health-trust
        summary: Psykisk helsehjelp for barn.
        ages: {from: 0, to: 17}
"""

from __future__ import annotations

from builder.facts.ages import OLDEST, by_category
from builder.model.pathway import PATHWAYS
from builder.model.vocabulary import Category
from builder.problem import Message, Severity
from builder.rules.findings import is_whole
from builder.rules.subject import Findings, Subject

ID = "transition-pathway"
SEVERITY = Severity.WARNING

#: The kinds of service that follow a child over time, so that somebody has to take over.
FOLLOWING = frozenset(
    {Category.KINDERGARTEN, Category.SCHOOL, Category.CHILD_WELFARE, Category.BUP, Category.MENTAL_HEALTH,
     Category.HABILITATION}
)  # fmt: skip
#: Measures may go on until 25, but it is at 18 that the young person decides, and others take over.
_COMES_OF_AGE = {Category.CHILD_WELFARE: 18}
#: An end at 17 and one at 18 both mean the birthday between them.
_SLACK = 1


def check(subject: Subject) -> Findings:
    """Where a kind of service ends at an age, a pathway is set going by that age."""
    if not is_whole(subject.handbook, PATHWAYS):
        return
    triggers = {p.trigger.age for p in subject.handbook.pathways if p.trigger and p.trigger.age is not None}
    for category, group in by_category(subject.handbook.services).items():
        ending = max(group, key=lambda span: span.end)
        age = min(ending.end, _COMES_OF_AGE.get(category, OLDEST))
        if category in FOLLOWING and age < OLDEST and not _is_met(age, triggers):
            yield (
                ending.owner.at("ages", "to"),
                Message(
                    "{service} gir fra seg ansvaret ved {age} år, men ingen forløp begynner da (trigger: age)",
                    service=ending.owner.label,
                    age=age,
                ),
            )


def _is_met(age: int, triggers: set[int]) -> bool:
    return any(abs(trigger - age) <= _SLACK for trigger in triggers)
