"""Merges a local record into the shared one it `extends`.

Fields the municipality names replace the shared ones. A mapping is merged field by field; a list
whose items have an `id` is merged item by item; anything else is replaced whole. After that, what stands
under `add` comes last in the lists (see `builder.load.addition`). Law is only added to: it is the same for all.
"""

from __future__ import annotations

from builder.i18n import N_
from builder.load.addition import ADD, added, faults
from builder.load.declaration import Declaration
from builder.load.tree import Mapping, Node, Sequence
from builder.problem import Message, Problem

EXTENDS = "extends"
#: Kinds that are the same for everybody, and what may be added to a shared record of them: nothing is laid over it.
ONLY_ADDED_TO = {"laws": "provisions"}
#: What records of a kind say about the law, and what somebody vouched for when they said the shared text.
SAID = {
    "rules": {"kind", "about", "answer", "summary", "may_share", "conditions", "precedence", "consent", "legal_basis"}
}
VOUCHED = ("approved_by", "approved", "legal_review")
RULE = "extends"

_ONLY_ADDED = N_("«{field}» kan ikke endres her, for posten er lik for alle; under add kan dere legge til {addable}")

_NO_FIELDS = N_("add skal ha felter med lister under seg, som «does:» med «- » på linjene under")


def allowed(declaration: Declaration) -> tuple[Mapping, list[Problem]]:
    """What a municipality may write over a shared record, and what it may not."""
    tree, addable = declaration.tree, ONLY_ADDED_TO.get(declaration.kind)
    if addable is None:
        return tree, []
    free = (EXTENDS, ADD, "id") if tree.text("id") == tree.text(EXTENDS) else (EXTENDS, ADD)
    fixed = [key for key in tree.fields if key not in free]
    extra = tree.fields.get(ADD)
    unknown = [key for key in extra.fields if key != addable] if isinstance(extra, Mapping) else []
    marks = [(key, tree.keys[key]) for key in fixed]
    if isinstance(extra, Mapping) and unknown:
        marks += [(key, extra.keys[key]) for key in unknown]
        tree = Mapping(tree.mark, tree.fields | {ADD: without(extra, *unknown)}, tree.keys)
    problems = [Problem(mark, RULE, Message(_ONLY_ADDED, field=key, addable=addable)) for key, mark in marks]
    return without(tree, *fixed), problems


def still_vouched_for(base: Declaration, local: Mapping) -> Mapping:
    """The shared record; where the local one has it say something else, without what held for the shared words."""
    extra = local.fields.get(ADD)
    changed = set(local.fields) | (set(extra.fields) if isinstance(extra, Mapping) else set())
    return base.tree if changed.isdisjoint(SAID.get(base.kind, ())) else without(base.tree, *VOUCHED)


def extended(base: Mapping, local: Mapping) -> tuple[Mapping, list[Problem]]:
    """The shared record with the local fields, and then the local additions; and what could not be added."""
    laid_over = _laid_over(base, without(local, EXTENDS, ADD))
    extra = local.fields.get(ADD)
    if extra is None:
        return laid_over, []
    if not isinstance(extra, Mapping):
        return laid_over, [Problem(extra.mark, RULE, Message(_NO_FIELDS))]
    return added(laid_over, extra), [Problem(mark, RULE, message) for mark, message in faults(laid_over, extra)]


def merged(base: Node, local: Node) -> Node:
    """The shared value with the local one laid over it; each part keeps its own place in the files."""
    if isinstance(base, Mapping) and isinstance(local, Mapping):
        return _laid_over(base, local)
    if isinstance(base, Sequence) and isinstance(local, Sequence) and _has_ids(base) and _has_ids(local):
        return _merged_by_id(base, local)
    return local


def _laid_over(base: Mapping, local: Mapping) -> Mapping:
    fields = dict(base.fields)
    for key, value in local.fields.items():
        fields[key] = merged(base.fields[key], value) if key in base.fields else value
    return Mapping(local.mark, fields, {**base.keys, **local.keys})


def _has_ids(sequence: Sequence) -> bool:
    return bool(sequence.items) and all(isinstance(item, Mapping) and item.text("id") for item in sequence.items)


def _merged_by_id(base: Sequence, local: Sequence) -> Sequence:
    items: dict[str | None, Node] = {item.text("id"): item for item in base.items if isinstance(item, Mapping)}
    for item in local.items:
        if isinstance(item, Mapping):
            key = item.text("id")
            items[key] = merged(items[key], item) if key in items else item
    return Sequence(local.mark, list(items.values()))


def without(tree: Mapping, *names: str) -> Mapping:
    """The mapping without some of its fields."""
    fields = {key: value for key, value in tree.fields.items() if key not in names}
    keys = {key: mark for key, mark in tree.keys.items() if key not in names}
    return Mapping(tree.mark, fields, keys)
