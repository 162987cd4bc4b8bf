"""What the document says of itself, and of the notes on its pages: links and fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.pdf.structure.rule import rule
from tests.pdf.structure.tree import Document

#: What a note on a page is tagged as (ISO 14289-1, 7.18.1, 7.18.4 and 7.18.5).
_TAGGED_AS = {"/Link": "Link", "/Widget": "Form"}


@rule("ISO 14289-1, 5: the document says that it is PDF/UA-1")
def claimed(document: Document) -> Iterator[str]:
    said = document.catalog["/Metadata"].get_data().decode() if "/Metadata" in document.catalog else ""
    if 'pdfuaid:part="1"' not in said and "<pdfuaid:part>1<" not in said:
        yield "no pdfuaid:part"


@rule("ISO 14289-1, 7.1: the title, which readers show instead of the name of the file")
def titled(document: Document) -> Iterator[str]:
    metadata = document.pdf.xmp_metadata
    if not (metadata and any((metadata.dc_title or {}).values())):
        yield "no dc:title"
    if not document.catalog.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "no DisplayDocTitle"


@rule("ISO 14289-1, 7.2: the language of the document")
def in_a_language(document: Document) -> Iterator[str]:
    if not document.catalog.get("/Lang"):
        yield "no Lang"


@rule("ISO 14289-1, 7.1; ISO 32000-1, 14.7.1: marked as tagged, and not as suspect")
def marked(document: Document) -> Iterator[str]:
    said = document.catalog.get("/MarkInfo", {})
    if not said.get("/Marked") or said.get("/Suspects"):
        yield f"MarkInfo {said}"


@rule("ISO 14289-1, 7.18.3: the tabulator follows the structure")
def tabs(document: Document) -> Iterator[str]:
    for number, page in document.pages.items():
        if page.get("/Annots") and page.get("/Tabs") != "/S":
            yield f"page {number}"


@rule("ISO 14289-1, 7.18.1, 7.18.4 and 7.18.5; ISO 32000-1, 14.7.4.3: each note stands once, in an element of its kind")
def notes_in_structure(document: Document) -> Iterator[str]:
    pointed = [(pointer.number, element) for element in document.elements for pointer in element.pointers]
    times = Counter(number for number, _ in pointed)
    for number, note in document.annotations.items():
        if times[number] != 1:
            yield f"{note['/Subtype']} {number} stands {times[number]} times"
    for number, element in pointed:
        note = document.annotations.get(number)
        if note is None:
            yield f"{element} points to {number}, which is on no page"
        elif element.kind != _TAGGED_AS.get(note["/Subtype"], "Annot"):
            yield f"{note['/Subtype']} {number} in {element}"


@rule("ISO 32000-1, 14.7.4.4: what the document says is the parent of a note, is")
def notes_know_their_element(document: Document) -> Iterator[str]:
    by_number = {element.number: element for element in document.elements}
    for number, note in document.annotations.items():
        parent = document.parents.get(note.get("/StructParent"))
        element = by_number.get(parent.idnum) if parent is not None else None
        if element is None or all(pointer.number != number for pointer in element.pointers):
            yield f"{note['/Subtype']} {number}"


@rule("ISO 14289-1, 7.18.1, 7.18.4 and 7.18.5: each link is described, each field has a name")
def notes_described(document: Document) -> Iterator[str]:
    for number, note in document.annotations.items():
        if not note.get("/TU" if note["/Subtype"] == "/Widget" else "/Contents"):
            yield f"{note['/Subtype']} {number}"


@rule("ISO 14289-1, 7.18.5: a link is described in words, not by the name of a place in the file")
def links_in_words(document: Document) -> Iterator[str]:
    for number, note in document.annotations.items():
        if note["/Subtype"] == "/Link" and note.get("/Contents") == note.get("/Dest", ""):
            yield f"link {number}: {note.get('/Contents')}"


@rule("ISO 32000-1, 12.5.5; ISO 19005-2, 6.3.3: each field says how it looks")
def fields_drawn(document: Document) -> Iterator[str]:
    for number, note in document.annotations.items():
        if note["/Subtype"] == "/Widget" and "/AP" not in note:
            yield f"field {number}: {note.get('/T')}"


RULES = (
    claimed, titled, in_a_language, marked, tabs,
    notes_in_structure, notes_know_their_element, notes_described, links_in_words, fields_drawn,
)  # fmt: skip
