"""Leads what shared records say of one another to the local records that stand for them.

A municipality may give the shared record `ppt` another id, stand its own record in its place, or have two of it. The
shared texts still say `ppt`. Their references and links are written anew before the records are made, so that pages,
checks, search and prints all know one name. What is written anew keeps its place in the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from builder.check.rewriting import Rewriter
from builder.i18n import N_
from builder.load.declaration import Declaration
from builder.load.local import Leads
from builder.load.shared import is_shared
from builder.load.tree import Mapping, Node, Scalar, Sequence
from builder.model.actor import Actor
from builder.model.service import CONTACTS, SERVICES
from builder.problem import Message, Problem, Severity

RULE = "stand-in-contact"
_OTHER_CONTACT = N_(
    "felles tekster viser til kontakten «{contact}», som ikke finnes her; «{used}» er brukt i stedet. Gi den rette "
    "kontakten id-en «{id}»"
)
_LINK = re.compile(r"\]\(([a-z]+):([a-z0-9-]+)(?=[)#\s])")


class Leading(Rewriter):
    """The records of one municipality, with what they say of shared records that others stand for written anew."""

    def __init__(self, declarations: Iterable[Declaration], leads: Leads) -> None:
        self._leads = leads
        #: What is called something else here. Where the shared name stands, only contacts of it may.
        self._renamed = {name for (_, name), ids in leads.items() if ids != (name,)}
        self._written = list(declarations)
        self._standing = {(d.kind, d.id): d for d in self._written}
        self._contacts = self._contacts_of_those_replaced()
        self._problems: dict[tuple[str, str], Problem] = {}
        # A name leads to one record or more, so no record comes to nothing.
        self.declarations = [self._declaration(d) or d for d in self._written] if leads else self._written

    @property
    def problems(self) -> list[Problem]:
        """What the municipality should know of where shared texts lead."""
        return list(self._problems.values())

    def _contacts_of_those_replaced(self) -> dict[str, Set[str]]:
        """The services that stand for shared ones under the same id -> their contacts, by their whole names."""
        names = [name for kind, name in self._leads if kind == SERVICES.name and name not in self._renamed]
        services = [(name, one) for name in names if (one := self._standing.get((SERVICES.name, name)))]
        return {name: {Actor.of(name, contact) for contact in _contacts(one.tree)} for name, one in services}

    def _concerns(self, named: Set[str]) -> bool:
        if not self._renamed.isdisjoint(named):
            return True
        replaced = self._contacts.keys() & named
        actors = [Actor(name) for name in named if replaced and "." in name]
        return any(one.service in replaced and one not in self._contacts[one.service] for one in actors)

    def _in_list(self, items: list[Node]) -> list[Node]:
        return _once(items)

    def _relinked(self, node: Scalar, text: str) -> str:
        return _LINK.sub(lambda found: self._link(node, found), text)

    def _link(self, node: Scalar, found: re.Match[str]) -> str:
        names = self._leading_from(node, found[1], found[2])
        return f"]({found[1]}:{names[0]}" if names else found[0]

    def _named(self, node: Scalar, name: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
        actor = Actor(name)
        if actor.contact and CONTACTS.name in kinds:
            services = self._leading_from(node, SERVICES.name, actor.service)
            return tuple(self._contact(one, actor, SERVICES.name in kinds) for one in services) or (name,)
        found = (self._leading_from(node, kind, name) for kind in kinds)
        return next((names for names in found if names), (name,))

    def _leading_from(self, node: Scalar, kind: str, name: str) -> tuple[str, ...]:
        """What a name leads to. What a municipality has written itself means what it says, where that is there."""
        if (kind, name) in self._standing and not is_shared(node.mark.path):
            return ()
        return self._leads.get((kind, name), ())

    def _contact(self, service: str, actor: Actor, or_service: bool) -> str:
        """A contact in the service that stands for another: of the same id, or who answers there."""
        declaration = self._standing.get((SERVICES.name, service))
        ids = _contacts(declaration.tree) if declaration else []
        if declaration is None or actor.contact in ids or not (ids or or_service):
            return Actor.of(service, actor.contact)
        used = service if or_service else Actor.of(service, ids[0])
        message = Message(_OTHER_CONTACT, contact=actor, used=used, id=actor.contact)
        mark = declaration.tree.fields.get(CONTACTS.name, declaration.tree).mark
        self._problems.setdefault((service, actor.contact), Problem(mark, RULE, message, Severity.ADVICE))
        return used


def _contacts(service: Mapping) -> list[str]:
    contacts = service.fields.get(CONTACTS.name)
    items = contacts.items if isinstance(contacts, Sequence) else []
    return [name for item in items if isinstance(item, Mapping) and (name := item.text("id"))]


def _once(items: Iterable[Node]) -> list[Node]:
    """The items, each name once: two that were named may have become one."""
    names: dict[object, Node] = {}
    for item in items:
        names.setdefault(item.text if isinstance(item, Scalar) else id(item), item)
    return list(names.values())
