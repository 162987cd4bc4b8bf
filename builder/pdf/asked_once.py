"""What WeasyPrint finds out about a box over and over, and which follows from its style alone: found out once.

It resolves the sides of a box each time it sets it, and asks how it flows and how high its lines are each time it looks
for a place for it: a sixth of the time of a print. What is found is kept with the style.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from weasyprint.formatting_structure.boxes import Box, PageBox
from weasyprint.layout.percent import resolve_percentages
from weasyprint.text.line_break import strut

_EDGES = ("top", "right", "bottom", "left")
#: What is resolved: as attributes of the box.
_SIDES = (
    *(f"{what}_{edge}" for what in ("margin", "padding") for edge in _EDGES),
    *(f"border_{edge}_width" for edge in _EDGES),
    *(f"{extent}{side}" for extent in ("", "min_", "max_") for side in ("width", "height")),
)
#: Where it is kept with a style.
_KEPT_SIDES, _KEPT_STRUT = "_handbok_sides", "_handbok_strut"
_in_normal_flow = Box.is_in_normal_flow


def ask_once() -> None:
    """Has WeasyPrint ask here."""
    Box.is_in_normal_flow = _flows
    _put(resolve_percentages, _resolve)
    _put(strut, _strut)


def _put(theirs: Callable[..., Any], ours: Callable[..., Any]) -> None:
    """Puts a function in all modules that have taken theirs by name."""
    for name, module in list(sys.modules.items()):
        if name.startswith("weasyprint.") and getattr(module, theirs.__name__, None) is theirs:
            setattr(module, theirs.__name__, ours)


def _resolve(box: Any, containing_block: Any) -> None:
    """As WeasyPrint's own, which changes sizes in a style it has; cells that share borders have them from others."""
    style = box.style
    if isinstance(box, PageBox) or style["border_collapse"] == "collapse":
        resolve_percentages(box, containing_block)
        return
    block = containing_block
    within = (block.width, block.height) if isinstance(block, Box) else tuple(block)
    sizes = (style["width"], style["height"], style["min_width"], style["max_width"])
    follows_from = (within, sizes, style["min_height"], style["max_height"])
    kept = style.__dict__.get(_KEPT_SIDES)
    if kept is None or kept[0] != follows_from:
        resolve_percentages(box, containing_block)
        kept = follows_from, {name: box.__dict__[name] for name in _SIDES}
        style.__dict__[_KEPT_SIDES] = kept
    box.__dict__.update(kept[1])


def _strut(style: Any) -> Any:
    """As WeasyPrint's own, which makes a long text of the style each time, to look it up by."""
    if _KEPT_STRUT not in style.__dict__:
        style.__dict__[_KEPT_STRUT] = strut(style)
    return style.__dict__[_KEPT_STRUT]


def _flows(box: Any) -> bool:
    """As WeasyPrint's own, which asks five questions where two answer for nearly all boxes."""
    style = box.style
    if style["float"] == "none" and style["position"] in ("static", "relative"):
        return True
    return bool(_in_normal_flow(box))
