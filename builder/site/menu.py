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
    """The menu inside a section, with no page of it shown, and what it has for each."""

    html: str
    entries: Mapping[Page, str]


class Menu:
    """The menus of one site, made by the templates of its theme."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._known: dict[tuple[str, Section], _Within] = {}

    @pass_context
    def of(self, context: Context, page: Page) -> str:
        """The menu as a page has it."""
        given = context.get_all()
        section = page.parent
        if isinstance(section, Section) and not page.is_index:
            within = self._within(page, section, given)
            entry = within.entries[page]
            if within.html.count(entry) == 1:
                return within.html.replace(entry, self._entry(page, given))
        return self._environment.get_template(_MENU).render(given)

    def _within(self, page: Page, section: Section, given: Mapping[str, Any]) -> _Within:
        key = (page.url.rpartition("/")[0], section)
        if key not in self._known:
            page.active, section.active = False, True
            self._known[key] = self._made(section, {**given, "page": _Nowhere(page.url)})
            page.active = True
        return self._known[key]

    def _made(self, section: Section, given: Mapping[str, Any]) -> _Within:
        entries = {one: self._entry(one, given) for one in section.children if isinstance(one, Page)}
        return _Within(self._environment.get_template(_MENU).render(given), entries)

    def _entry(self, page: Page, given: Mapping[str, Any]) -> str:
        module: Any = self._environment.get_template(_ENTRIES).make_module(dict(given))
        return str(module.render(page))
