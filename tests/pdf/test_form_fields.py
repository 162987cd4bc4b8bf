"""What is typed in the fields of a form is seen, in the letters people of the country have in their names."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pypdfium2
import pytest
from builder.edition.edition import Edition
from builder.model.handbook import Handbook
from builder.pdf.sheets import Printer
from pypdfium2 import raw

pytestmark = pytest.mark.whole

#: Northern Sámi and Lule Sámi, Polish, Romanian, Turkish; then what was always there.
LETTERS = "ČčĐđŊŋŠšŦŧŽžÁáŃńĄąĆćĘęŁłŚśŹźŻżÓóĂăȘșȚțÂâÎîĞğİıŞşÇçÆæØøÅåÄäÖöÉé€«»–’ðÜüß"


@pytest.fixture(scope="module")
def form(mini: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    printer = Printer(Edition(mini))
    (sheet,) = (one for one in Edition(mini).sheets if one.copies[0].file.endswith("samtykke.pdf"))
    folder = tmp_path_factory.mktemp("form")
    printer.write(sheet, folder)
    return folder / sheet.copies[0].file


class Typist:
    """Types in the first field of a form, as Chrome and Edge do."""

    def __init__(self, path: Path) -> None:
        self._pdf = pypdfium2.PdfDocument(path)
        self._pdf.init_forms()
        fields = (note.get_object() for note in pypdf.PdfReader(path).pages[0]["/Annots"])  # type: ignore[attr-defined]
        left, one, right, other = (float(side) for side in next(f["/Rect"] for f in fields if f["/FT"] == "/Tx"))
        low, high = sorted((one, other))
        self._page = self._pdf[0]
        self._middle = ((left + right) / 2, (low + high) / 2)
        self._around = (left, low, self._page.get_width() - right, self._page.get_height() - high)
        raw.FORM_OnAfterLoadPage(self._page, self._pdf.formenv)

    def drawn(self, text: str) -> bytes:
        """How the field looks with a text alone in it."""
        at = (self._pdf.formenv, self._page, 0, *self._middle)
        raw.FORM_OnLButtonDown(*at)
        raw.FORM_OnLButtonUp(*at)
        raw.FORM_SelectAllText(self._pdf.formenv, self._page)
        raw.FORM_ReplaceSelection(self._pdf.formenv, self._page, (raw.c_ushort * (len(text) + 1))(*map(ord, text), 0))
        raw.FORM_ForceToKillFocus(self._pdf.formenv)
        image = self._page.render(scale=3, crop=self._around, may_draw_forms=True)
        return bytes(image.buffer)


def test_every_letter_that_is_typed_is_drawn_as_itself(form: Path) -> None:
    typist = Typist(form)
    nothing = typist.drawn(" ")
    looks = {letter: typist.drawn(letter) for letter in LETTERS}
    assert [letter for letter, look in looks.items() if look == nothing] == []
    alike = {look: letter for letter, look in looks.items()}
    assert [letter for letter, look in looks.items() if alike[look] != letter] == []


def test_the_letters_are_in_the_typeface_of_the_form(form: Path) -> None:
    resources = pypdf.PdfReader(form).trailer["/Root"]["/AcroForm"]["/DR"]["/Font"]  # type: ignore[index]
    (simple,) = (font.get_object() for font in resources.values() if font.get_object()["/Subtype"] == "/TrueType")
    assert simple["/Encoding"]["/BaseEncoding"] == "/WinAnsiEncoding"
    differences = simple["/Encoding"]["/Differences"]
    assert {"/eng", "/tbar", "/dcroat", "/ccaron", "/Lslash", "/zdotaccent", "/gbreve"} <= set(differences)
    codes = [part for part in differences if isinstance(part, int)]
    widths = [simple["/Widths"][code - simple["/FirstChar"]] for code in codes]
    assert min(widths) > 100
