"""Reading PDFs back as their readers do: text by poppler, structure and fields by pypdf, pictures by PDFium."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf


def text_of(path: Path) -> list[str]:
    """The text of each page as poppler reads it, in the order it is drawn, on one line."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [" ".join(page.split()) for page in printed.split("\f")[:-1]]


def fonts_of(path: Path) -> list[str]:
    """The names of the typefaces a document is set with, as poppler lists them."""
    return [line.split()[0] for line in _fonts(path)]


def unembedded(path: Path) -> list[str]:
    """The typefaces a document does not carry with it, as poppler lists them."""
    return [line for line in _fonts(path) if not re.search(r"\byes\s+(yes|no)\s+(yes|no)\s+\d+", line)]


def _fonts(path: Path) -> list[str]:
    return subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]


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
