"""The search index as a script, so it also loads where a page is opened from a folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from builder.edition.edition import Edition
from builder.edition.ring_data import ring_data
from builder.facts.ring_now import ring_now
from builder.i18n import SOURCE_LANGUAGE
from builder.model.fields import dialled
from builder.model.result_group import ResultGroup
from builder.search import pages, printed, workplaces
from builder.search.document import Document
from builder.search.family_answers import easy_answers, families
from builder.search.records import Records
from builder.search.words import START, interface_words
from builder.views import urls
from builder.views.localized import localized
from builder.views.page import Chapter, Place

#: Where the pages expect the index, below the site's root.
FILE = "assets/search/index.js"
_GROUPS = tuple(ResultGroup)


def _distinct(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))


#: What the browser is told of a document: `FoundDocument` in `templates/types/search.d.ts`.
_FIELDS: dict[str, Callable[[Document], object]] = {
    "kind": lambda document: _GROUPS.index(document.group),
    "page": lambda document: document.place.page,
    "anchor": lambda document: document.place.anchor,
    "title": lambda document: document.title,
    "about": lambda document: document.about,
    "names": lambda document: "\n".join(document.names),
    "asked": lambda document: "\n".join(document.asked),
    "body": lambda document: "\n".join(_distinct(document.lines)),
    "law": lambda document: "\n".join(document.law),
    "phone": lambda document: document.phone,
    "tel": lambda document: dialled(document.phone),
    "anchors": lambda document: "\n".join(document.anchors),
    "file": lambda document: document.file,
    "facts": lambda document: [fact.row for fact in document.facts] or "",
}


def documents(edition: Edition, chapters: Collection[Chapter], book: str | None = None) -> tuple[Document, ...]:
    """Everything in an edition that can be found; `chapters` are those of the site, `book` the file of the whole."""
    handbook, translate = edition.handbook, edition.language.translate
    if not edition.whole:
        return tuple(easy_answers(edition))
    found = [
        *Records(edition).documents(),
        *pages.law(handbook),
        *workplaces.sharing(handbook, translate),
        *workplaces.work(handbook, chapters, translate),
        *printed.prints(chapters, book, translate),
        *families(edition),
    ]
    known = {document.place.page for document in found if not document.place.anchor}
    return (*found, *pages.others(chapters, known, translate))


def search_index(edition: Edition, chapters: Collection[Chapter], book: str | None = None) -> str:
    """The script that hands the documents to the search. The same edition gives the same text."""
    handbook, translate, language = edition.handbook, edition.language.translate, edition.language.code
    known = {page.path for chapter in chapters for page in chapter.pages}
    found = [replace(document, place=_in(language, document.place)) for document in documents(edition, chapters, book)]
    data = {
        "built": edition.language.phrases.bare_date(handbook.today),
        "builtOn": handbook.today.isoformat(),
        "editors": {"role": handbook.municipality.editors.role, "email": handbook.municipality.editors.email},
        "address": urls.page_file("{page}", SOURCE_LANGUAGE),
        "ring": ring_data(ring_now(handbook), edition.language.phrases),
        "start": [[localized(page, language), translate(label)] for page, label in START if page in known],
        "kinds": [[group.name.lower(), translate(group.label), group.weight] for group in _GROUPS],
        "words": interface_words(translate),
        "fields": list(_FIELDS),
        "documents": [_packed(document) for document in found],
    }
    return f"handbokSearch.index({_script(data)});\n"


def _in(language: str, place: Place) -> Place:
    """A place as it is called in addresses."""
    return replace(place, page=localized(place.page, language))


def _packed(document: Document) -> list[object]:
    """The values of a document in the order of the fields; those at the end that are empty are left out."""
    values = [value(document) for value in _FIELDS.values()]
    while values and values[-1] == "":
        values.pop()
    return values


def _script(data: object) -> str:
    """JSON that is also safe in a script: a line separator and a closing tag stay what they are."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
