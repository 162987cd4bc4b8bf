"""The tags of a PDF as a tree that can be changed, and written back whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pydyf

#: What only groups, for looks.
GROUPS = {"Div", "NonStruct"}
#: What stands for nothing in the list of parents: a piece of the page that is no part of the text.
_NOTHING = b"null"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a page: the reference to the page, and the number of the piece there."""

    page: bytes
    mcid: int


@dataclass(slots=True, eq=False)
class Tag:
    """An element of the structure. In it stand others, pieces of pages, and references to links and fields."""

    said: pydyf.Dictionary
    kids: list[Tag | Piece | Any] = field(default_factory=list)
    box: Any = None
    """The box of WeasyPrint it was made of, where that is known."""
    kind: str = ""
    """«P», «Table» …. It is said when the tree is saved."""

    def __post_init__(self) -> None:
        self.kind = str(self.said["S"][1:])

    @property
    def page(self) -> bytes:
        """The reference to the page it is on."""
        page: bytes = self.said["Pg"]
        return page

    @property
    def tags(self) -> list[Tag]:
        """The elements in it."""
        return [kid for kid in self.kids if isinstance(kid, Tag)]

    def all(self) -> Iterator[Tag]:
        """Itself and all below, in reading order."""
        waiting = [self]
        while waiting:
            tag = waiting.pop()
            yield tag
            waiting.extend(reversed(tag.tags))


class Tree:
    """Reads what WeasyPrint has written, one element at the top, and writes it back with all that follows from it."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self.pdf = pdf
        self.root = self.object(pdf.catalog["StructTreeRoot"])
        self.top = self._read(self.object(self.root["K"][0]))
        self._dropped: set[bytes] = set()

    def object(self, reference: bytes) -> Any:
        """What is referred to."""
        return self.pdf.objects[int(reference.split(b" ", 1)[0])]

    def new(self, kind: str, kids: list[Tag | Piece | Any], page: bytes) -> Tag:
        """An element more."""
        said = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{kind}", "Pg": page})
        self.pdf.add_object(said)
        return Tag(said, kids)

    def save(self) -> None:
        """Writes each element with what stands in it, and of each piece, link and field where it stands."""
        kept = {tag.said.number for tag in self.top.all()}
        for one in self.pdf.objects:
            if isinstance(one, pydyf.Dictionary) and one.get("Type") == "/StructElem" and one.number not in kept:
                one.free = "f"  # is not written
        pieces: dict[bytes, dict[int, bytes]] = defaultdict(dict)
        notes = {}
        for tag in self.top.all():
            reference = tag.said.reference
            tag.said["S"] = f"/{tag.kind}"
            tag.said["K"] = pydyf.Array(_written(tag, kid) for kid in tag.kids)
            for kid in tag.kids:
                if isinstance(kid, Tag):
                    kid.said["P"] = reference
                elif isinstance(kid, Piece):
                    pieces[kid.page][kid.mcid] = reference
                else:
                    notes[self.annotation(kid)["StructParent"]] = reference
        self._write_annotations()
        self.object(self.root["ParentTree"])["Nums"] = pydyf.Array(self._parents(pieces, notes))

    def annotation(self, kid: bytes) -> Any:
        """The link or field that stands in an element."""
        return self.object(self.object(kid)["Obj"])

    def drop_annotation(self, kid: bytes) -> None:
        """Takes a link or field from its page; the element must not have it."""
        self._dropped.add(self.object(kid)["Obj"])

    def _write_annotations(self) -> None:
        for page in map(self.object, self.pdf.page_references):
            if self._dropped.intersection(page.get("Annots", ())):
                page["Annots"] = pydyf.Array(note for note in page["Annots"] if note not in self._dropped)

    def _parents(self, pieces: dict[bytes, dict[int, bytes]], notes: dict[int, bytes]) -> Iterator[Any]:
        for number, page in enumerate(self.pdf.page_references):
            yield number
            last = max(pieces[page], default=-1)
            yield pydyf.Array(pieces[page].get(mcid, _NOTHING) for mcid in range(last + 1))
        for number, reference in sorted(notes.items()):
            yield number
            yield reference

    def _read(self, said: pydyf.Dictionary) -> Tag:
        return Tag(said, [self._kid(kid, said) for kid in said["K"]])

    def _kid(self, kid: Any, above: pydyf.Dictionary) -> Tag | Piece | Any:
        if isinstance(kid, int):
            return Piece(above["Pg"], kid)
        found = self.object(kid)
        return self._read(found) if found["Type"] == "/StructElem" else kid


def _written(tag: Tag, kid: Tag | Piece | Any) -> Any:
    """How a tag refers to what stands in it (ISO 32000-1, 14.7.4.2): a piece of another page says which."""
    if isinstance(kid, Tag):
        return kid.said.reference
    if not isinstance(kid, Piece):
        return kid
    elsewhere = pydyf.Dictionary({"Type": "/MCR", "Pg": kid.page, "MCID": kid.mcid})
    return kid.mcid if kid.page == tag.said.get("Pg") else elsewhere
