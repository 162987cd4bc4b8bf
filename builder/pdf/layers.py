"""Pages put together of layers, each laid out and drawn once, for all the documents it is in."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import pydyf
import weasyprint
from weasyprint.draw import draw_page
from weasyprint.formatting_structure.boxes import MarginBox
from weasyprint.pdf.fonts import Font
from weasyprint.pdf.stream import Stream


class Layer:
    """What is on a page, or what stands around it. What is drawn of it is kept. With links it is in a document once."""

    def __init__(self, box: Any) -> None:
        self.box = box
        self._drawing: Stream | None = None

    @classmethod
    def all_of(cls, document: weasyprint.Document) -> list[Layer]:
        """All that is on each page of a document."""
        return [cls(page._page_box) for page in document.pages]

    @classmethod
    def margins_of(cls, document: weasyprint.Document) -> list[Layer]:
        """What stands in the margins of each page of a document."""
        return [cls(_margins(page._page_box)) for page in document.pages]

    def draw(self, stream: Stream) -> None:
        """Draws it over what is there, as it was drawn before where it was."""
        if self._drawing is None:
            self._drawing = _drawn(self.box, stream)
        if _stands_alone(self._drawing):
            _copy(self._drawing, stream)
        else:
            draw_page(self.box, stream)


class LayeredPage(weasyprint.Page):  # type: ignore[misc]
    """A page of layers, the lowest first; it is as large as that."""

    def __init__(self, *layers: Layer) -> None:
        super().__init__(layers[0].box.copy_with_children([box for layer in layers for box in layer.box.children]))
        self._layers = layers

    def paint(self, stream: Stream, scale: float = 1) -> None:
        """Called when the document is written."""
        with stream.stacked():
            stream.transform(a=scale, d=scale)
            for layer in self._layers:
                layer.draw(stream)


def _margins(box: Any) -> Any:
    return box.copy_with_children([one for one in box.children if isinstance(one, MarginBox)])


def _drawn(box: Any, stream: Stream) -> Stream:
    """What is drawn where nothing else is, with its own typefaces, states and numbered pieces."""
    resources = {name: pydyf.Dictionary() for name in ("ExtGState", "XObject", "Pattern", "Shading")}
    resources["ColorSpace"] = stream._resources["ColorSpace"]
    alone = stream.clone(fonts={}, resources=resources, images={}, tags={})
    alone._ctm_stack = [stream.ctm]
    draw_page(box, alone)
    alone.stream = list(_joined(alone.stream))
    return alone


def _joined(drawn: Iterable[Any]) -> Iterator[Any]:
    """What is drawn as one, but for the names and numbers of pieces, which are others elsewhere."""
    for is_name, some in groupby(drawn, lambda one: isinstance(one, (pydyf.Dictionary, str))):
        if is_name:
            yield from some
        else:
            yield b"\n".join(some)


def _stands_alone(drawing: Stream) -> bool:
    """Whether all it uses has the same name in any document; groups and letters that lack are counted in each."""
    resources = drawing._resources
    counted = any(resources[name] for name in ("XObject", "Pattern", "Shading"))
    states = all(name[0] in "aA" for name in resources["ExtGState"])
    return states and not counted and not any(font.missing for font in drawing._fonts.values())


def _copy(drawing: Stream, stream: Stream) -> None:
    before = len(stream._tags)
    stream.stream += [_renumbered(one, before) for one in drawing.stream]
    stream._tags |= {box: {**piece, "mcid": piece["mcid"] + before} for box, piece in drawing._tags.items()}
    stream._resources["ExtGState"] |= drawing._resources["ExtGState"]
    for key, font in drawing._fonts.items():
        known = stream._fonts.setdefault(key, _unused(font))
        for mine, others in ((font.to_unicode, known.to_unicode), (font.widths, known.widths)):
            others |= {glyph: said for glyph, said in mine.items() if glyph not in others}


def _renumbered(one: Any, before: int) -> Any:
    return pydyf.Dictionary({"MCID": one["MCID"] + before}) if isinstance(one, pydyf.Dictionary) else one


def _unused(font: Font) -> Font:
    """The same typeface for another document, where other letters are used."""
    other = copy.copy(font)
    other.to_unicode, other.widths = {}, {}
    return other
