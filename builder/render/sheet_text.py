"""What is on a print, before anybody sets it on paper."""

from __future__ import annotations

import functools
from collections.abc import Callable

from markupsafe import Markup

from builder.edition.edition import Edition
from builder.i18n import translate_key
from builder.render.once import NOTES
from builder.render.paper import PaperRenderer
from builder.render.renderer import Links, Renderer
from builder.render.unbroken import unbroken
from builder.views.page import Page, Place
from builder.views.sheets.sheet import Sheet


class SheetText:
    """The texts of the prints of one edition."""

    def __init__(self, edition: Edition, links: Callable[[Edition], Links]) -> None:
        self._edition = edition
        self._links = links
        self._renderer = functools.cache(self._made)

    def renderer(self, sheet: Sheet) -> Renderer:
        """The renderer of a sheet: in its language, or the handbook's own; of the edition it is printed from."""
        return self._renderer(sheet.language, sheet.given)

    @property
    def own(self) -> Renderer:
        """The renderer of the edition itself, in its own language."""
        return self._renderer("", False)

    def _made(self, language: str, given: bool) -> Renderer:
        edition = self._edition.for_everybody if given else self._edition
        return _SheetRenderer(edition, self._links(edition), language)

    def body(self, sheet: Sheet, look: str = "") -> Markup:
        """What is on the sheet, or a copy with another look, without the head and foot that say when it was printed."""
        template = self.renderer(sheet).environment.get_template(f"{sheet.template}.html.j2")
        return Markup(unbroken(template.render(self.known(sheet, look))))

    def known(self, sheet: Sheet, look: str = "") -> dict[str, object]:
        """What its templates are given."""
        translate = self.renderer(sheet).translate
        names = {"title": translate_key(sheet.title, translate), "kind": translate_key(sheet.kind, translate)}
        return {**sheet.context.names(), **names, "page": sheet, "sheet": sheet, "look": look}


class _SheetRenderer(Renderer):
    """Fills in the templates of prints, and gives them pages as they stand in the book."""

    folders = ("print",)

    def __init__(self, edition: Edition, links: Links, language: str) -> None:
        super().__init__(edition, links, language=language)
        self.environment.globals["whole"] = _PageRenderer(edition, _Alone(), language=language).html


class _PageRenderer(PaperRenderer):
    """A page below the head of a print, where its title is. It stands alone: nothing of it is left to other pages."""

    folders = ("alone", *PaperRenderer.folders)
    #: What a number is that rings nobody, is said in the head and foot of all prints.
    notes = tuple((mark, note) for mark, note in NOTES if note != "placeholder")

    def headline(self, level: int, text: str, name: str, language: str) -> Markup:
        return super().headline(level, text, name, language) if level > 1 else Markup()


class _Alone:
    """Places on a page that lies on a table: they are words."""

    def href(self, page: Page, place: Place) -> None:
        """Nothing can be pressed."""

    def file(self, page: Page, path: str) -> None:
        """A print has no files beside it."""

    def anchor(self, page: Page, name: str) -> str:
        """Names are unique on a page."""
        return name
