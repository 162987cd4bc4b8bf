"""Reading PDFs back as their readers do: text by poppler, structure and fields by pypdf, pictures by PDFium."""

from __future__ import annotations

import math
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
from pypdfium2 import raw


def text_of(path: Path) -> list[str]:
    """The text of each page as poppler reads it, in the order it is drawn, on one line."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
    return [" ".join(page.split()) for page in said_by_poppler(command).split("\f")[:-1]]


def said_by_poppler(command: Sequence[str]) -> str:
    """What a program of poppler prints of a file. It goes on with a damaged one, and only tells of it."""
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stderr == "", f"{command[-1]}: {run.stderr[:400]}"
    return run.stdout


def fonts_of(path: Path) -> list[str]:
    """The names of the typefaces a document is set with, as poppler lists them."""
    return [line.split()[0] for line in _fonts(path)]


@dataclass(frozen=True)
class Letter:
    """A letter as it is printed: its size in points, and how far down the page it stands, 0 at the top and 1 below."""

    sign: str
    size: float
    down: float


def letters(path: Path, page: int = 0) -> list[Letter]:
    """The letters of a page in the size they have on paper, in the order they are drawn."""
    opened = pypdfium2.PdfDocument(path)[page]
    text, height = opened.get_textpage(), opened.get_height()
    return [
        _letter(text, number, height) for number in range(text.count_chars()) if text.get_text_range(number, 1).strip()
    ]


def _letter(text: pypdfium2.PdfTextPage, number: int, height: float) -> Letter:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, number, matrix)
    size = raw.FPDFText_GetFontSize(text, number) * math.hypot(matrix.a, matrix.b)
    _, bottom, _, _ = text.get_charbox(number)
    return Letter(text.get_text_range(number, 1), round(size, 1), 1 - bottom / height)


def unembedded(path: Path) -> list[str]:
    """The typefaces a document does not carry with it, as poppler lists them."""
    return [line for line in _fonts(path) if not re.search(r"\byes\s+(yes|no)\s+(yes|no)\s+\d+", line)]


def _fonts(path: Path) -> list[str]:
    return said_by_poppler(["pdffonts", str(path)]).splitlines()[2:]


def elements(pdf: pypdf.PdfReader) -> Iterator[Any]:
    """The elements of the tag tree, in reading order."""
    waiting = [pdf.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while waiting:
        found = waiting.pop().get_object() if hasattr(waiting[-1], "get_object") else waiting.pop()
        if isinstance(found, list):
            waiting.extend(reversed(found))
        elif isinstance(found, dict) and "/S" in found:
            yield found
            waiting.append(found.get("/K", []))


def fields_in_tags(pdf: pypdf.PdfReader) -> list[str]:
    """The names of the fields that a reader of the tag tree meets, in order."""
    forms = (element for element in elements(pdf) if element["/S"] == "/Form")
    return [str(kid.get_object()["/Obj"]["/T"]) for form in forms for kid in form["/K"]]
