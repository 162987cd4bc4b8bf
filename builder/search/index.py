"""The search index as a script, so it also loads where a page is opened from a folder."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from builder.i18n import translations
from builder.model.fields import is_placeholder_phone, phone_uri
from builder.model.handbook import Handbook
from builder.render.phrases import Phrases
from builder.search import pages, workplaces
from builder.search.compounds import compounds
from builder.search.document import Document, Kind
from builder.search.records import Records
from builder.search.words import interface_words
from builder.views.page import Chapter

#: Where the pages expect the index, below the site's root.
FILE = "assets/search/index.js"
_KINDS = tuple(Kind)


def documents(handbook: Handbook, chapters: Collection[Chapter]) -> tuple[Document, ...]:
    """Everything in a handbook that can be found."""
    translate = translations(str(handbook.municipality.written_standard)).gettext
    phrases = Phrases(str(handbook.municipality.written_standard), translate)
    found = [
        *Records(handbook, phrases, translate).documents(),
        *pages.law(handbook),
        *workplaces.sharing(handbook, translate),
        *workplaces.work(handbook, chapters, translate),
    ]
    known = {document.place.page for document in found if not document.place.anchor}
    return (*found, *pages.others(chapters, known, translate))


def search_index(handbook: Handbook, chapters: Collection[Chapter]) -> str:
    """The script that hands the documents to the search. The same handbook gives the same text."""
    found = documents(handbook, chapters)
    language = str(handbook.municipality.written_standard)
    translate = translations(language).gettext
    split = compounds(text for document in found for text in document.texts)
    data = {
        "built": Phrases(language, translate).date(handbook.today),
        "builtOn": handbook.today.isoformat(),
        "editors": {"role": handbook.municipality.editors.role, "email": handbook.municipality.editors.email},
        "kinds": [[kind.name.lower(), translate(kind.label), kind.weight] for kind in _KINDS],
        "words": interface_words(translate),
        "compounds": " ".join("|".join((word, *parts)) for word, parts in split.items()),
        "documents": [_packed(document) for document in found],
    }
    return f"handbokSearch.index({_script(data)});\n"


def _packed(document: Document) -> list[object]:
    """A document as the browser reads it: see `unpacked` in `engine.js`."""
    fields: list[object] = [
        _KINDS.index(document.kind),
        document.place.page,
        document.place.anchor,
        document.title,
        document.about,
        "\n".join(document.names),
        "\n".join(document.asked),
        "\n".join(_distinct(document.lines)),
        "\n".join(document.law),
        document.phone,
        "" if not document.phone or is_placeholder_phone(document.phone) else phone_uri(document.phone) or "",
        "\n".join(document.anchors),
    ]
    while fields and fields[-1] == "":
        fields.pop()
    return fields


def _distinct(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))


def _script(data: object) -> str:
    """JSON that is also safe in a script: a line separator and a closing tag stay what they are."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
