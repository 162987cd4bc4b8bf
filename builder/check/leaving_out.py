"""Leaves out the shared records a municipality says it does without (`without` in municipality.yml).

What other shared texts say of them is written anew before the records are made: a list loses the name, an optional
field is left out, a link becomes its plain text. A shared record that cannot stand without the name is left out too.
What the municipality has written itself is never changed: it is told that what it names is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from collections.abc import Mapping as Of

from builder.check.rewriting import Rewriter
from builder.i18n import N_
from builder.load.declaration import Declaration
from builder.load.local import Leads, Place
from builder.load.merge import ONLY_ADDED_TO
from builder.load.shared import is_shared
from builder.load.tree import Scalar, Sequence
from builder.model.actor import Actor
from builder.model.municipality import MUNICIPALITY
from builder.model.service import CONTACTS, SERVICES
from builder.problem import Message, Problem, Severity
from builder.suggest import did_you_mean

RULE = "without"
WITHOUT = "without"
_UNKNOWN = N_("without: «{name}» er ingen felles post{hint}; skriv den som services:krisesenter")
_OWN = N_("«{name}» har en egen post i kommunen; ta bort enten den eller linja i without")
_FOR_ALL = N_("«{name}» er lik for alle, og kan ikke utelates")
_LEFT_OUT = N_("«{name}» er utelatt med without i municipality.yml; ta bort henvisningen, eller linja i without")
_FOLLOWED = N_("without endrer felles poster. Utelatt fordi de ikke kan stå alene: {left}. Skrevet om: {changed}")
_NONE = "–"
_LINK = re.compile(r"\[([^][]*)\]\(([a-z]+):([a-z0-9-]+)(?:[#\s][^)]*)?\)")


class LeavingOut(Rewriter):
    """The records of one municipality without what it leaves out."""

    def __init__(self, declarations: Iterable[Declaration], leads: Leads) -> None:
        written = list(declarations)
        self.named, self.problems = _named(written, leads)
        self.left = set(self.named)
        self._changed: set[Place] = set()
        self._told: dict[tuple[str, int, int], Problem] = {}
        self.declarations = self._fixed(written) if self.left else written
        self.problems += self._told.values()
        self.problems += self._followed()

    def without(self, declarations: Iterable[Declaration]) -> list[Declaration]:
        """The same of the records in another language."""
        return list(self._standing(declarations)) if self.left else list(declarations)

    def _fixed(self, written: list[Declaration]) -> list[Declaration]:
        """What stands when nothing more falls: a record that falls may take others with it."""
        while True:
            before = len(self.left)
            made = list(self._standing(written))
            if len(self.left) == before:
                return made

    def _standing(self, written: Iterable[Declaration]) -> Iterator[Declaration]:
        for declaration in written:
            place = (declaration.kind, declaration.id or "")
            if place in self.left:
                continue
            made = self._declaration(declaration)
            if made is None:
                self.left.add(place)
                continue
            if made is not declaration:
                self._changed.add(place)
            yield made

    def _concerns(self, named: Set[str]) -> bool:
        return any(id_ in named for _, id_ in self.left)

    def _named(self, node: Scalar, name: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
        place = self._left_by(name, kinds)
        return () if place and self._may_change(node, place) else (name,)

    def _relinked(self, node: Scalar, text: str) -> str:
        return _LINK.sub(lambda found: self._link(node, found), text)

    def _link(self, node: Scalar, found: re.Match[str]) -> str:
        place = (found[2], found[3])
        return found[1] if place in self.left and self._may_change(node, place) else found[0]

    def _left_by(self, name: str, kinds: tuple[str, ...]) -> Place | None:
        actor = Actor(name)
        if actor.contact and CONTACTS.name in kinds:
            place = (SERVICES.name, actor.service)
            return place if place in self.left else None
        return next(((kind, name) for kind in kinds if (kind, name) in self.left), None)

    def _may_change(self, node: Scalar, place: Place) -> bool:
        """Only shared texts are written anew; one of the municipality's own is told."""
        if is_shared(node.mark.path):
            return True
        message = Message(_LEFT_OUT, name=":".join(place))
        self._told[node.mark.path, node.mark.line, node.mark.column] = Problem(node.mark, RULE, message)
        return False

    def _followed(self) -> list[Problem]:
        """What the municipality should know of that it has not written itself."""
        fallen = sorted(self.left - self.named.keys())
        changed = sorted(self._changed - self.left)
        if not fallen and not changed:
            return []
        message = Message(_FOLLOWED, left=_listed(fallen), changed=_listed(changed))
        return [Problem(next(iter(self.named.values())).mark, RULE, message, Severity.ADVICE)]


def _named(written: list[Declaration], leads: Leads) -> tuple[dict[Place, Scalar], list[Problem]]:
    """The shared records that the municipality does without, and what is wrong with how it says so."""
    places = {(d.kind, d.id or ""): d for d in written}
    shared = [place for place, d in places.items() if is_shared(d.tree.mark.path)]
    found, problems = dict[Place, Scalar](), list[Problem]()
    for node in _said(written):
        kind, _, id_ = (node.text or "").partition(":")
        message = _refused((kind, id_), places, shared, leads)
        if message:
            problems.append(Problem(node.mark, RULE, message))
        else:
            found[kind, id_] = node
    return found, problems


def _said(written: list[Declaration]) -> Iterator[Scalar]:
    for declaration in written:
        said = declaration.tree.fields.get(WITHOUT) if declaration.kind == MUNICIPALITY.name else None
        if isinstance(said, Sequence):
            yield from (item for item in said.items if isinstance(item, Scalar) and item.text)


def _refused(place: Place, places: Of[Place, Declaration], shared: list[Place], leads: Leads) -> Message | None:
    name = ":".join(place)
    if place in leads or (place in places and place not in shared):
        return Message(_OWN, name=name)
    if place not in places:
        return Message(_UNKNOWN, name=name, hint=did_you_mean(name, [":".join(one) for one in shared]))
    return Message(_FOR_ALL, name=name) if place[0] in ONLY_ADDED_TO else None


def _listed(places: list[Place]) -> str:
    return ", ".join(":".join(place) for place in places) or _NONE
