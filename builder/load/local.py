"""What stands in a municipality: its own records and the shared ones.

A local record may build on a shared one (`extends`), or stand instead of it whole (`replaces`), under the same id or
another. Several may build on the same. What the shared record says to families stands also where it is replaced, until
the local one says something itself: it is about what the law gives them, and not about how a municipality works.
"""

from __future__ import annotations

from collections import abc, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from builder.i18n import N_
from builder.load.addition import ADD
from builder.load.declaration import Declaration
from builder.load.duplicates import duplicates
from builder.load.merge import EXTENDS, ONLY_ADDED_TO, RULE, allowed, extended, still_vouched_for, without
from builder.load.tree import Mapping
from builder.problem import Message, Problem
from builder.suggest import did_you_mean

REPLACES = "replaces"
#: What still stands of a shared record that is replaced.
_STILL_SAID = ("families",)
_NO_EXTENDS = N_("add legger til i en felles post, så posten må også ha extends; er den kommunens egen, skriv i lista")
_ONE_OF_THEM = N_("en post kan enten bygge på en felles post (extends) eller erstatte den (replaces); fjern den ene")
_SAME_FOR_ALL = N_("posten er lik for alle og kan ikke erstattes; bruk extends og {add}")
_NO_BASE = N_("{way} viser til «{id}», som ikke finnes blant de felles postene for denne kommunen{hint}")

#: The kind and id of a record.
Place = tuple[str, str]
#: Shared records -> the ids of those that stand for them.
Leads = abc.Mapping[Place, tuple[str, ...]]
_Made = tuple[list[Declaration], list[Problem]]


class Overridden(NamedTuple):
    """Shared and own records as one list, and what was wrong.

    `leads` has, for each shared record that others stand for, their ids in the order of the files: a record that
    names the shared one leads to them. One that is only built on, under its own id, is not there.
    """

    declarations: list[Declaration]
    problems: list[Problem]
    leads: Leads


def overridden(shared: list[Declaration], own: list[Declaration]) -> Overridden:
    """Shared and own records as one list, with `extends` and `replaces` carried out."""
    known = {(d.kind, d.id): d for d in shared if d.id is not None}
    result, problems, standing = list[Declaration](), list[Problem](), defaultdict[Place, list[Declaration]](list)
    for declaration in own:
        base, found = _base(declaration, known)
        made, refused = _standing(base, declaration) if base else _alone(declaration, found)
        problems.extend(found + refused)
        result.extend(made)
        if base and base.id is not None:
            standing[base.kind, base.id].extend(made)
    everything = [d for d in shared if (d.kind, d.id) not in standing] + result
    problems.extend(duplicates(everything))
    replaced = {(d.kind, d.tree.text(REPLACES)) for d in own}
    leads = {place: tuple(one.id for one in made if one.id) for place, made in standing.items()}
    return Overridden(
        everything, problems, {place: ids for place, ids in leads.items() if ids != place[1:] or place in replaced}
    )


def base_of(declaration: Declaration) -> tuple[str, str | None]:
    """The kind and id of the shared record that one says it builds on or replaces; without an id where it does not."""
    return declaration.kind, declaration.tree.text(EXTENDS) or declaration.tree.text(REPLACES)


def _base(declaration: Declaration, known: abc.Mapping[Place, Declaration]) -> tuple[Declaration | None, list[Problem]]:
    """The shared record that a local one builds on or replaces, if it does; and why that cannot be."""
    tree = declaration.tree
    ways = [key for key in (EXTENDS, REPLACES) if key in tree.fields]
    if not ways:
        return None, []
    if len(ways) > 1:
        return None, [Problem(tree.keys[REPLACES], RULE, Message(_ONE_OF_THEM))]
    if REPLACES in ways and declaration.kind in ONLY_ADDED_TO:
        return None, [Problem(tree.keys[REPLACES], RULE, Message(_SAME_FOR_ALL, add=ADD))]
    base = known.get((declaration.kind, tree.text(ways[0]) or ""))
    return base, [] if base else [_no_base(declaration, ways[0], known)]


def _standing(base: Declaration, declaration: Declaration) -> _Made:
    """The record that stands for a shared one. It has the same id where it does not say another."""
    if REPLACES in declaration.tree.fields:
        tree, refused = _replacing(base.tree, declaration.tree), _nothing_to_add_to(declaration)
    else:
        local, refused = allowed(declaration)
        tree, found = extended(still_vouched_for(base, local), local)
        refused = refused + found
    return [Declaration(declaration.kind, tree.text("id"), tree)], refused


def _replacing(base: Mapping, local: Mapping) -> Mapping:
    tree = without(local, REPLACES, ADD)
    still = [key for key in _STILL_SAID if key in base.fields and key not in tree.fields]
    if still:
        said, keys = {key: base.fields[key] for key in still}, {key: base.keys[key] for key in still}
        tree = Mapping(tree.mark, {**tree.fields, **said}, {**tree.keys, **keys})
    if "id" in tree.fields:
        return tree
    return Mapping(tree.mark, {"id": local.fields[REPLACES], **tree.fields}, {"id": local.keys[REPLACES], **tree.keys})


def _alone(declaration: Declaration, found: list[Problem]) -> _Made:
    """A record that stands on no shared one; nothing where it should have been built on one that is not there."""
    if found and EXTENDS in declaration.tree.fields:
        return [], []
    return [_plain(declaration)], _nothing_to_add_to(declaration) if not found else []


def _nothing_to_add_to(declaration: Declaration) -> list[Problem]:
    if ADD not in declaration.tree.fields:
        return []
    return [Problem(declaration.tree.keys[ADD], RULE, Message(_NO_EXTENDS))]


def _plain(declaration: Declaration) -> Declaration:
    """The record without what is already reported as wrong."""
    if declaration.tree.fields.keys().isdisjoint((REPLACES, ADD)):
        return declaration
    return Declaration(declaration.kind, declaration.id, without(declaration.tree, REPLACES, ADD))


def _no_base(declaration: Declaration, way: str, known: Iterable[Place]) -> Problem:
    node, name = declaration.tree.fields[way], declaration.tree.text(way) or ""
    ids = [one for kind, one in known if kind == declaration.kind]
    return Problem(
        node.mark,
        RULE,
        Message(_NO_BASE, way=way, id=name, hint=did_you_mean(name, ids)),
        causes=(f"{declaration.kind}:{declaration.id}",),
        follows=(f"{declaration.kind}:{name}",),
    )
