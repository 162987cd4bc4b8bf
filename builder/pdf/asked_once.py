"""What WeasyPrint finds out over and over, found out once.

It resolves the sides of a box each time it sets it, and asks how it flows and how high its lines are each time it looks
for a place for it: a sixth of the time of a print. That follows from its style alone, and is kept with it. And its
reader of HTML makes a pattern anew for each word: it keeps them, but by the pattern, not by what that is made of.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from typing import Any

import tinyhtml5.inputstream
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
    tinyhtml5.inputstream.characters_until_regex = _Patterns()


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


class _Patterns(dict[tuple[Iterable[str], bool], re.Pattern[str]]):
    """What finds characters that are among some, or that are not: as the reader of HTML makes them itself."""

    def __missing__(self, key: tuple[Iterable[str], bool]) -> re.Pattern[str]:
        characters, among = key
        found = re.compile(f"[{'' if among else '^'}{re.escape(''.join(sorted(characters)))}]+")
        return self.setdefault(key, found)
