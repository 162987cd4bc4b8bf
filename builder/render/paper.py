"""A Page to HTML for paper: as it stands in the book, and on prints of its own."""

from __future__ import annotations

from typing import ClassVar

from markupsafe import Markup

from builder.render.renderer import BLOCK, Renderer
from builder.views.page import Page


class PaperRenderer(Renderer):
    """Renders pages for paper, with all in the open: the templates of the book go before those of the site."""

    folds: ClassVar[bool] = False
    folders: ClassVar[tuple[str, ...]] = ("book", "pages")

    def html(self, page: Page) -> Markup:
        """The page as HTML, its blocks in a row. Raises jinja2.UndefinedError for a template's mistake."""
        parts = self.text(page).rstrip("\n").split("\n\n")
        return Markup("\n".join(map(_unwrapped, parts)))  # noqa: S704 - every value was escaped or cleaned

    def headline(self, level: int, text: str, name: str, language: str) -> Markup:
        """A heading in HTML: nothing else of a page's text is Markdown."""
        said = {"id": name, "lang": language}
        identity = Markup("").join(Markup(' {}="{}"').format(key, value) for key, value in said.items() if value)
        return Markup("<h{0}{1}>{2}</h{0}>").format(level, identity, text)


class LeafRenderer(PaperRenderer):
    """Renders pages for the books people take along, which leave out what only leads on to pages they do not have."""

    folders: ClassVar[tuple[str, ...]] = ("leaf", *PaperRenderer.folders)


def _unwrapped(part: str) -> str:
    """What is in a block: it was set apart for an engine that reads Markdown."""
    return part.removeprefix(BLOCK).removesuffix("</div>") if part.startswith(BLOCK) else part
