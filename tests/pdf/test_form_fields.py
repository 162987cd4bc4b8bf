"""What is typed in the fields of a form is seen, in the letters people of the country have in their names."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from builder.edition.edition import Edition
from builder.facts.printable import FACES, FIELDS
from builder.model.handbook import Handbook
from builder.pdf.sheets import Printer
from fontTools.ttLib import TTFont
from pypdf.generic._font import Font
from pypdfium2 import raw

from tests.pdf import pdfjs

pytestmark = pytest.mark.whole

#: What is written in a form, by language.
TYPED = {
    "nordsamisk": "Čáhput đ ŋ Šaddu ŧ Ž",
    "lulesamisk": "Ájluokta, åhpadiddje, bieŋŋo, ńuolla",
    "sørsamisk": "Snåase, öövre, ïedtje, Åarjel",
    "polsk": "Łukasz Żółć, gęślą jaźń",
    "rumensk": "ăâîșț ȘȚ",
    "tyrkisk": "İstanbul ığüşç",
    "vietnamesisk": "Nguyễn Thị Hương",
    "ukrainsk": "Допомога, ґанок, їжак, єдність, щ",
    "gresk": "βοήθεια",
    "arabisk": "مساعدة للعائلة ١٢٣",
    "persisk": "گچپژ می",
    "tigrinja": "ትርጉም ሓገዝ።",
    "norsk": "ÆØÅ æøå 5 € «ja» – ’nei’, é ü ß",
}
LETTERS = "".join(dict.fromkeys("".join(TYPED.values()))).replace(" ", "")


@pytest.fixture(scope="module")
def form(mini: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    printer = Printer(Edition(mini))
    (sheet,) = (one for one in Edition(mini).sheets if one.copies[0].file.endswith("skjema-samtykke.pdf"))
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


@pytest.fixture(scope="module")
def resources(form: Path) -> dict[str, pypdf.generic.DictionaryObject]:
    """The typeface of fields by where a reader finds it: in the form, and in the look of a field."""
    reader = pypdf.PdfReader(form)
    field = next(note.get_object() for note in reader.pages[0]["/Annots"] if note.get_object()["/FT"] == "/Tx")  # type: ignore[attr-defined]
    asked = reader.trailer["/Root"]["/AcroForm"]["/DR"]["/Font"]  # type: ignore[index]
    return {"form": asked["/HandbokFields"], "look": field["/AP"]["/N"]["/Resources"]["/Font"]["/HandbokFields"]}


def told(font: pypdf.generic.DictionaryObject) -> str:
    return "".join(Font.from_font_resource(font).character_map.values())


def test_what_is_filled_in_by_a_program_is_drawn_letter_by_letter(
    form: Path, resources: dict[str, pypdf.generic.DictionaryObject], tmp_path: Path
) -> None:
    writer = pypdf.PdfWriter(form)
    writer.update_page_form_field_values(None, filled_in(form), auto_regenerate=False)
    writer.write(tmp_path / "filled.pdf")
    glyphs = resources["form"]["/DescendantFonts"][0]["/CIDToGIDMap"].get_data()  # type: ignore[index]
    found = looks(tmp_path / "filled.pdf")
    assert values(tmp_path / "filled.pdf").items() >= filled_in(form).items()
    for name, text in filled_in(form).items():
        (written,) = re.findall(rb"<([0-9a-f]+)> Tj", found[name])
        assert bytes.fromhex(written.decode()).decode("utf-16-be") == text
        assert all(int.from_bytes(glyphs[2 * ord(letter) : 2 * ord(letter) + 2]) for letter in text)


@pytest.mark.skipif(not pdfjs.BUILD.is_dir(), reason="node_modules is of before pdf.js was there: npm ci")
def test_what_is_filled_in_in_firefox_is_drawn_or_left_to_the_browser(form: Path, tmp_path: Path) -> None:
    pdfjs.fill(form, filled_in(form), tmp_path / "filled.pdf")
    found = looks(tmp_path / "filled.pdf")
    assert values(tmp_path / "filled.pdf").items() >= filled_in(form).items()
    for (name, text), language in zip(filled_in(form).items(), TYPED, strict=True):
        if language in ("arabisk", "persisk"):
            assert found[name] == b""
        else:
            written = text.encode("utf-16-be").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
            assert written in found[name]


def filled_in(form: Path) -> dict[str, str]:
    """What is written in the first fields of the form, a language in each."""
    fields = pypdf.PdfReader(form).get_fields() or {}
    names = [name for name, field in fields.items() if field["/FT"] == "/Tx"]
    filled = dict(zip(names, TYPED.values(), strict=False))
    assert len(filled) == len(TYPED)
    return filled


def values(path: Path) -> dict[str, object]:
    """What is filled in, read back."""
    return {name: field.get("/V") for name, field in (pypdf.PdfReader(path).get_fields() or {}).items()}


def looks(path: Path) -> dict[str, bytes]:
    """What is drawn in each field; nothing where the reader is to draw it."""
    pages = pypdf.PdfReader(path).pages
    notes = [note.get_object() for page in pages for note in page["/Annots"]]  # type: ignore[attr-defined]
    fields = {note["/T"]: note for note in notes if note.get("/FT") == "/Tx"}
    return {name: field["/AP"]["/N"].get_data() if "/AP" in field else b"" for name, field in fields.items()}


def test_a_letter_is_where_its_number_says_and_no_other_letter_is_where_there_is_none(form: Path) -> None:
    typist = Typist(form)
    assert typist.drawn("漢") == typist.drawn("न") != typist.drawn(" ")


def measured(face: Path) -> dict[str, float]:
    """The letters of a typeface with a code of two bytes, and how wide each is."""
    with TTFont(face, lazy=True) as font:
        unit, named = font["head"].unitsPerEm, font.getBestCmap()
        return {chr(code): font["hmtx"][name][0] / unit for code, name in named.items() if 32 <= code <= 0xFFFF}


def test_the_typeface_has_every_letter_of_the_prints_as_it_is_there(
    resources: dict[str, pypdf.generic.DictionaryObject],
) -> None:
    letters: dict[str, float] = {}
    for face in (face for face in FACES if "emoji" not in face.stem):
        letters = measured(face) | letters
    assert measured(FIELDS) == pytest.approx(letters, abs=0.001)
    assert set(told(resources["form"])) == set(letters)


def test_letters_that_must_be_joined_are_left_to_those_who_can(
    resources: dict[str, pypdf.generic.DictionaryObject],
) -> None:
    left = set(told(resources["form"])) - set(told(resources["look"]))
    assert set("مساعدةگچپژ") <= left
    assert {unicodedata.bidirectional(letter) for letter in left} == {"AL"}
    assert set(told(resources["look"])) >= set(LETTERS) - left
