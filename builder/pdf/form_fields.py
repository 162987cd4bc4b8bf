"""Makes the fields of a form work alike in every reader of PDF.

WeasyPrint asks the reader to draw each field when it is opened, in a typeface that many readers cannot
write with. Here each field brings its own empty look, and a typeface, embedded, with the letters of western
European languages, Sámi, Polish, Romanian and Turkish, that readers write with as they stand. There is room for
224 letters and signs in such a typeface; what else is typed is kept too, and drawn with what the reader has.
"""

from __future__ import annotations

import io
import re
from typing import Any

import pydyf
import weasyprint
from fontTools.agl import UV2AGL
from fontTools.ttLib import TTFont

#: The typeface of fields, by its name in the resources of the form. By this name Chrome and Edge (PDFium) take a
#: typeface to have all letters it has; by any other, only those of western Europe, and others are not drawn.
_NAME = "Webdings"
_FIRST, _LAST = 32, 255
_NONSYMBOLIC = 32
#: Places of Windows-1252 that are empty, or hold signs nobody types in a form, and the letters that stand there.
_FREE = bytes([127, 129, 141, 143, 144, 157]).decode("latin-1") + "ƒ†‡ˆ‰‹˜™›¡¤¥¦¨©ª¬\xad®¯±´µ¶¸¹º¼¾¿"
_LETTERS = "čČđĐŋŊŧŦąĄćĆęĘłŁńŃśŚźŹżŻăĂșȘțȚğĞıİşŞ"
_CHECKED_OFF = "/Off"


def finish(document: weasyprint.Document, pdf: pydyf.PDF) -> None:
    """Called when a PDF is drawn and not yet written. Changes nothing in a document without fields."""
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    _add_typeface(document, pdf, form)
    for reference in form["Fields"]:
        field = _object(pdf, reference)
        if field["FT"] == "/Btn":
            _look_of_box(pdf, field)
        else:
            field["DA"] = pydyf.String(re.sub(rb"/\w+ ([\d.]+) Tf", rf"/{_NAME} \1 Tf".encode(), _said(field["DA"])))
            field["AP"] = pydyf.Dictionary({"N": _empty(pdf, field, b"/Tx BMC EMC").reference})
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


def _add_typeface(document: weasyprint.Document, pdf: pydyf.PDF, form: pydyf.Dictionary) -> None:
    """Puts a simple font beside the one WeasyPrint embedded whole for fields; both use the same file."""
    used = next((font for font in document.fonts.values() if font.used_in_forms), None)
    if used is None:
        return
    fonts = _object(pdf, _object(pdf, form["DR"])["Font"])
    composite = _object(pdf, fonts[used.hash])
    embedded = _object(pdf, _object(pdf, composite["DescendantFonts"][0])["FontDescriptor"])
    descriptor = pydyf.Dictionary({**embedded, "Flags": _NONSYMBOLIC})
    pdf.add_object(descriptor)
    simple = pydyf.Dictionary(
        {
            "Type": "/Font",
            "Subtype": "/TrueType",
            "BaseFont": composite["BaseFont"],
            "Encoding": _encoding(),
            "FirstChar": _FIRST,
            "LastChar": _LAST,
            "Widths": pydyf.Array(_widths(used.file_content)),
            "FontDescriptor": descriptor.reference,
        }
    )
    pdf.add_object(simple)
    fonts[_NAME] = simple.reference


def _letters() -> list[str]:
    """The letter or sign at each place of the typeface, from the first to the last."""
    given = dict(zip(_FREE, _LETTERS, strict=True))
    usual = (bytes([code]).decode("cp1252", "replace") for code in range(_FIRST, _LAST + 1))
    signs = (chr(code) if sign == "\ufffd" else sign for code, sign in enumerate(usual, _FIRST))
    return [given.get(sign, sign) for sign in signs]


def _encoding() -> pydyf.Dictionary:
    """The encoding of Windows with the other letters where they stand."""
    others = [(code, letter) for code, letter in enumerate(_letters(), _FIRST) if letter in _LETTERS]
    differences = [part for code, letter in others for part in (code, f"/{_glyph(letter)}")]
    return pydyf.Dictionary(
        {"Type": "/Encoding", "BaseEncoding": "/WinAnsiEncoding", "Differences": pydyf.Array(differences)}
    )


def _glyph(letter: str) -> str:
    """What the letter is called in typefaces."""
    return str(UV2AGL.get(ord(letter), f"uni{ord(letter):04X}"))


def _widths(content: bytes) -> list[int]:
    """The width of each letter, in thousandths of the size."""
    font = TTFont(io.BytesIO(content))
    glyphs, metrics, unit = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    return [round(metrics[glyphs.get(ord(letter), ".notdef")][0] * 1000 / unit) for letter in _letters()]
