"""Which letters the prints have, and that the program itself uses no other."""

from __future__ import annotations

import subprocess
import sys

import pytest
from builder.edition.edition import Edition
from builder.facts.printable import FACES, unprintable
from builder.model.handbook import Handbook
from builder.pdf.book import book_html
from builder.pdf.sheets import Printer

from tests.support import Document


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Vanlig tekst – «med» § 5 og 20 €.", ""),
        ("Čáhput đ ŋ Šaddu ŧ Ž Łukasz Żółć", ""),
        ("a\u030apen", ""),  # decomposed
        ("Nguyễn Thị Hương, Ελλάδα, Допомога, ґ ї", ""),
        ("شما می\u200cتوانید ۱۲؟ پ گ چ ێ ۆ ڕ ڵ", ""),
        ("barne\u00advern", ""),
        ("22\u202f22\u202f22", ""),
        ("ẹ\u0301 ọ\u0300", ""),  # no letter of its own
        ("ትርጉም ሓገዝ፡ እርዳታ።", ""),
        ("Ring 📞📞 nå 🚨", ""),
        ("❤\ufe0f 1\ufe0f\u20e3 👨\u200d👩\u200d👧 👍🏽 🇳🇴", ""),
        ("தமிழ் தமிழ்", "தமிழ்"),
        ("nuõrttsääʹmǩiõll, 漢字", "ǩ漢字"),
    ],
)
def test_letters_without_a_glyph_are_found(text: str, letters: str) -> None:
    assert unprintable(text) == letters


def test_what_a_machine_has_installed_makes_no_difference() -> None:
    asked = "from builder.facts.printable import unprintable; print(ascii(unprintable('č த')))"
    nothing = {"FONTCONFIG_FILE": "/dev/null", "PYTHONPATH": ":".join(sys.path)}
    told = subprocess.run([sys.executable, "-c", asked], env=nothing, capture_output=True, text=True, check=True)
    assert told.stdout == "'\\u0ba4'\n"


def test_each_typeface_says_under_which_terms_it_is() -> None:
    for face in FACES:
        assert list(face.parent.glob("OFL*"))


def test_the_prints_themselves_have_only_letters_that_are_there(mini: Handbook) -> None:
    edition = Edition(mini)
    printer = Printer(edition)
    pages = [book_html(edition), *(printer.html(sheet) for sheet in edition.sheets)]
    assert "".join(dict.fromkeys(unprintable("".join(Document(page).text for page in pages)))) == ""
