"""Prints have the letters of many languages on any machine, in typefaces of their own, and are read back as written."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from builder.facts.printable import FACES, unprintable
from builder.resources import TEMPLATES

from tests.pdf.all_letters import TEXTS
from tests.pdf_reading import fonts_of, text_of

pytestmark = pytest.mark.whole

#: A machine without typefaces, as a container is.
BARE = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><cachedir>{folder}</cachedir></fontconfig>'
#: What chooses the looks of a sign, joins signs or says where lines may be broken: not read back.
_UNSEEN = re.compile("[\u00ad\u200c\ufe0f\u202a-\u202e]")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder with the prints, and what was said while they were made."""
    folder = tmp_path_factory.mktemp("letters")
    (folder / "fonts.conf").write_text(BARE.format(folder=folder))
    machine = os.environ | {"FONTCONFIG_FILE": str(folder / "fonts.conf"), "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "tests.pdf.all_letters", str(folder)]
    done = subprocess.run(command, env=machine, capture_output=True, text=True, check=True)
    return folder, done.stderr


def plain(text: str) -> str:
    return " ".join(_UNSEEN.sub("", text).split())


def test_no_letter_is_missing(printed: tuple[Path, str]) -> None:
    assert [text for text in TEXTS.values() if unprintable(text)] == []
    assert "notdef" not in printed[1]


@pytest.mark.parametrize("name", ["sheet.pdf", "book.pdf"])
def test_all_is_set_with_typefaces_of_the_program(printed: tuple[Path, str], name: str) -> None:
    used = {
        re.sub(r"^[A-Z]{6}\+|,?(-(Semi-)?(Bold|Italic|Oblique))*$", "", font) for font in fonts_of(printed[0] / name)
    }
    assert used == {"Source-Sans-3", "Source-Sans-3-Wide", "Vazirmatn", "Noto-Sans-Ethiopic", "emoji"}


@pytest.mark.parametrize("name", ["sheet.pdf", "book.pdf"])
@pytest.mark.parametrize("language", TEXTS)
def test_what_is_printed_is_read_back_as_it_was_written(printed: tuple[Path, str], name: str, language: str) -> None:
    read = plain(" ".join(text_of(printed[0] / name)))
    for word in plain(TEXTS[language]).split():
        assert read.count(word.strip(",")) >= 4


def test_letters_are_looked_for_in_the_typefaces_that_the_styles_name() -> None:
    styles = (TEMPLATES / "print" / "letters.css").read_text(encoding="utf-8")
    (order,) = re.findall(r"--letters: ([^;]+);", styles)
    files = dict(re.findall(r'font-family: "([^"]+)";\s+src: url\("fonts/([\w-]+)-400-normal', styles))
    assert [files.get(family, "source-sans-3") for family in re.findall('"([^"]+)"', order)] == [
        face.stem.removesuffix("-400-normal") for face in FACES
    ]
