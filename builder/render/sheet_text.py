"""What is on a print, before anybody sets it on paper."""

from __future__ import annotations

import functools

from markupsafe import Markup

from builder.edition.edition import Edition
from builder.i18n import translate_key
from builder.render.renderer import Links, Renderer
from builder.views.sheets.sheet import Sheet


class SheetText:
    """The texts of the prints of one edition."""

    def __init__(self, edition: Edition, links: Links) -> None:
        self.renderer = functools.cache(functools.partial(_renderer, edition, links))
        """The renderer of a language, by its code; of the handbook's own where none is said."""

    def body(self, sheet: Sheet, look: str = "") -> Markup:
        """What is on the sheet, or a copy with another look, without the head and foot that say when it was printed."""
        template = self.renderer(sheet.language).environment.get_template(f"{sheet.template}.html.j2")
        return Markup(template.render(self.known(sheet, look)))

    def known(self, sheet: Sheet, look: str = "") -> dict[str, object]:
        """What its templates are given."""
        translate = self.renderer(sheet.language).translate
        names = {"title": translate_key(sheet.title, translate), "kind": translate_key(sheet.kind, translate)}
        return {**sheet.context.names(), **names, "page": sheet, "sheet": sheet, "look": look}


class _SheetRenderer(Renderer):
    """Fills in the templates of prints."""

    folders = ("print",)


def _renderer(edition: Edition, links: Links, language: str) -> Renderer:
    return _SheetRenderer(edition, links, language=language)
