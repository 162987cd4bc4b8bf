"""Another id for a record or a contact: the record itself, and everything in the municipality's files that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from builder.edit.document import Document, EditError
from builder.edit.local import LocalFiles, field_order
from builder.edit.values import Path as Steps
from builder.i18n import N_
from builder.load.tree import Mapping, Node, Scalar, Sequence
from builder.load.yaml_text import parse
from builder.model.acceptance import ACCEPTED
from builder.model.actor import Actor
from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.kind import Kind, Named
from builder.model.municipality import DISTRICTS, MUNICIPALITY
from builder.model.references import Path as RecordPath
from builder.model.removed import REMOVED
from builder.model.service import CONTACTS, SERVICES
from builder.problem import Mark, Message

FORMERLY = "formerly"
_SHARED = N_(
    "«{contact}» er en felles kontakt, og heter det samme i alle kommuner; skriv det dere kaller rollen, under role"
)


class Renaming:
    """What is written when a record, or a contact named `service.contact`, gets another id.

    `names` are the old one and the new one, of a contact with its service. Files of shared records are not touched:
    what they name leads to the record by what it extends.
    """

    def __init__(self, files: LocalFiles, handbook: Handbook, kind: Named, names: tuple[str, str]) -> None:
        self.kind = kind
        self.old, self.new = names
        self._handbook = handbook
        self.files = files

    @property
    def moves(self) -> dict[Path, Path]:
        """The files that are named after the record -> what they are to be named."""
        if not isinstance(self.kind, Kind):
            return {}
        named = (one.path for one in self.files.documents if one.path.stem == self.old and one.has(self.new))
        return {path: path.with_name(f"{self.new}{path.suffix}") for path in named}

    def carry_out(self) -> None:
        """Makes the changes in the documents of `files`. Raises EditError."""
        # All places are found before anything is written: what is written moves what stands below it.
        for document, steps, value in list(self._places()):
            document.set(steps, value)
        self._give_the_id()

    def _places(self) -> Iterator[tuple[Document, Steps, str]]:
        for mark, value in self._named():
            path = Path(mark.path)
            if self.files.has(path):
                document = self.files.opened(path)
                yield document, steps_to(document, mark), value

    def _give_the_id(self) -> None:
        if self.kind is CONTACTS:
            old, new = Actor(self.old), Actor(self.new)
            document, record_id = self.files.of(SERVICES.name, old.service)
            place: Steps = (record_id, "contacts", old.contact)
            if not document.has(*place, "role"):
                raise EditError(Message(_SHARED, contact=self.old))
            before = _former(document, (*place, FORMERLY))
            document.set((*place, FORMERLY), [*before, old.contact], ("id", FORMERLY))
            document.set((*place, "id"), new.contact)
            return
        if self.kind is DISTRICTS:
            document, record_id = self.files.of(MUNICIPALITY.name, self._handbook.municipality.id)
            document.set((record_id, DISTRICTS.name, self.old, "id"), self.new)
            return
        assert isinstance(self.kind, Kind)
        document, _ = self.files.of(self.kind.name, self.old)
        before = _former(document, (self.old, FORMERLY))
        document.set((self.old, FORMERLY), [*before, self.old], field_order(self.kind))
        document.rename(self.old, self.new)

    def _named(self) -> Iterator[tuple[Mark, str]]:
        """Every place where it is named, with what is to stand there."""
        for record, path, text in self._values():
            new = self._renamed(text)
            if new != text:
                yield record.at(*path), new
        for reference in self._handbook.references:
            name = self._reference(reference.kind, reference.id) if reference.kind else None
            if name:
                yield reference.source.at(*reference.path), name

    def _reference(self, kind: str, named: str) -> str | None:
        """What a reference is to be; None where it is to something else."""
        if kind == self.kind.name and named == self.old:
            return self.new
        actor = Actor(named)
        if self.kind is SERVICES and kind == CONTACTS.name and actor.service == self.old:
            return Actor.of(self.new, actor.contact)
        return None

    def _values(self) -> Iterator[tuple[Record, RecordPath, str]]:
        """The texts where it may be named by its kind and id, «services:ppt»."""
        yield from self._handbook.prose
        for acceptance in self._handbook.of(ACCEPTED):
            yield acceptance, ("record",), acceptance.record or ""
        for removed in self._handbook.of(REMOVED):
            yield removed, ("instead",), removed.instead or ""

    def _renamed(self, text: str) -> str:
        address = rf"(?<![\w:.-]){re.escape(f'{self.kind.name}:{self.old}')}(?![\w-])"
        return re.sub(address, f"{self.kind.name}:{self.new}", text)


def _former(document: Document, path: Steps) -> list[str]:
    """The ids there were before."""
    found = document.value(*path) if document.has(*path) else []
    return [str(one) for one in found] if isinstance(found, list) else []


def steps_to(document: Document, mark: Mark) -> Steps:
    """The path of the value that stands at a place in a document as it is now."""
    tree, _ = parse(document.shown, document.text.encode())
    assert tree is not None
    found = _within(tree, mark)
    assert found is not None, mark
    record_id = tree.text("id") if isinstance(tree, Mapping) else None
    return (record_id, *found) if record_id is not None else found


def _within(node: Node, mark: Mark) -> Steps | None:
    if isinstance(node, Scalar):
        return () if (node.mark.line, node.mark.column) == (mark.line, mark.column) else None
    children = enumerate(node.items) if isinstance(node, Sequence) else node.fields.items()
    for step, child in children:
        found = _within(child, mark)
        if found is not None:
            return (step, *found)
    return None
