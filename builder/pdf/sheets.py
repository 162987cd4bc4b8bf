"""The prints of their own as PDF: meeting sheets, contact lists, pocket card, forms, posters, booklets."""

from __future__ import annotations

import dataclasses
import functools
from bisect import bisect, bisect_left
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

import weasyprint

from builder.cache.prints import Print, Prints
from builder.edition.edition import Edition
from builder.gc import throwing_away, without_garbage_collection
from builder.i18n import N_, translate_key
from builder.pdf.codes import content_code, qr_code
from builder.pdf.links import WebLinks
from builder.pdf.writer import UNIVERSAL, Standard, Writer, identifier
from builder.render.sheet_text import SheetText
from builder.resources import TEMPLATES
from builder.views.sheets.sheet import Sheet

#: Where nothing is published yet.
NO_PRINTS = Prints()
ALL = slice(None)
#: How much tighter a sheet may be set to fit its sides: `fit-0` to `fit-6` in its styles.
TIGHTEST = 6
_STYLES = TEMPLATES / "print"
#: What a sheet becomes at a setting.
LaidOut = Callable[[int], tuple[str, weasyprint.Document]]


def write_sheets(
    edition: Edition,
    folder: Path,
    standard: Standard = UNIVERSAL,
    published: Prints = NO_PRINTS,
    share: slice = ALL,
) -> list[Print]:
    """Writes every print below a folder, or a share of them. The same edition gives the same bytes."""
    printer = Printer(edition, standard)
    with without_garbage_collection():
        return [made for sheet in edition.sheets[share] for made in printer.renewed(sheet, folder, published)]


def _links(edition: Edition) -> WebLinks:
    return WebLinks(edition.handbook.municipality.website, edition.language.code)


class Printer:
    """Prints the sheets of one edition."""

    def __init__(self, edition: Edition, standard: Standard = UNIVERSAL) -> None:
        self._standard = standard
        self._texts = SheetText(edition, _links)
        self._titles = edition.titles

    def renewed(self, sheet: Sheet, folder: Path, published: Prints) -> list[Print]:
        """The copies of a sheet, taken from what is published where they would be the same."""
        # How tight a sheet is set follows from this; laying it out is what costs.
        looks = dict.fromkeys(("", *(copy.look for copy in sheet.copies)))
        texts = (self.html(sheet, look=look) for look in looks)
        set_by = repr((sheet.copies, sheet.sides, sheet.fewest, sheet.multiple))
        made_from = self._standard.made_from(*texts, set_by)
        files = [copy.file for copy in sheet.copies]
        return published.renewed(files, made_from, folder, lambda: self.write(sheet, folder))

    @throwing_away()
    def write(self, sheet: Sheet, folder: Path) -> int:
        """Writes the copies of a sheet, and returns how many pages each has."""
        fit, html, document = self._fitting(sheet)
        for copy in sheet.copies:
            if copy.sides:
                alone = dataclasses.replace(sheet, sides=copy.sides, fitting=copy.fitting)
                _, html, document = self._fitting(alone, copy.look)
            elif copy.look:
                html, document = self._laid_out(sheet, fit, copy.look)
            target = folder / copy.file
            target.parent.mkdir(parents=True, exist_ok=True)
            self._writer.write(document, target, identifier(f"{copy.paper}{html}"))
        return len(document.pages)

    def html(self, sheet: Sheet, fit: int = 0, look: str = "") -> str:
        """The sheet as HTML, set so much tighter."""
        renderer, body = self._texts.renderer(sheet), self._texts.body(sheet, look)
        translate = renderer.translate
        address = renderer.links.href(sheet, sheet.of)
        return renderer.environment.get_template("layout.html.j2").render(
            **self._texts.known(sheet, look),
            language=renderer.language.code,
            body=body,
            # One code for all copies: what says less is of the same content.
            code=content_code(self._texts.body(sheet) if look else body),
            address=address,
            page_name=translate_key(self._titles[sheet.of.page], translate),
            qr=qr_code(address, translate(N_("QR-kode til siden på nettet"))) if address else None,
            fit=fit,
        )

    def _fitting(self, sheet: Sheet, look: str = "") -> tuple[int, str, weasyprint.Document]:
        """The sheet in the roomiest setting that fits its sides, filled to a number of pages that folds."""
        laid_out = functools.cache(lambda fit: self._laid_out(sheet, fit, look))
        fit = self._fewest(laid_out) if sheet.fewest else self._within(sheet, look, laid_out)
        html, document = laid_out(fit)
        missing = -len(document.pages) % sheet.multiple
        if missing:
            document = document.copy([*document.pages, *self._notes.pages[:missing]])
        return fit, html, document

    def _within(self, sheet: Sheet, look: str, laid_out: LaidOut) -> int:
        """The first setting tried that fits."""
        tried = (
            fit for sides, fit in self._tries(sheet, look) if sides is None or len(laid_out(fit)[1].pages) <= sides
        )
        return next(tried, TIGHTEST)

    def _tries(self, sheet: Sheet, look: str = "") -> Iterator[tuple[int | None, int]]:
        """How many pages it may have in which setting, the best first, from where its length is seen to fit."""
        length = len(self._texts.body(sheet, look).striptags())
        yield from ((1, fit) for fit in range(bisect(sheet.one_side, length), len(sheet.one_side)))
        yield from ((sheet.sides, fit) for fit in range(bisect(sheet.fitting, length), TIGHTEST + 1))

    @staticmethod
    def _fewest(laid_out: LaidOut) -> int:
        """The roomiest setting with as few pages as the tightest has."""
        least = len(laid_out(TIGHTEST)[1].pages)
        return bisect_left(range(TIGHTEST), True, key=lambda fit: len(laid_out(fit)[1].pages) == least)

    def _laid_out(self, sheet: Sheet, fit: int, look: str) -> tuple[str, weasyprint.Document]:
        html = self.html(sheet, fit, look)
        return html, self._writer.lay_out(html)

    @cached_property
    def _writer(self) -> Writer:
        """The typefaces, what all sheets share, and the styles of each sort."""
        shared = _STYLES / "print.css"
        own = sorted(path for path in _STYLES.glob("*.css") if path != shared)
        return Writer(self._standard, TEMPLATES / "static" / "assets" / "fonts.css", shared, *own)

    @cached_property
    def _notes(self) -> weasyprint.Document:
        """Pages to write on, to fill a booklet with."""
        renderer = self._texts.own
        template = renderer.environment.get_template("notes.html.j2")
        return self._writer.lay_out(template.render(language=renderer.language.code))
