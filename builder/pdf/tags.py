"""Says in the tags of a PDF what WeasyPrint knows and leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf

#: What PDF/UA-1 lets stand in a list, and in an item of it (ISO 14289-1, 7.2; ISO 32000-1, 14.8.4.3.3).
_IN_LIST = {"/L", "/LI", "/Caption"}
_IN_ITEM = {"/Lbl", "/LBody"}
#: What only groups, for looks.
_GROUPS = {"/Div", "/NonStruct"}


def say_what_headers_head(pdf: pydyf.PDF) -> None:
    """Gives each table header its scope: those in the head of a table stand over a column, others before a row."""
    for element in pdf.objects:
        if isinstance(element, dict) and element.get("S") == "/TH":
            above = _parent(pdf, _parent(pdf, element))
            element["A"]["Scope"] = "/Column" if above["S"] == "/THead" else "/Row"


def let_lists_hold_items_only(pdf: pydyf.PDF) -> None:
    """Takes away what groups the items of a list, such as a <div> around <dt> and <dd>; an item gets a body."""
    for element in [element for element in pdf.objects if isinstance(element, dict)]:
        if element.get("S") == "/L":
            element["K"] = pydyf.Array(_as_item(pdf, element, kid) for kid in _ungrouped(pdf, element["K"]))
    for element in [element for element in pdf.objects if isinstance(element, dict)]:
        if element.get("S") == "/LI" and any(_kind(pdf, kid) not in _IN_ITEM for kid in element["K"]):
            element["K"] = _with_body(pdf, element)


def _ungrouped(pdf: pydyf.PDF, kids: pydyf.Array) -> Iterator[Any]:
    for kid in kids:
        element = _element(pdf, kid)
        if element is not None and element["S"] in _GROUPS and all(_kind(pdf, one) for one in element["K"]):
            yield from _ungrouped(pdf, element["K"])
            element["K"] = pydyf.Array()
        else:
            yield kid


def _as_item(pdf: pydyf.PDF, above: pydyf.Dictionary, kid: Any) -> Any:
    return _put_in(pdf, above, kid if _kind(pdf, kid) in _IN_LIST else _new(pdf, "/LI", above, [kid]))


def _with_body(pdf: pydyf.PDF, item: pydyf.Dictionary) -> pydyf.Array:
    """What an item holds, with all that is neither its label nor its body in a body of its own."""
    kids = list(item["K"])
    loose = [kid for kid in kids if _kind(pdf, kid) not in _IN_ITEM]
    kids[kids.index(loose[0])] = _new(pdf, "/LBody", item, loose)
    return pydyf.Array(kid for kid in kids if kid not in loose)


def _new(pdf: pydyf.PDF, kind: str, above: pydyf.Dictionary, kids: list[Any]) -> Any:
    element = pydyf.Dictionary({"Type": "/StructElem", "S": kind, "P": above.reference})
    pdf.add_object(element)
    element["K"] = pydyf.Array(_put_in(pdf, element, kid) for kid in kids)
    return element.reference


def _kind(pdf: pydyf.PDF, kid: Any) -> str | None:
    """What sort of element it is; None for a piece of the page itself."""
    element = _element(pdf, kid)
    return element["S"] if element is not None else None


def _element(pdf: pydyf.PDF, kid: Any) -> Any:
    if not isinstance(kid, bytes):
        return None
    found = pdf.objects[int(kid.split()[0])]
    return found if isinstance(found, dict) and "S" in found else None


def _put_in(pdf: pydyf.PDF, above: pydyf.Dictionary, kid: Any) -> Any:
    element = _element(pdf, kid)
    if element is not None:
        element["P"] = above.reference
    return kid


def _parent(pdf: pydyf.PDF, element: pydyf.Dictionary) -> Any:
    return pdf.objects[int(element["P"].split()[0])]
