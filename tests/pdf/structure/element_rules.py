"""What stands in what, and what each element says of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.pdf.structure.nesting import (
    GROUPING,
    HEADINGS,
    HOLDS,
    IN_LINES,
    LINES,
    STANDARD,
    STANDS_IN,
    TRANSPARENT,
)
from tests.pdf.structure.rule import rule
from tests.pdf.structure.tree import Document, Element


@rule("ISO 32000-1, 14.8.4.2: one element at the top, which groups")
def one_top(document: Document) -> Iterator[str]:
    kinds = [element.kind for element in document.tops]
    if len(kinds) != 1 or kinds[0] not in {"Document", "Part", "Art", "Sect", "Div"}:
        yield f"{kinds}"


@rule("ISO 14289-1, 7.1; ISO 32000-1, 14.8.4: kinds are standard ones, or stand for one")
def standard_kinds(document: Document) -> Iterator[str]:
    yield from (str(element) for element in document.elements if element.kind not in STANDARD)


@rule("ISO 32000-1, 14.7.2, table 323: an element says what it stands in")
def parents_agree(document: Document) -> Iterator[str]:
    for element in document.elements:
        said = element.said.raw_get("/P").idnum if "/P" in element.said else None
        if element.above is not None and said != element.above.number:
            yield str(element)


@rule(
    "ISO 32000-1, 14.8.4, tables 333 and 336 to 340; ISO 14289-1, 7.2: lists, tables and the like hold their parts alone"
)
def hold_their_parts(document: Document) -> Iterator[str]:
    for element in document.elements:
        if element.kind in HOLDS:
            allowed, clause = HOLDS[element.kind]
            wrong = [kid for kid in element.elements if kid.kind not in allowed.split()]
            yield from (f"{kid}: {clause}" for kid in wrong)
            if element.pieces and element.kind not in {"Form", "Annot"}:
                yield f"text in {element}: {clause}"


@rule("ISO 32000-1, 14.8.4, tables 333 and 336 to 339; ISO 14289-1, 7.2: parts stand in what they are parts of")
def stand_in_their_whole(document: Document) -> Iterator[str]:
    for element in document.elements:
        if element.kind in STANDS_IN:
            allowed, clause = STANDS_IN[element.kind]
            if element.above is None or element.above.kind not in allowed.split():
                yield f"{element}: {clause}"


@rule("ISO 32000-1, 14.8.4.2: what groups has no content of its own")
def groups_hold_elements(document: Document) -> Iterator[str]:
    yield from (str(element) for element in document.elements if element.kind in GROUPING and element.pieces)


@rule("ISO 32000-1, 14.8.4.3.2 and 14.8.4.4.1: what is a line, or of lines, holds parts of lines")
def lines_hold_lines(document: Document) -> Iterator[str]:
    for element in document.elements:
        above = element.above
        while above is not None and above.kind in TRANSPARENT:
            above = above.above
        if above is not None and above.kind in LINES and element.kind not in IN_LINES | TRANSPARENT:
            yield str(element)


@rule("ISO 32000-1, 14.8.4.4.2, table 338: a link points to what it opens, and stands in no other link")
def links(document: Document) -> Iterator[str]:
    for element in document.elements:
        if element.kind == "Link":
            if not element.pointers:
                yield f"{element} points to nothing"
            above = element.above
            while above is not None and above.kind != "Link":
                above = above.above
            if above is not None:
                yield f"{element} in a link"


@rule("ISO 14289-1, 7.18.4; ISO 32000-1, table 340: a form element has one field, and nothing else")
def forms(document: Document) -> Iterator[str]:
    for element in document.elements:
        if element.kind == "Form" and (len(element.kids) != 1 or not element.pointers):
            yield str(element)


@rule("ISO 32000-1, tables 336 and 337: there is something in lists and tables")
def not_empty(document: Document) -> Iterator[str]:
    for element in document.elements:
        if element.kind in {"L", "LI", "Table", "THead", "TBody", "TFoot", "TR"} and not element.kids:
            yield str(element)


@rule("ISO 32000-1, tables 333, 336 and 337; ISO 14289-1, 7.2: a caption first, or last in a table; one head, one foot")
def once_in_a_table(document: Document) -> Iterator[str]:
    for element in document.elements:
        kinds = [kid.kind for kid in element.elements]
        if element.kind == "Table" and max(kinds.count("THead"), kinds.count("TFoot")) > 1:
            yield f"{element} has more than one head or foot"
        if element.kind in {"L", "Table", "TOC"}:
            last = -1 if element.kind == "Table" else 0
            if "Caption" in kinds and (kinds.count("Caption") > 1 or "Caption" not in (kinds[0], kinds[last])):
                yield f"the caption of {element}"


@rule("ISO 32000-1, 14.8.5.5, table 347; Matterhorn Protocol 16-001: a list with labels says how it is numbered")
def lists_numbered(document: Document) -> Iterator[str]:
    for element in document.elements:
        labels = any(part.kind == "Lbl" for item in element.elements for part in item.elements if item.kind == "LI")
        if element.kind == "L" and labels and element.attribute("/ListNumbering") is None:
            yield str(element)


@rule("ISO 14289-1, 7.2 and 7.5: the rows of a table are equally wide")
def rows_alike(document: Document) -> Iterator[str]:
    for element in document.elements:
        if element.kind == "Table" and len(set(widths := _widths(element))) > 1:
            yield f"{element}: {widths}"


def _widths(table: Element) -> list[int]:
    """How many columns each row takes, with cells from rows above that go on in it."""
    rows = [row for part in table.elements for row in (part, *part.elements) if row.kind == "TR"]
    further = Counter[int]()
    widths = []
    for number, row in enumerate(rows):
        for cell in row.elements:
            columns, deep = (int(cell.attribute(name) or 1) for name in ("/ColSpan", "/RowSpan"))
            further.update({number + below: columns for below in range(deep)})
        widths.append(further[number])
    return widths + [further[number] for number in further if number >= len(rows)]


@rule("ISO 14289-1, 7.5: each header of a table says what it heads")
def headers_head(document: Document) -> Iterator[str]:
    for element in document.elements:
        if element.kind == "TH" and element.attribute("/Scope") not in {"/Row", "/Column", "/Both"}:
            yield str(element)


@rule("ISO 32000-1, table 349: the headers a cell names are headers of its own table")
def headers_are_there(document: Document) -> Iterator[str]:
    for table in document.elements:
        if table.kind == "Table":
            cells = [
                c
                for part in table.elements
                for r in (part, *part.elements)
                for c in r.elements
                if c.kind in {"TH", "TD"}
            ]
            known = {cell.said["/ID"] for cell in cells if cell.kind == "TH" and "/ID" in cell.said}
            for cell in cells:
                missing = [name for name in cell.attribute("/Headers") or () if name not in known]
                yield from (f"{cell}: {name}" for name in missing)


@rule("ISO 32000-1, 14.7.2, tables 322 and 323: what has an identifier has its own, and is found by it")
def identifiers(document: Document) -> Iterator[str]:
    said = Counter(element.said["/ID"] for element in document.elements if "/ID" in element.said)
    yield from (f"{name} is of {n} elements" for name, n in said.items() if n > 1)
    waiting, found = [document.root["/IDTree"].get_object()] if "/IDTree" in document.root else [], {}
    while waiting:
        node = waiting.pop()
        waiting.extend(kid.get_object() for kid in node.get("/Kids", ()))
        found |= dict(zip(node.get("/Names", ())[::2], node.get("/Names", ())[1::2], strict=True))
    for element in document.elements:
        name = element.said.get("/ID")
        if name is not None and (name not in found or found[name].idnum != element.number):
            yield f"{element} is not found by {name}"


@rule("ISO 14289-1, 7.9: a note has an identifier")
def notes_identified(document: Document) -> Iterator[str]:
    yield from (str(one) for one in document.elements if one.kind == "Note" and not one.said.get("/ID"))


@rule("ISO 14289-1, 7.3 and 7.7: what is seen is also said in words")
def figures_described(document: Document) -> Iterator[str]:
    for element in document.elements:
        if element.kind in {"Figure", "Formula"} and not (element.said.get("/Alt") or element.said.get("/ActualText")):
            yield str(element)


@rule("ISO 32000-1, 14.8.5.4.3, table 344: a figure says where on the page it is, in the units of the page")
def figures_placed(document: Document) -> Iterator[str]:
    for element in document.elements:
        if element.kind == "Figure" and element.pieces:
            left, bottom, right, top = document.pages[element.pieces[0].page].mediabox
            box = element.attribute("/BBox")
            within = box and left - 1 <= box[0] < box[2] <= right + 1 and bottom - 1 <= box[1] < box[3] <= top + 1
            if not within:
                yield f"{element}: {box}"


@rule("ISO 14289-1, 7.4.2: the first heading is of the first level, and none is skipped on the way down")
def headings_in_order(document: Document) -> Iterator[str]:
    level = 0
    for element in document.elements:
        if element.kind in HEADINGS - {"H"}:
            deeper = int(element.kind[1])
            if deeper > level + 1:
                yield f"from {level} to {element}"
            level = deeper


@rule("ISO 14289-1, 7.4.4: headings are numbered, or not, all alike")
def headings_alike(document: Document) -> Iterator[str]:
    kinds = {element.kind for element in document.elements if element.kind in HEADINGS}
    if "H" in kinds and len(kinds) > 1:
        yield f"{sorted(kinds)}"


@rule("ISO 14289-1, 7.4: a heading says something")
def headings_say_something(document: Document) -> Iterator[str]:
    yield from (str(element) for element in document.elements if element.kind in HEADINGS and not element.kids)


RULES = (
    one_top, standard_kinds, parents_agree, hold_their_parts, stand_in_their_whole, groups_hold_elements, lines_hold_lines,
    links, forms, not_empty, once_in_a_table, lists_numbered, rows_alike, headers_head, headers_are_there, identifiers, notes_identified,
    figures_described, figures_placed, headings_in_order, headings_alike, headings_say_something,
)  # fmt: skip
