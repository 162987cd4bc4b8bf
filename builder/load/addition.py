"""What `add` under `extends` puts into the lists of a shared record.

`add` has the shape of the record it adds to, and only lists in it grow: the new items come last. Items
with an `id` that is there before are not repeated; the lists inside them grow instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.i18n import N_
from builder.load.tree import Mapping, Node, Scalar, Sequence
from builder.problem import Mark, Message

ADD = "add"
_ONLY_LISTS = N_("«{field}» er ikke en liste, så add kan ikke legge noe til; skriv feltet utenfor add")
_ALREADY = N_("«{text}» står allerede i den felles lista; fjern det her")

Fault = tuple[Mark, Message]


def added(base: Mapping, extra: Mapping) -> Mapping:
    """The record with the items of `extra` last in its lists. What cannot be added is left out (see `faults`)."""
    fields, keys = dict(base.fields), dict(base.keys)
    for key, value in extra.fields.items():
        grown = _grown(_written(base, key), value)
        if grown is not None:
            fields[key] = grown
            keys[key] = extra.keys[key]
    return Mapping(base.mark, fields, keys)


def faults(base: Mapping, extra: Mapping) -> Iterator[Fault]:
    """What stands under `add` and cannot be added, or is in the shared list already."""
    for key, value in extra.fields.items():
        there = _written(base, key)
        if _grown(there, value) is None:
            yield value.mark, Message(_ONLY_LISTS, field=key)
        elif isinstance(there, Mapping) and isinstance(value, Mapping):
            yield from faults(there, value)
        elif isinstance(there, Sequence) and isinstance(value, Sequence):
            yield from _item_faults(there, value)


def _item_faults(base: Sequence, extra: Sequence) -> Iterator[Fault]:
    texts = {item.text for item in base.items if isinstance(item, Scalar)}
    parts = _by_id(base)
    for item in extra.items:
        if isinstance(item, Scalar) and item.text in texts:
            yield item.mark, Message(_ALREADY, text=item.text or "")
        elif isinstance(item, Mapping) and (there := parts.get(item.text("id"))):
            yield from faults(there, _without_id(item))


def _written(base: Mapping, key: str) -> Node | None:
    """The shared value; nothing after the colon is the same as no field."""
    node = base.fields.get(key)
    return None if isinstance(node, Scalar) and node.text is None else node


def _grown(base: Node | None, extra: Node) -> Node | None:
    """The shared value with more in its lists; None where there is no list to add to."""
    if isinstance(extra, Mapping) and (base is None or isinstance(base, Mapping)):
        return added(base or Mapping(extra.mark), extra)
    if isinstance(extra, Sequence) and (base is None or isinstance(base, Sequence)):
        return _longer(base or Sequence(extra.mark), extra)
    return None


def _longer(base: Sequence, extra: Sequence) -> Sequence:
    items, places = list(base.items), {name: place for place, name in enumerate(_by_id(base)) if name}
    if len(places) < len(base.items):  # not a list of things with ids: everything comes last
        places = {}
    for item in extra.items:
        place = places.get(item.text("id") or "") if isinstance(item, Mapping) else None
        there = items[place] if place is not None else None
        if place is not None and isinstance(there, Mapping) and isinstance(item, Mapping):
            items[place] = added(there, _without_id(item))
        else:
            items.append(item)
    return Sequence(extra.mark, items)


def _by_id(sequence: Sequence) -> dict[str | None, Mapping]:
    return {item.text("id"): item for item in sequence.items if isinstance(item, Mapping) and item.text("id")}


def _without_id(item: Mapping) -> Mapping:
    return Mapping(
        item.mark,
        {key: value for key, value in item.fields.items() if key != "id"},
        {key: mark for key, mark in item.keys.items() if key != "id"},
    )
