"""The structure tree of a PDF as it stands in the file, read once, in the order a screen reader goes through it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, IndirectObject

from tests.pdf.structure.content import Content


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a page: marked content, by the object number of the page and its number there."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Pointer:
    """What an element says about an annotation: the object number of it."""

    number: int


@dataclass(slots=True, eq=False)
class Element:
    """An element of the structure; its kind is the standard one it stands for."""

    number: int
    kind: str
    said: Any
    above: Element | None
    kids: list[Element | Piece | Pointer] = field(default_factory=list)

    @property
    def elements(self) -> list[Element]:
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def pieces(self) -> list[Piece]:
        return [kid for kid in self.kids if isinstance(kid, Piece)]

    @property
    def pointers(self) -> list[Pointer]:
        return [kid for kid in self.kids if isinstance(kid, Pointer)]

    def attribute(self, name: str) -> Any:
        """What an attribute of the element is; None where it is not said."""
        told = self.said.get("/A")
        groups = told if isinstance(told, ArrayObject) else [told] if told is not None else []
        return next((group[name] for one in groups if name in (group := one.get_object())), None)

    def __str__(self) -> str:
        path, above = self.kind, self.above
        while above is not None:
            path, above = f"{above.kind}>{path}", above.above
        return f"{path} ({self.number})"


class Document:
    """A PDF: its structure, its pages, and what stands on them."""

    def __init__(self, pdf: pypdf.PdfReader) -> None:
        self.pdf = pdf
        self.catalog: Any = pdf.trailer["/Root"]
        self.root: Any = self.catalog.get("/StructTreeRoot", {})
        self.pages = {page.indirect_reference.idnum: page for page in pdf.pages if page.indirect_reference}
        self.content = {number: Content.of(page) for number, page in self.pages.items()}

    @cached_property
    def tops(self) -> list[Element]:
        """The elements at the top."""
        found = Element(0, "StructTreeRoot", self.root, None)
        waiting = [(found, self.root["/K"], 0)] if "/K" in self.root else []
        while waiting:
            above, told, page = waiting.pop()
            waiting.extend(reversed(list(self._kids(above, told, page))))
        return found.elements

    @cached_property
    def elements(self) -> list[Element]:
        """All of them, in the order they are read."""
        return [one for top in self.tops for one in _below(top)]

    @cached_property
    def parents(self) -> dict[int, Any]:
        """What the document says that the parents of content are: number -> one reference, or one for each MCID."""
        waiting, found = [self.root["/ParentTree"].get_object()] if "/ParentTree" in self.root else [], {}
        while waiting:
            node = waiting.pop()
            waiting.extend(kid.get_object() for kid in node.get("/Kids", ()))
            numbers = node.get("/Nums", [])
            found |= {int(key): numbers[2 * i + 1] for i, key in enumerate(numbers[::2])}
        return found

    @cached_property
    def annotations(self) -> dict[int, Any]:
        """The annotations of all pages, by their object numbers."""
        return {note.idnum: note.get_object() for page in self.pages.values() for note in page.get("/Annots", ())}

    def _kids(self, above: Element, told: Any, page: int) -> Iterator[tuple[Element, Any, int]]:
        """Adds what an element says stands in it; gives those that have something in them in turn."""
        number = told.idnum if isinstance(told, IndirectObject) else 0
        said = told.get_object()
        if isinstance(said, ArrayObject):
            yield from ((above, kid, page) for kid in said)
        elif isinstance(said, int):
            above.kids.append(Piece(page, int(said)))
        elif said.get("/Type") == "/OBJR":
            above.kids.append(Pointer(said.raw_get("/Obj").idnum))
        elif said.get("/Type") == "/MCR":
            above.kids.append(Piece(said.raw_get("/Pg").idnum if "/Pg" in said else page, int(said["/MCID"])))
        else:
            element = Element(number, self._kind(said["/S"]), said, above if above.number else None)
            above.kids.append(element)
            if "/K" in said:
                yield element, said.raw_get("/K"), said.raw_get("/Pg").idnum if "/Pg" in said else page

    def _kind(self, kind: str) -> str:
        roles, seen = self.root.get("/RoleMap", {}), {kind}
        while kind in roles and roles[kind] not in seen:
            kind = roles[kind]
            seen.add(kind)
        return kind.removeprefix("/")


def _below(element: Element) -> Iterator[Element]:
    waiting = [element]
    while waiting:
        found = waiting.pop()
        yield found
        waiting.extend(reversed(found.elements))
