"""Says in the tags of a PDF what WeasyPrint knows and leaves out."""

from __future__ import annotations

from typing import Any

import pydyf


def say_what_headers_head(pdf: pydyf.PDF) -> None:
    """Gives each table header its scope: those in the head of a table stand over a column, others before a row."""
    for element in pdf.objects:
        if isinstance(element, dict) and element.get("S") == "/TH":
            above = _parent(pdf, _parent(pdf, element))
            element["A"]["Scope"] = "/Column" if above["S"] == "/THead" else "/Row"


def _parent(pdf: pydyf.PDF, element: pydyf.Dictionary) -> Any:
    return pdf.objects[int(element["P"].split()[0])]
