"""Documents of what can be printed: each kind of print, each print, and the whole book."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from builder.edition.words import Translate
from builder.i18n import N_, translate_key
from builder.model.result_group import ResultGroup
from builder.search.document import Document
from builder.views import routes
from builder.views.page import Chapter, Place
from builder.views.prints import PrintGroup, PrintsPage

#: What people call each kind of print, by what the prints themselves call it.
_CALLED = {
    "Min bok": N_("bok for arbeidsstedet, hefte for arbeidsstedet, bok å ta med, ta med på papir, boka vår"),
    "Lommekort": N_("kort til lomma, lommeformat, visittkort, nødnumre på kort, kort med nødnumre"),
    "Kontaktliste": N_("telefonliste, nummerliste, ringeliste, liste over telefonnumre, liste til veggen, kontaktark"),
    "Møteark": N_("ark til møtet, møtepapir, utskrift til møtet"),
    "Situasjonen på papir": N_("situasjonsark, stegene på papir, steg for steg på papir"),
    "Kan jeg dele? på papir": N_("delingsark, ark om deling, taushetsplikt på papir"),
    "Regelen på papir": N_("regelark, regler på papir"),
    "Tjenesten på papir": N_("tjenesteark, ark om tjenesten"),
    "Skjema": N_("utfyllbart skjema, skjema til å fylle ut, blankett som PDF"),
    "Plakat": N_("oppslag, veggplakat, plakat til veggen, plakat til pauserommet, poster"),
    "Hefte for nyansatte": N_("brosjyre, hefte å brette, hefte for nye, velkomsthefte"),
}
_BOOK = N_("Hele håndboka som PDF")
_BOOK_CALLED = N_("hele boka, boka, bok, papirutgave, håndboka på papir, skriv ut håndboka, hele håndboka, PDF")
_ALL_CALLED = N_("utskrift, utskrifter, skrive ut, printe, PDF, papir")


def prints(chapters: Collection[Chapter], book: str | None, translate: Translate) -> Iterator[Document]:
    """What is printed of a site, of the chapters it shows; nothing where no prints are written."""
    if book:
        called = tuple(translate(_BOOK_CALLED).split(", "))
        yield Document(ResultGroup.PRINT, Place(routes.PRINTS), translate(_BOOK), names=called, file=book)
    for page in (page for chapter in chapters for page in chapter.pages):
        if isinstance(page.context, PrintsPage):
            called = tuple(translate(_ALL_CALLED).split(", "))
            yield Document(ResultGroup.PRINT, page.place, page.said(translate), names=called)
            for group in page.context.groups:
                yield from _of_kind(group, translate)


def _of_kind(group: PrintGroup, translate: Translate) -> Iterator[Document]:
    kind = translate_key(group.kind, translate)
    called = translate(_CALLED[group.kind]).split(", ") if group.kind in _CALLED else ()
    place = Place(routes.PRINTS, routes.print_anchor(group.kind))
    titles = [translate_key(row.link.text, translate) for row in group.rows]
    only = group.rows[0].prints[0].file if titles == [kind] else ""
    yield Document(ResultGroup.PRINT, place, kind, names=tuple(called), file=only)
    for title, row in zip(titles, group.rows, strict=True):
        if title != kind:
            yield Document(ResultGroup.PRINT, place, f"{kind}: {title}", file=row.prints[0].file)
