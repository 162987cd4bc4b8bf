"""A Page to text: Markdown headings with blocks of HTML between them, and what folds around both.

Any engine that reads Markdown inside HTML can take the result (CommonMark; Python-Markdown with `MARKDOWN`).
Values from the data are escaped by default; running text goes through `builder.prose`.
This is the only user of `templates/pages/`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from builder import prose
from builder.edition.edition import Edition
from builder.edition.localization import Localization, localization
from builder.edition.ring_data import calendar, opening
from builder.edition.rows import Rows
from builder.facts.answering import answering
from builder.facts.ring_now import ring_now
from builder.i18n import LANGUAGES
from builder.model.fields import is_placeholder_phone, phone_uri
from builder.model.foreign import Foreign
from builder.model.kinds import LINKABLE
from builder.render.compiled import OURS, compiled
from builder.render.importing import ImportingTemplate
from builder.render.in_short import again, contact_again, together
from builder.render.languages import MarkedTemplate, in_blocks, in_line, marking, with_elements
from builder.render.once import NOTES, said_once
from builder.render.unbroken import unbroken
from builder.resources import TEMPLATES
from builder.views.families import given_by
from builder.views.page import Link, Page, Place
from builder.views.upkeep import behind, draft_mark
from builder.views.urls import subscription

#: What pages and prints have in common. Each has its own `elements.j2`, which it leans on.
SHARED = TEMPLATES / "shared"
#: How each block of HTML begins. A block has no blank lines.
BLOCK = '<div class="hb">'
_MARKDOWN_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&#|~!$]")
#: The extensions of Python-Markdown that a page's text needs.
MARKDOWN = ("attr_list", "md_in_html")
#: Begins the lines that stand outside the blocks. No value can hold it: control characters are refused in data.
_BARE_MARK = "\x01"


class Links(Protocol):
    """How one exit addresses places: the site by files, the book by anchors."""

    def href(self, page: Page, place: Place) -> str | None:
        """The address of a place as seen from a page, or None where this exit does not have it."""

    def file(self, page: Page, path: str) -> str | None:
        """The address of a file beside the pages (see `builder.views.urls`), or None where there is none."""

    def anchor(self, page: Page, name: str) -> str:
        """The id that a named place on a page gets."""


class PageTemplate(MarkedTemplate, ImportingTemplate):
    """A template of a page or a print."""


class Renderer:
    """Renders the pages of one edition for one exit.

    `shift` is how many levels a page's headings go down: 0 where each page stands alone, 1 in a book
    where chapters come above pages. `language` is its code, where it is another than the handbook's.
    """

    #: Whether readers can open and close what is folded.
    folds: ClassVar[bool] = True
    #: Where its templates lie below `templates/`: what is in the first folder goes before the same in the next.
    folders: ClassVar[tuple[str, ...]] = ("pages",)
    #: What is said once on a page.
    notes: ClassVar[tuple[tuple[str, str], ...]] = NOTES

    def __init__(self, edition: Edition, links: Links, shift: int = 0, language: str = "") -> None:
        handbook = edition.handbook
        self.links = links
        self.shift = shift
        self.language = localization(language) if language else edition.language
        rows = Rows(self.language, edition.names) if language else edition.rows
        self.translate = self.language.translate
        self.names = edition.names
        self.environment = environment(self.language, *(TEMPLATES / folder for folder in self.folders))
        self.environment.globals |= {
            "municipality": handbook.municipality,
            "is_public": handbook.is_public,
            "notice": edition.notice,
            "today": handbook.today,
            "ring": ring_now(handbook),
            "href": self._href,
            "file": self._file,
            "subscription": lambda path: subscription(handbook.municipality.website, path),
            "anchor": self._anchor,
            "heading": self._heading,
            "bare": _bare,
            "folds": self.folds,
            "level": lambda level: level + shift,
            "rows": rows.rows,
            "named": rows.named,
            "behind": functools.partial(behind, edition.names),
            "answering": functools.partial(answering, today=handbook.today),
            "for_families": given_by,
            "draft_mark": functools.partial(draft_mark, edition.names),
        }
        self.environment.filters |= {
            "prose": self._prose,
            "inline": self._inline,
            "own": functools.partial(Foreign, language=edition.language.code),
        }

    def text(self, page: Page) -> str:
        """The page as Markdown headings and HTML blocks. Raises jinja2.UndefinedError for a template's mistake."""
        template = self.environment.get_template(f"{page.template}.md.j2")
        text = unbroken(blocks(template.render(**page.context.names(), page=page, title=self.title(page))))
        return said_once(text, BLOCK, ((mark, functools.partial(self._note, page, name)) for mark, name in self.notes))

    def _note(self, page: Page, name: str) -> str:
        """A note that is said once on a page."""
        macros = self.environment.get_template("once.j2").make_module({"page": page})
        return with_elements(str(getattr(macros, name)()))

    def document(self, page: Page, given: Mapping[str, object]) -> str:
        """A page that is a whole document of its own; `given` is what its template needs from the exit."""
        template = self.environment.get_template(f"{page.template}.html.j2")
        return template.render(**page.context.names(), **given, page=page, title=self.title(page))

    def title(self, page: Page) -> str:
        """The title as a reader sees it."""
        return page.said(self.translate)

    def _page(self, context: Context) -> Page:
        page = context["page"]
        assert isinstance(page, Page)
        return page

    @pass_context
    def _href(self, context: Context, target: Link | Place | None) -> str | None:
        place = target.place if isinstance(target, Link) else target
        return self.links.href(self._page(context), place) if place else None

    @pass_context
    def _file(self, context: Context, path: str) -> str | None:
        return self.links.file(self._page(context), path)

    @pass_context
    def _anchor(self, context: Context, name: str) -> str:
        return self.links.anchor(self._page(context), name)

    @pass_context
    def _heading(self, context: Context, level: int, text: str, anchor: str = "") -> Markup:
        """A heading; whatever the text holds, it stays text. A sentence that names something comes escaped already."""
        name = self.links.anchor(self._page(context), anchor)
        language = self._other_language(text) or ""
        said = text.unescape() if isinstance(text, Markup) else str(text)
        return _bare(self.headline(level + self.shift, " ".join(said.split()), name, language))

    def headline(self, level: int, text: str, name: str, language: str) -> Markup:
        """A heading in Markdown; `name` is its anchor, and `language` is said where it is another than the page's."""
        escaped = _MARKDOWN_SPECIAL.sub(lambda found: f"&#{ord(found.group())};", text)
        said = [f"#{name}"] * bool(name) + [f"lang={language}"] * bool(language)
        identity = f" {{: {' '.join(said)} }}" if said else ""
        return Markup(f"{'#' * level} {escaped}{identity}")

    def _resolve(self, context: Context) -> prose.Resolve:
        def resolve(address: str) -> str | None:
            place = self.names.resolve(address)
            return self.links.href(self._page(context), place) if place else None

        return resolve

    @pass_context
    def _prose(self, context: Context, text: str) -> Markup:
        html = prose.to_html(text, self._resolve(context), LINKABLE)
        return Markup(in_blocks(html, language)) if (language := self._other_language(text)) else Markup(html)

    @pass_context
    def _inline(self, context: Context, text: str) -> Markup:
        html = prose.to_inline(text, self._resolve(context), LINKABLE)
        return Markup(in_line(html, language)) if (language := self._other_language(text)) else Markup(html)

    def _other_language(self, text: str) -> str | None:
        """The language of a text, where it is not that of the page."""
        return text.language if isinstance(text, Foreign) and text.language != self.language.code else None


def environment(language: Localization, *folders: Path) -> Environment:
    """A strict, escaping template environment in one language, with the filters all exits share."""
    made = Environment(
        loader=FileSystemLoader([*folders, SHARED]),
        bytecode_cache=compiled(OURS),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=marking(language.code),
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    made.template_class = PageTemplate
    made.install_gettext_translations(language.catalogue, newstyle=True)  # type: ignore[attr-defined]
    phrases = language.phrases
    filters: Mapping[str, object] = {
        "date": phrases.date,
        "short_date": phrases.short_date,
        "bare_date": phrases.bare_date,
        "month": phrases.month,
        "month_name": phrases.month_name,
        "day": phrases.day,
        "number": phrases.number,
        "said": phrases.said,
        "shown": phrases.shown,
        "label": phrases.label,
        "inside": phrases.inside,
        "hours": phrases.hours,
        "short_hours": phrases.short_hours,
        "answers": phrases.answers,
        "opening": opening,
        "calendar": calendar,
        "ages": phrases.ages,
        "deadline": phrases.deadline,
        "span": phrases.span,
        "support": phrases.support,
        "recurrence": phrases.recurrence,
        "change": phrases.change,
        "time_span": phrases.time_span,
        "short_change": phrases.short_change,
        "last_day": phrases.last_day,
        "listed": phrases.listed,
        "language_name": lambda code: phrases.shown(LANGUAGES[code].name),
        "tel": phone_uri,
        "plain": prose.plain,
        "stop": prose.sentence_end,
        "again": again,
        "contact_again": contact_again,
        "together": together,
    }
    made.filters.update(filters)
    made.tests["placeholder"] = is_placeholder_phone
    return made


def _bare(line: Markup) -> Markup:
    """A line that stands by itself, in no block: a heading, or the beginning or end of what folds.

    An empty one only ends the block.
    """
    return Markup(f"\n{_BARE_MARK}{line}\n")


def blocks(text: str) -> str:
    """Rendered lines as Markdown headings and HTML blocks without blank lines, so every engine reads them alike."""
    result: list[str] = []
    run: list[str] = []

    def close() -> None:
        if run:
            result.append(f"{BLOCK}\n" + "\n".join(run) + "\n</div>")
            run.clear()

    for line in (line.strip() for line in text.splitlines()):
        if line.startswith(_BARE_MARK):
            close()
            result += filter(None, [line.removeprefix(_BARE_MARK)])
        elif line:
            run.append(line)
    close()
    return "\n\n".join(result) + "\n"
