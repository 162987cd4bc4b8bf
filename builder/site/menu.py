"""The menu of each page, made once for all pages of a section: theirs differ only in the page that is shown.

The theme makes the whole menu anew for each page: a tenth of the time of a site. What it makes stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

_MENU, _ENTRIES = "partials/nav.html", "partials/nav-item.html"


@dataclass(frozen=True, slots=True)
class _Nowhere:
    """Stands for a page in the same folder that is not in the menu."""

    url: str


@dataclass(frozen=True, slots=True)
class _Within:
    """The menu inside a section, or outside all, with no page of it shown, and what it has for each."""

    html: str
    entries: Mapping[Page, str]


class Menu:
    """The menus of one site, made by the templates of its theme."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._known: dict[tuple[str, Section | None], _Within] = {}

    @pass_context
    def of(self, context: Context, page: Page) -> str:
        """The menu as a page has it."""
        given = context.get_all()
        if page.parent and page.is_index:  # its section leads to it, in two places
            return self._made(given)
        within = self._within(page, given)
        entry = within.entries.get(page)
        return within.html.replace(entry, str(self._entries(given).render(page)), 1) if entry else within.html

    def _within(self, page: Page, given: Mapping[str, Any]) -> _Within:
        section = page.parent
        key = (page.url.rpartition("/")[0], section)
        if key not in self._known:
            self._known[key] = self._without(page, section, {**given, "page": _Nowhere(page.url)})
        return self._known[key]

    def _without(self, page: Page, section: Section | None, given: Mapping[str, Any]) -> _Within:
        """The menu as it is inside the section of a page, but with no page shown."""
        page.active = False
        if section:
            section.active = True
        listed = section.children if section else given["nav"].items
        templates = self._entries(given)
        made = _Within(self._made(given), {one: str(templates.render(one)) for one in listed if isinstance(one, Page)})
        page.active = True
        return made

    def _made(self, given: Mapping[str, Any]) -> str:
        return self._environment.get_template(_MENU).render(given)

    def _entries(self, given: Mapping[str, Any]) -> Any:
        return self._environment.get_template(_ENTRIES).make_module(dict(given))
