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


def unembedded(path: Path) -> list[str]:
    """The typefaces a document does not carry with it, as poppler lists them."""
    listed = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    return [line for line in listed if not re.search(r"\byes\s+(yes|no)\s+(yes|no)\s+\d+", line)]


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


def faults(pdf: pypdf.PdfReader) -> list[str]:
    """What PDF/UA-1 asks for that can be read back from the file, and is not there."""
    root = pdf.trailer["/Root"]
    found = [] if root.get("/Lang") and root["/MarkInfo"]["/Marked"] else ["no language or no tags"]
    if "pdfuaid:part" not in root["/Metadata"].get_data().decode():
        found.append("does not say that it is PDF/UA")
    if not (pdf.metadata and pdf.metadata.title and root["/ViewerPreferences"]["/DisplayDocTitle"]):
        found.append("no title")
    level = 0
    for element in elements(pdf):
        kind = element["/S"]
        if kind in ("/H1", "/H2", "/H3", "/H4"):
            if int(kind[2]) > level + 1:
                found.append(f"a heading jumps from {level} to {kind}")
            level = int(kind[2])
        if kind == "/TH" and "/Scope" not in element["/A"]:
            found.append("a table header without scope")
        if kind == "/Figure" and not element.get("/Alt"):
            found.append("a figure without alternative text")
    return found + [fault for page in pdf.pages for fault in _faults_of(page)]


def _faults_of(page: pypdf.PageObject) -> Iterator[str]:
    notes = [note.get_object() for note in page.get("/Annots", ())]
    if notes and page.get("/Tabs") != "/S":
        yield "tabs do not follow the tags"
    for note in notes:
        if "/StructParent" not in note:
            yield "a link or field outside the tags"
        if note["/Subtype"] == "/Widget" and not note.get("/TU"):
            yield f"field without a name: {note['/T']}"
        if note["/Subtype"] == "/Widget" and "/AP" not in note:
            yield f"field without a look: {note['/T']}"
        if note["/Subtype"] == "/Link" and not note.get("/Contents"):
            yield "link without a description"
