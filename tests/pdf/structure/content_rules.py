"""That all that is drawn is either tagged, once, or set aside as no part of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.pdf.structure.rule import rule
from tests.pdf.structure.tree import Document, Piece


@rule("ISO 14289-1, 7.1: all that is drawn is tagged, or an artifact")
def all_marked(document: Document) -> Iterator[str]:
    for number, content in document.content.items():
        if content.unmarked:
            yield f"page {number}: {Counter(content.unmarked)}"


@rule("ISO 14289-1, 7.1: what is tagged holds no artifact, and an artifact nothing tagged")
def never_both(document: Document) -> Iterator[str]:
    for number, content in document.content.items():
        yield from (f"page {number}: {mixed}" for mixed in content.mixed)


@rule("ISO 32000-1, 14.7.4.2: what is drawn by name is not tagged as if it were on the page")
def on_the_page_itself(document: Document) -> Iterator[str]:
    for number, content in document.content.items():
        yield from (f"page {number}: {said}" for said in content.within_forms)


@rule("ISO 14289-1, 7.1; ISO 32000-1, 14.7.4: each piece of a page stands once in the structure")
def each_piece_once(document: Document) -> Iterator[str]:
    tagged = Counter(piece for element in document.elements for piece in element.pieces)
    drawn = Counter(
        {Piece(page, mcid): n for page, content in document.content.items() for mcid, n in content.marked.items()}
    )
    yield from (f"{piece} is tagged {n} times" for piece, n in tagged.items() if n > 1)
    yield from (f"{piece} is drawn {n} times" for piece, n in drawn.items() if n > 1)
    yield from (f"{piece} is drawn and not tagged" for piece in drawn if piece not in tagged)
    yield from (f"{piece} is tagged and not drawn" for piece in tagged if piece not in drawn)


@rule("ISO 32000-1, 14.7.4.4: what the document says is the parent of a piece, is")
def pieces_know_their_element(document: Document) -> Iterator[str]:
    for element in document.elements:
        for piece in element.pieces:
            parents = document.parents.get(document.pages[piece.page].get("/StructParents"))
            known = parents.get_object() if parents is not None else []
            if piece.mcid >= len(known) or known[piece.mcid].idnum != element.number:
                yield f"{piece} of {element}"


RULES = (all_marked, never_both, on_the_page_itself, each_piece_once, pieces_know_their_element)
