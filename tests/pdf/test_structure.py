"""Each rule of `tests/pdf/structure` finds what breaks it, and nothing in a document that breaks none."""

from __future__ import annotations

from collections.abc import Callable

import pydyf
import pytest

from tests.pdf.structure import RULES, faults
from tests.pdf.structure.making import Made, Tag

Spoil = Callable[[Made], object]


def nothing(made: Made) -> None:
    """Leaves the document as it is: what is wrong is in its tags."""


def cell(kind: str, **attributes: object) -> Tag:
    scope = {"Scope": "/Row"} if kind == "TH" else {}
    return Tag(kind, "x", A=pydyf.Dictionary({"O": "/Table", **scope, **attributes}))


def table(*kids: Tag) -> Tag:
    return Tag("Table", *(kids or (Tag("TR", cell("TH"), cell("TD")),)))


def figure(**said: object) -> Tag:
    placed = pydyf.Dictionary({"O": "/Layout", "BBox": pydyf.Array([10, 10, 20, 20])})
    return Tag("Figure", "x", **{"A": placed, "Alt": pydyf.String("A figure"), **said})


def ruby() -> Tag:
    return Tag("Ruby", Tag("RB", "x"), Tag("RP", "("), Tag("RT", "x"), Tag("RP", ")"))


def right() -> Tag:
    """Something of all there is, where it may stand."""
    item = Tag("LI", Tag("Lbl", "1."), Tag("LBody", "x", Tag("L", Tag("LI", Tag("LBody", Tag("P", "x"))))))
    head = Tag("THead", Tag("TR", cell("TH", ColSpan=2)))
    body = Tag("TBody", Tag("TR", cell("TH", RowSpan=2), cell("TD")), Tag("TR", cell("TD")))
    return Tag(
        "Document",
        Tag("Sect", Tag("H1", Tag("NonStruct", Tag("Span", "x"))), Tag("H2", "x"), Tag("H3", "x")),
        Tag("H2", "x"),
        Tag("L", Tag("Caption", Tag("Span", "x")), item, A=pydyf.Dictionary({"O": "/List", "ListNumbering": "/Decimal"})),
        table(Tag("Caption", Tag("P", "x")), head, body),
        Tag("P", Tag("Link", "/Link", "x", Tag("Span", "x")), Tag("Form", "/Widget"), figure(), ruby()),
        Tag("P", Tag("Note", Tag("P", "x"), ID=pydyf.String("n"))),
        Tag("TOC", Tag("TOCI", Tag("Lbl", "1"), Tag("Reference", Tag("Link", "/Link", "x")), Tag("TOC", Tag("TOCI", Tag("P", "x"))))),
    )  # fmt: skip


def document(*kids: Tag | str) -> Tag:
    return Tag("Document", *kids)


def swap_parents(made: Made) -> None:
    made.pieces[0], made.pieces[1] = made.pieces[1], made.pieces[0]


TWO = document(Tag("P", "x"), Tag("P", "y"))
LINK = document(Tag("P", Tag("Link", "x", "/Link")))
#: What breaks each rule, in all the ways it can be broken.
WRONG: list[tuple[str, Tag, Spoil]] = [
    ("claimed", TWO, lambda made: made.catalog.pop("Metadata")),
    ("claimed", TWO, lambda made: made.metadata.stream.__setitem__(0, made.metadata.stream[0].replace(b"ua", b"ub"))),
    ("titled", TWO, lambda made: made.metadata.stream.__setitem__(0, made.metadata.stream[0].replace(b"Title", b""))),
    ("titled", TWO, lambda made: made.catalog.pop("ViewerPreferences")),
    ("in_a_language", TWO, lambda made: made.catalog.pop("Lang")),
    ("marked", TWO, lambda made: made.catalog.pop("MarkInfo")),
    ("marked", TWO, lambda made: made.catalog["MarkInfo"].update(Suspects="true")),
    ("tabs", LINK, lambda made: made.page.pop("Tabs")),
    ("notes_in_structure", document(Tag("P", Tag("Span", "x", "/Link"))), nothing),
    ("notes_in_structure", document(Tag("P", Tag("Link", "x", "/Widget"))), nothing),
    ("notes_in_structure", document(Tag("P", Tag("Form", "/Link"))), nothing),
    ("notes_in_structure", LINK, lambda made: made.notes.clear()),
    ("notes_in_structure", LINK, lambda made: made.elements[2]["K"].pop()),
    ("notes_know_their_element", LINK, lambda made: made.note(0).pop("StructParent")),
    ("notes_know_their_element", LINK, lambda made: made.parents.__setitem__(3, made.elements[1].reference)),
    ("notes_described", LINK, lambda made: made.note(0).pop("Contents")),
    ("notes_described", document(Tag("Form", "/Widget")), lambda made: made.note(0).pop("TU")),
    ("links_in_words", LINK, lambda made: made.note(0).update(Contents=pydyf.String("there"))),
    ("fields_drawn", document(Tag("Form", "/Widget")), lambda made: made.note(0).pop("AP")),
    ("standard_kinds", document(Tag("Fact", "x")), nothing),
    ("parents_agree", TWO, lambda made: made.elements[2].update(P=made.elements[1].reference)),
    ("hold_their_parts", document(Tag("L", Tag("P", "x"))), nothing),
    ("hold_their_parts", document(Tag("L", Tag("Div", Tag("P", "x")))), nothing),
    ("hold_their_parts", document(Tag("L", "x")), nothing),
    ("hold_their_parts", document(Tag("L", Tag("LI", Tag("P", "x")))), nothing),
    ("hold_their_parts", document(Tag("L", Tag("LI", Tag("NonStruct", Tag("P", "x"))))), nothing),
    ("hold_their_parts", document(table(Tag("P", "x"))), nothing),
    ("hold_their_parts", document(table(Tag("THead", Tag("P", "x")))), nothing),
    ("hold_their_parts", document(table(Tag("TBody", Tag("P", "x")))), nothing),
    ("hold_their_parts", document(table(Tag("TFoot", Tag("P", "x")))), nothing),
    ("hold_their_parts", document(table(Tag("TR", Tag("P", "x")))), nothing),
    ("hold_their_parts", document(Tag("TOC", Tag("P", "x"))), nothing),
    ("hold_their_parts", document(Tag("TOC", Tag("TOCI", Tag("H1", "x")))), nothing),
    ("hold_their_parts", document(Tag("P", Tag("Ruby", Tag("Span", "x")))), nothing),
    ("hold_their_parts", document(Tag("P", Tag("Warichu", Tag("Span", "x")))), nothing),
    *(("stand_in_their_whole", document(Tag(kind, Tag("P", "x"))), nothing) for kind in ("LI", "LBody", "Lbl", "TOCI")),
    *(("stand_in_their_whole", document(Tag(kind, cell("TD"))), nothing) for kind in ("TR", "THead", "TBody", "TFoot")),
    *(("stand_in_their_whole", document(cell(kind)), nothing) for kind in ("TH", "TD")),
    *(("stand_in_their_whole", document(Tag("P", Tag(kind, "x"))), nothing) for kind in ("RB", "RT", "RP", "WT", "WP")),
    ("stand_in_their_whole", document(Tag("P", Tag("Caption", Tag("Span", "x")))), nothing),
    ("groups_hold_elements", document(Tag("Div", "x")), nothing),
    ("groups_hold_elements", document("x"), nothing),
    ("groups_hold_elements", document(Tag("P", Tag("NonStruct", "x"))), nothing),
    ("lines_hold_lines", document(Tag("H1", Tag("P", "x"))), nothing),
    ("lines_hold_lines", document(Tag("P", Tag("NonStruct", Tag("Div", Tag("Span", "x"))))), nothing),
    ("lines_hold_lines", document(Tag("P", Tag("Link", "/Link", Tag("P", "x")))), nothing),
    ("links", document(Tag("P", Tag("Link", "x"))), nothing),
    ("links", document(Tag("P", Tag("Link", "/Link", Tag("Span", Tag("Link", "/Link", "x"))))), nothing),
    ("forms", document(Tag("Form", "/Widget", "/Widget")), nothing),
    ("forms", document(Tag("Form", "/Widget", "x")), nothing),
    *(("not_empty", document(Tag(kind)), nothing) for kind in ("L", "Table")),
    ("not_empty", document(table(Tag("TR"))), nothing),
    ("once_in_a_table", document(table(Tag("THead", Tag("TR", cell("TH"))), Tag("THead", Tag("TR", cell("TH"))))), nothing),
    ("once_in_a_table", document(table(Tag("TR", cell("TD")), Tag("Caption", Tag("P", "x")), Tag("TR", cell("TD")))), nothing),
    ("once_in_a_table", document(Tag("L", Tag("LI", Tag("LBody", "x")), Tag("Caption", Tag("P", "x")))), nothing),
    ("lists_numbered", document(Tag("L", Tag("LI", Tag("Lbl", "1."), Tag("LBody", "x")))), nothing),
    ("rows_alike", document(table(Tag("TR", cell("TD"), cell("TD")), Tag("TR", cell("TD")))), nothing),
    ("rows_alike", document(table(Tag("TR", cell("TD", ColSpan=3)), Tag("TR", cell("TD"), cell("TD")))), nothing),
    ("rows_alike", document(table(Tag("TR", cell("TD", RowSpan=2), cell("TD")), Tag("TR", cell("TD"), cell("TD")))), nothing),
    ("headers_head", document(table(Tag("TR", Tag("TH", "x")))), nothing),
    ("headers_are_there", document(table(Tag("TR", cell("TD", Headers=pydyf.Array([pydyf.String("no")]))))), nothing),
    ("identifiers", document(Tag("P", "x", ID=pydyf.String("a")), Tag("P", "x", ID=pydyf.String("a"))), nothing),
    ("identifiers", document(Tag("P", "x", ID=pydyf.String("a"))), lambda made: made.root.pop("IDTree")),
    ("notes_identified", document(Tag("Note", "x")), nothing),
    ("figures_described", document(figure(Alt=pydyf.String(""))), nothing),
    ("figures_described", document(Tag("Formula", "x")), nothing),
    ("figures_placed", document(figure(A=pydyf.Dictionary({"O": "/Layout"}))), nothing),
    ("figures_placed", document(figure(A=pydyf.Dictionary({"BBox": pydyf.Array([10, 200, 20, 210])}))), nothing),
    ("headings_in_order", document(Tag("H2", "x")), nothing),
    ("headings_in_order", document(Tag("H1", "x"), Tag("Sect", Tag("H3", "x"))), nothing),
    ("headings_alike", document(Tag("H", "x"), Tag("H1", "x")), nothing),
    ("headings_say_something", document(Tag("H1")), nothing),
    ("all_marked", TWO, lambda made: made.drawn.append(b"0 0 9 9 re f")),
    ("all_marked", TWO, lambda made: made.drawn.append(b"/Span BMC (x) Tj EMC")),
    ("never_both", TWO, lambda made: made.drawn.append(b"/Artifact BMC /Span <</MCID 2>> BDC (x) Tj EMC EMC")),
    ("never_both", TWO, lambda made: made.drawn.append(b"/Span <</MCID 2>> BDC /Artifact BMC (x) Tj EMC EMC")),
    ("on_the_page_itself", TWO, lambda made: made.draw_by_name("x1", b"/Span <</MCID 2>> BDC (x) Tj EMC")),
    ("each_piece_once", TWO, lambda made: made.drawn.append(b"/Span <</MCID 2>> BDC (x) Tj EMC")),
    ("each_piece_once", TWO, lambda made: made.drawn.append(made.drawn[0])),
    ("each_piece_once", TWO, lambda made: made.drawn.pop()),
    ("each_piece_once", TWO, lambda made: made.elements[2]["K"].append(0)),
    ("pieces_know_their_element", TWO, swap_parents),
    ("pieces_know_their_element", TWO, lambda made: made.pieces.pop()),
    ("pieces_know_their_element", TWO, lambda made: made.page.pop("StructParents")),
]  # fmt: skip


def test_what_is_right_is_let_alone() -> None:
    assert faults(Made(right()).read()) == []


@pytest.mark.parametrize(("rule", "tags", "spoil"), WRONG, ids=[f"{n}-{case[0]}" for n, case in enumerate(WRONG)])
def test_what_breaks_a_rule_is_found(rule: str, tags: Tag, spoil: Spoil) -> None:
    assert rule in {fault.rule for fault in faults(Made(tags).read(spoil))}


@pytest.mark.parametrize("tops", [[Tag("P", "x")], [document(Tag("P", "x"))] * 2, []])
def test_one_element_is_at_the_top(tops: list[Tag]) -> None:
    assert "one_top" in {fault.rule for fault in faults(Made(*tops).read())}


def test_every_rule_has_been_broken() -> None:
    assert {case[0] for case in WRONG} | {"one_top"} == {rule.name for rule in RULES}
