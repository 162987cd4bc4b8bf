"""Finds, in what is drawn, the rooms that were left for the numbers of pages, and writes numbers into them.

A room is drawn as so many noughts. In the stream of the page stands before it, as a comment, which it is. A figure is
put in by the number of its glyph, and all figures are of one width (`tabular-nums`): so what is written is what would
have been drawn, had the number been known.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from typing import Any

import weasyprint.draw
from weasyprint.draw.text import draw_first_line, draw_text
from weasyprint.matrix import Matrix
from weasyprint.pdf.fonts import Font
from weasyprint.pdf.stream import Stream
from weasyprint.text.line_break import create_layout

from builder.pdf.book.numbers import UNKNOWN, Told

_FIGURES = "0123456789"
#: Where the glyphs of figures are kept with a font.
_KEPT = "handbok_figures"
_ROOM = re.compile(rb"%room (\d+)\n(.*?/(\w+) [\d.]+ Tf\n)\[([^\]]*)\] TJ", re.DOTALL)
_GLYPH = re.compile(rb"<([0-9a-f]+)>|(-?[\d.]+)")
#: The digits of the number of a glyph.
_WIDE = 4

#: The glyphs of figures in a font, and how wide they are, in thousandths of its size.
Figures = tuple[Sequence[str], int]


def mark_rooms() -> None:
    """Has WeasyPrint tell, in what it draws, where rooms are."""
    weasyprint.draw.draw_text = _draw_text


def figures_in(document: weasyprint.Document) -> Mapping[str, Figures]:
    """The glyphs of figures in each font that rooms are drawn with, by the name it has on the pages."""
    return {font.hash: getattr(font, _KEPT) for font in document.fonts.values() if hasattr(font, _KEPT)}


def written(content: bytes, numbers: Sequence[Told], fonts: Mapping[str, Figures], at_end: bool) -> bytes:
    """The stream of a page with numbers in its rooms; `at_end`: where they have more room than they need."""

    def fill(room: re.Match[bytes]) -> bytes:
        glyphs, width = fonts[room[3].decode()]
        shown = _with_number(_glyphs(room[4]), numbers[int(room[1])], glyphs, width if at_end else 0)
        return room[2] + b"[" + shown.encode() + b"] TJ"

    return _ROOM.sub(fill, content)


def _draw_text(stream: Stream, textbox: Any, *how: Any) -> None:
    """As WeasyPrint's own."""
    room = None if textbox.element is None else textbox.element.get("data-room")
    if room is not None and textbox.element_tag == "a::after" and UNKNOWN in textbox.text:
        if _KEPT not in textbox.style.__dict__:
            _know_figures(stream, textbox)
            textbox.style.__dict__[_KEPT] = True
        stream.stream.append(f"%room {room}".encode())
    draw_text(stream, textbox, *how)


def _know_figures(stream: Stream, textbox: Any) -> None:
    """Draws the figures where nobody sees them: so the font has them all, and how each is drawn is known."""
    unseen = stream.clone(tags={})
    drawn = copy.copy(textbox)
    drawn.text = _FIGURES
    drawn.pango_layout = create_layout(_FIGURES, textbox.style, None, None, 0)
    draw_first_line(unseen, drawn, "clip", "none", Matrix())
    (name,) = {found[1] for line in unseen.stream if (found := re.match(rb"/(\w+) [\d.]+ Tf", line))}
    font: Font = next(font for font in stream._fonts.values() if font.hash == name.decode())
    glyphs = [glyph for glyph, _ in _glyphs(unseen.stream[-1].removeprefix(b"[").removesuffix(b"] TJ"))]
    if len(glyphs) != len(_FIGURES) or len({font.widths[int(glyph, 16)] for glyph in glyphs}) > 1:
        raise RuntimeError(f"the figures of the typeface {font.name} are not all of one width")
    setattr(font, _KEPT, (glyphs, font.widths[int(glyphs[0], 16)]))


def _glyphs(shown: bytes) -> list[tuple[str, str]]:
    """The glyphs that are shown, each with what it is moved by."""
    found: list[tuple[str, str]] = []
    for one in _GLYPH.finditer(shown):
        if one[1]:
            found += [(one[1][at : at + _WIDE].decode(), "") for at in range(0, len(one[1]), _WIDE)]
        elif found:
            found[-1] = (found[-1][0], one[2].decode())
    return found


def _with_number(glyphs: list[tuple[str, str]], told: Told, figures: Sequence[str], width: int) -> str:
    """The same with a number for the noughts; nothing where nothing is told."""
    if not told.number:
        return ""
    nought = figures[int(UNKNOWN)]
    first = next(place for place, (glyph, _) in enumerate(glyphs) if glyph == nought)
    after = first + next((n for n, (glyph, _) in enumerate(glyphs[first:]) if glyph != nought), len(glyphs) - first)
    moved = glyphs[first][1]
    number = [(figures[int(figure)], moved) for figure in told.number]
    spare = after - first - len(number)
    shown = [*glyphs[:first], *number, *(() if told.ends_row else glyphs[after:])]
    return (f"{-width * spare}" if width and spare > 0 else "") + "".join(f"<{glyph}>{by}" for glyph, by in shown)
