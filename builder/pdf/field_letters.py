"""The letters of the typeface of fields, as a PDF tells of them: each has its own number in Unicode as code.

A letter that the typeface lacks has no code. A reader that writes its number all the same finds nothing but the box
for what is missing there, and never another letter, as it would where codes are numbers of glyphs.
"""

from __future__ import annotations

import functools
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pydyf
from fontTools.ttLib import TTFont

from builder.facts.printable import FIELDS

#: A group of the map of letters has no more ranges, and a range does not go past the end of its row.
_GROUP, _ROW = 100, 256
_HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
"""
_FOOT = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


@dataclass(frozen=True, slots=True)
class FieldLetters:
    """The typeface, which glyph is drawn for each code and how wide it is, and which letters are told of."""

    typeface: bytes
    glyphs: bytes
    widths: pydyf.Array
    #: All letters, and those that are not joined to their neighbours.
    told: bytes
    told_unjoined: bytes


@functools.cache
def field_letters() -> FieldLetters:
    """Read once; the file is always the same."""
    with TTFont(FIELDS, lazy=True, recalcTimestamp=False) as font:
        names, unit = font.getBestCmap(), font["head"].unitsPerEm
        glyphs = {code: font.getGlyphID(name) for code, name in names.items()}
        widths = {code: round(font["hmtx"][name][0] * 1000 / unit) for code, name in names.items()}
        typeface = _without_codes(font)
    joined = {code for code in names if _is_joined(code)}
    return FieldLetters(typeface, _numbers(glyphs), _widths(widths), _map(names), _map(names.keys() - joined))


def _without_codes(font: TTFont) -> bytes:
    """The typeface without its own list of letters: pypdf would write by that, and its numbers are not our codes."""
    del font["cmap"]
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()


def _is_joined(code: int) -> bool:
    """Whether a letter is written from the right; not the shapes of letters, which only programs that join write."""
    letter = chr(code)
    return unicodedata.bidirectional(letter) in ("R", "AL") and not unicodedata.decomposition(letter).startswith("<")


def _runs(codes: Iterable[int]) -> Iterator[range]:
    """Codes that follow each other in one row."""
    run = range(0)
    for code in sorted(codes):
        if code != run.stop or code % _ROW == 0:
            if run:
                yield run
            run = range(code, code)
        run = range(run.start, code + 1)
    yield run


def _numbers(glyphs: Mapping[int, int]) -> bytes:
    return b"".join(glyphs.get(code, 0).to_bytes(2, "big") for code in range(max(glyphs) + 1))


def _widths(widths: Mapping[int, int]) -> pydyf.Array:
    return pydyf.Array(part for run in _runs(widths) for part in (run.start, pydyf.Array(widths[code] for code in run)))


def _map(codes: Iterable[int]) -> bytes:
    return _HEAD + b"".join(_groups(list(_runs(codes)))) + _FOOT


def _groups(runs: Sequence[range]) -> Iterator[bytes]:
    for start in range(0, len(runs), _GROUP):
        group = runs[start : start + _GROUP]
        lines = (f"<{run[0]:04x}> <{run[-1]:04x}> <{run[0]:04x}>" for run in group)
        yield "\n".join((f"{len(group)} beginbfrange", *lines, "endbfrange\n")).encode()
