"""Makes the fields of a form work alike in every reader of PDF.

WeasyPrint asks the reader to draw each field when it is opened, in a typeface that many readers cannot
write with. Here each field brings its own empty look, and a typeface, embedded, with all letters of the prints.

Readers set a field letter by letter, and most do not join Arabic letters or run them from the right. The browser does
for pdf.js, with a typeface of its own, when ours does not tell that it has them. So the typeface has two names: by the
first PDFium, which draws the letters unjoined, finds it whole; by the last, others do, except in the look of a field,
where pdf.js asks first and hears of no letter that must be joined.
"""

from __future__ import annotations

import re
from typing import Any

import pydyf
import weasyprint

from builder.pdf.field_letters import field_letters

#: The typeface of fields, by its name in the resources of the form. By this name Chrome and Edge (PDFium) take a
#: typeface to have all letters it has; by any other, only those of western Europe, and others are not drawn.
_FIRST = "Webdings"
#: Of two names PDFium takes the first, pdf.js and pypdf the last. In the resources of the form they are the same.
_LAST = "HandbokFields"
_TYPEFACE = re.compile(rb"/\w+ ([\d.]+) Tf")
_BOTH = rf"/{_FIRST} \1 Tf /{_LAST} \1 Tf".encode()


def finish(document: weasyprint.Document, pdf: pydyf.PDF) -> None:
    """Called when a PDF is drawn and not yet written. Changes nothing in a document without fields."""
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    typefaces = _add_typefaces(document, pdf, form)
    for reference in form["Fields"]:
        field = _object(pdf, reference)
        if field["FT"] == "/Btn":
            _look_of_box(pdf, field)
        else:
            field["DA"] = pydyf.String(_TYPEFACE.sub(_BOTH, _said(field["DA"])))
            look = _empty(pdf, field, b"/Tx BMC EMC")
            look.extra["Resources"] = pydyf.Dictionary({"Font": typefaces})
            field["AP"] = pydyf.Dictionary({"N": look.reference})
    # The looks are there; asking for others makes readers say that the document was changed.
    del form["NeedAppearances"]


def _object(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _said(text: pydyf.String) -> bytes:
    return text.string if isinstance(text.string, bytes) else text.string.encode()


def _look_of_box(pdf: pydyf.PDF, field: pydyf.Dictionary) -> None:
    """A box that is not ticked looks like nothing: the frame around it is drawn on the page."""
    field["AP"]["N"]["Off"] = _empty(pdf, field, b"").reference


def _empty(pdf: pydyf.PDF, field: pydyf.Dictionary, content: bytes) -> pydyf.Stream:
    left, top, right, bottom = field["Rect"]
    box = pydyf.Array((0, 0, abs(right - left), abs(bottom - top)))
    look = pydyf.Stream([content] if content else [], {"Type": "/XObject", "Subtype": "/Form", "BBox": box})
    pdf.add_object(look)
    return look


def _add_typefaces(document: weasyprint.Document, pdf: pydyf.PDF, form: pydyf.Dictionary) -> pydyf.Dictionary:
    """Has the typeface that WeasyPrint embedded for fields asked by letters; returns those for the looks of fields."""
    used = next((font for font in document.fonts.values() if font.used_in_forms), None)
    if used is None:
        return pydyf.Dictionary()
    fonts, letters = _object(pdf, _object(pdf, form["DR"])["Font"]), field_letters()
    font = _object(pdf, fonts[used.hash])
    descendant = _object(pdf, font["DescendantFonts"][0])
    descendant["W"], descendant["CIDToGIDMap"] = letters.widths, _added(pdf, letters.glyphs)
    file = _object(pdf, _object(pdf, descendant["FontDescriptor"])["FontFile2"])
    file.stream, file.extra["Length1"] = [letters.typeface], len(letters.typeface)
    font["ToUnicode"] = _added(pdf, letters.told)
    fonts[_FIRST] = fonts[_LAST] = fonts[used.hash]
    unjoined = pydyf.Dictionary({**font, "ToUnicode": _added(pdf, letters.told_unjoined)})
    pdf.add_object(unjoined)
    return pydyf.Dictionary({_FIRST: fonts[_FIRST], _LAST: unjoined.reference})


def _added(pdf: pydyf.PDF, content: bytes) -> bytes:
    stream = pydyf.Stream([content], compress=True)
    pdf.add_object(stream)
    reference: bytes = stream.reference
    return reference
