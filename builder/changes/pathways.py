"""What has changed in a pathway: its steps, who answers for them, and the deadlines."""

from __future__ import annotations

from builder.changes.comparison import changed_fields, compare
from builder.changes.difference import Sentence, Sentences
from builder.changes.naming import Naming
from builder.model.pathway import Pathway, Step

_FIELD = "steps"
#: The fields of a step with sentences of their own.
_TOLD = frozenset({"responsible", "deadline"})


def pathways(before: Pathway, after: Pathway, names: Naming) -> Sentences:
    """A sentence for each change in the steps."""
    _ = names._
    old, new = ({step.id: step for step in pathway.steps} for pathway in (before, after))
    for name, step in new.items():
        if name not in old:
            said = _("«{pathway}» har fått steget «{step}»").format(pathway=after.title, step=step.title)
            yield Sentence(_FIELD, said)
        else:
            yield from _step(after.title, old[name], step, names)
    for name, step in old.items():
        if name not in new:
            said = _("Steget «{step}» er tatt ut av «{pathway}»").format(pathway=after.title, step=step.title)
            yield Sentence(_FIELD, said)
    if any(change.path == (_FIELD,) for change in compare(before, after)):
        yield Sentence(_FIELD, _("Stegene i «{pathway}» kommer i en ny rekkefølge").format(pathway=after.title))


def _step(pathway: str, old: Step, new: Step, names: Naming) -> Sentences:
    _, fields = names._, set(changed_fields(old, new))
    if "responsible" in fields and new.responsible:
        said = _("{actor} har nå ansvaret for «{step}» i «{pathway}»").format(
            actor=names.actor(new.responsible), step=new.title, pathway=pathway
        )
        yield Sentence(_FIELD, said)
    if "deadline" in fields:
        yield Sentence(_FIELD, _deadline(pathway, new, names))
    if fields - _TOLD:
        yield Sentence(_FIELD, _("Steget «{step}» i «{pathway}» er skrevet om").format(step=new.title, pathway=pathway))


def _deadline(pathway: str, step: Step, names: Naming) -> str:
    _ = names._
    if step.deadline is None:
        return _("«{step}» i «{pathway}» har ingen frist lenger").format(step=step.title, pathway=pathway)
    deadline = names.phrases.deadline(step.deadline)
    said = _("Fristen for «{step}» i «{pathway}» er nå {deadline}")
    return said.format(step=step.title, pathway=pathway, deadline=deadline)
