"""All pages of an edition as a project that MkDocs, ProperDocs and Zensical build: plain Markdown and `mkdocs.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from builder.edition.edition import Edition
from builder.export.as_yaml import as_yaml
from builder.export.md_links import MarkdownLinks
from builder.export.page_text import body, foot, front_matter, named_in, notices
from builder.i18n import N_
from builder.render.renderer import Renderer
from builder.site.foot import Feet
from builder.site.navigation import entry, escaped, source
from builder.views.page import Chapter, Page

#: Templates of pages that say something of our own site only: what it keeps offline, and the files beside its pages.
_OF_THE_SITE = frozenset({"offline", "open-data"})
SETTINGS, PAGES = "mkdocs.yml", "docs"
_ABOUT = N_(
    "Sidene i docs/ er ren Markdown. Installer mkdocs-material og kjør «mkdocs build», eller bruk ProperDocs eller "
    "Zensical: de leser også denne fila."
)


def files(edition: Edition) -> Mapping[str, bytes]:
    """Path below the folder of the project -> content."""
    chapters = tuple(_exported(edition))
    pages = [page for chapter in chapters for page in chapter.pages]
    code = edition.language.code
    renderer = Renderer(edition, MarkdownLinks([page.path for page in pages], code))
    texts = {page.path: renderer.text(page) for page in pages}
    named = {name for text in texts.values() for name in named_in(text)}
    feet, above = Feet(edition), notices(edition)
    about = f"# {edition.language.translate(_ABOUT)}\n"
    made = {SETTINGS: about + as_yaml(_settings(edition, chapters))}
    for page in pages:
        title, _, rest = body(texts[page.path], named).partition("\n\n")
        below = foot(edition, renderer.title(page), feet.of(page))
        parts = (front_matter(page, renderer), title, above, rest, below)
        made[f"{PAGES}/{source(page.path, code)}"] = "\n\n".join(filter(None, parts)) + "\n"
    return {path: text.encode() for path, text in made.items()}


def _exported(edition: Edition) -> Iterator[Chapter]:
    for chapter in edition.chapters():
        pages = tuple(page for page in chapter.pages if page.template not in _OF_THE_SITE)
        if pages:
            yield Chapter(chapter.title, pages)


def _settings(edition: Edition, chapters: tuple[Chapter, ...]) -> dict[str, Any]:
    """What needs nothing but MkDocs and its most used theme, and asks no other address for anything."""
    municipality, language = edition.handbook.municipality, edition.language
    described = language.translate(N_("Praksishåndbok for {name} kommune")).format(name=municipality.name)
    settings: dict[str, Any] = {
        "site_name": escaped(municipality.title),
        "site_description": escaped(described),
        "use_directory_urls": False,
        "theme": {"name": "material", "language": language.code, "font": False, "features": ["navigation.indexes"]},
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", "md_in_html", "tables"],
        "validation": {"links": {"not_found": "warn", "anchors": "warn", "absolute_links": "warn"}},
        "nav": [entry(chapter, language) for chapter in chapters],
    }
    if unlisted := _unlisted(chapters, language.code):
        settings["not_in_nav"] = unlisted
    return settings


def _unlisted(chapters: tuple[Chapter, ...], code: str) -> str:
    pages: Iterator[Page] = (page for chapter in chapters for page in chapter.pages[1:] if not page.listed)
    return "".join(f"/{source(page.path, code)}\n" for page in pages)
