"""The search index as a script, so it also loads where a page is opened from a folder."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from builder.edition.edition import Edition
from builder.model.fields import is_placeholder_phone, phone_uri
from builder.search import pages, workplaces
from builder.search.compounds import compounds
from builder.search.document import Document, Kind
from builder.search.records import Records
from builder.search.words import interface_words
from builder.views.page import Chapter

#: Where the pages expect the index, below the site's root.
FILE = "assets/search/index.js"
_KINDS = tuple(Kind)


def documents(edition: Edition, chapters: Collection[Chapter]) -> tuple[Document, ...]:
    """Everything in an edition that can be found; `chapters` are those of the site."""
    handbook, translate = edition.handbook, edition.language.translate
    found = [
        *Records(edition).documents(),
        *pages.law(handbook),
        *workplaces.sharing(handbook, translate),
        *workplaces.work(handbook, chapters, translate),
    ]
    known = {document.place.page for document in found if not document.place.anchor}
    return (*found, *pages.others(chapters, known, translate))


def search_index(edition: Edition, chapters: Collection[Chapter]) -> str:
    """The script that hands the documents to the search. The same edition gives the same text."""
    found = documents(edition, chapters)
    handbook, translate = edition.handbook, edition.language.translate
    split = compounds(text for document in found for text in document.texts)
    data = {
        "built": edition.language.phrases.date(handbook.today),
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
