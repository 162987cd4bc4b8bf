"""What has changed in a pathway: its steps, who answers for them, and the deadlines."""

from __future__ import annotations

from collections.abc import Iterator

from builder.changes.difference import by_id, mapping, text
from builder.changes.naming import Naming, label
from builder.model.export import Data

Sentences = Iterator[tuple[str, str]]


def pathways(before: Data, after: Data, names: Naming) -> Sentences:
    """Field and sentence for each change in the steps."""
    _ = names._
    pathway, old, new = label(after), by_id(before, "steps"), by_id(after, "steps")
    for name, step in new.items():
        title = text(step.get("title"))
        if name not in old:
            yield "steps", _("«{pathway}» har fått steget «{step}»").format(pathway=pathway, step=title)
        elif step != old[name]:
            yield from _step(pathway, title, old[name], step, names)
    for name, step in old.items():
        if name not in new:
            yield (
                "steps",
                _("Steget «{step}» er tatt ut av «{pathway}»").format(pathway=pathway, step=text(step.get("title"))),
            )
    if _order_changed(old, new):
        yield "steps", _("Stegene i «{pathway}» kommer i en ny rekkefølge").format(pathway=pathway)


def _order_changed(old: dict[str, Data], new: dict[str, Data]) -> bool:
    return [name for name in old if name in new] != [name for name in new if name in old]


def _step(pathway: str, title: str, old: Data, new: Data, names: Naming) -> Sentences:
    _ = names._
    told = {"responsible", "deadline"}
    if old.get("responsible") != new.get("responsible") and new.get("responsible"):
        yield (
            "steps",
            _("{actor} har nå ansvaret for «{step}» i «{pathway}»").format(
                actor=names.actor(new.get("responsible")), step=title, pathway=pathway
            ),
        )
    if old.get("deadline") != new.get("deadline"):
        deadline = names.deadline(mapping(new, "deadline")) if "deadline" in new else ""
        sentence = (
            _("Fristen for «{step}» i «{pathway}» er nå {deadline}")
            if deadline
            else _("«{step}» i «{pathway}» har ingen frist lenger")
        )
        yield "steps", sentence.format(step=title, pathway=pathway, deadline=deadline)
    if any(old.get(key) != new.get(key) for key in (old.keys() | new.keys()) - told):
        yield "steps", _("Steget «{step}» i «{pathway}» er skrevet om").format(step=title, pathway=pathway)
