"""`handbok print`: the book of a workplace or a place, or some parts of it, as a PDF of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.check.municipalities import check_each
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.terminal import Terminal
from builder.edition.edition import Edition
from builder.facts.audience import for_audience
from builder.i18n import LANGUAGES, N_, translate_key, translations
from builder.model.audience import Audience
from builder.pdf.my_books import Bindery
from builder.pdf.writer import Standard
from builder.problem import Message
from builder.slug import slug as as_word
from builder.suggest import did_you_mean
from builder.views.my_book import NAMES, MyBook, Part

_ERRORS = N_("Ikke skrevet ut på grunn av feil i data: {name}. Se dem med handbok check {slug}.")
_NOBODY = N_("{slug} har ikke noe arbeidssted eller sted som heter «{who}»{hint} (velg blant {known})")
_NO_PART = N_("«{part}» er ingen del av denne boka{hint} (velg blant {known})")
_NONE = N_("--with må nevne minst en del (velg blant {known})")
_WRITTEN = N_("Skrevet: {path} ({paper}, sider: {pages})")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants on paper: whose book, which parts of it (all where none are said), and how."""

    who: str
    parts: str | None
    paper: str
    internal: bool
    archive: bool
    output: Path | None


def print_out(folder: Path, slug: str, wanted: Wanted, terminal: Terminal) -> bool:
    """Writes the book; returns whether it is written. Raises WrongUse."""
    with plain_errors():
        (checked,) = check_each(folder, [slug])
    if not checked.ok:
        terminal.complain(_ERRORS, name=checked.handbook.municipality.name, slug=slug)
        return False
    edition = Edition(for_audience(checked.handbook, Audience.INTERNAL if wanted.internal else Audience.PUBLIC))
    book = _chosen(_the_book(edition, slug, wanted.who), wanted.parts, terminal)
    target = _target(book, wanted)
    with plain_errors():
        pages = Bindery(edition, wanted.paper, Standard(wanted.archive)).write(book, target)
    terminal.say(_WRITTEN, path=target, paper=wanted.paper, pages=pages)
    return True


def _the_book(edition: Edition, slug: str, who: str) -> MyBook:
    """The book of whoever is named: by id, or as a reader calls the workplace or the place."""
    known = {book.id: book for book in edition.books}
    called = {as_word(translate_key(book.name, edition.language.translate)): book for book in edition.books} | known
    if as_word(who) not in called:
        hint = did_you_mean(as_word(who), called)
        raise WrongUse(Message(_NOBODY, slug=slug, who=who, hint=hint, known=", ".join(known)))
    return called[as_word(who)]


def _chosen(book: MyBook, parts: str | None, terminal: Terminal) -> MyBook:
    """The book with the parts that are named, with commas between; all where nothing is said. Raises WrongUse."""
    if parts is None:
        return book
    called, names = _called(book.parts), [terminal.translate(NAMES[part]) for part in book.parts]
    known = ", ".join(names)
    named = [name.strip() for name in parts.split(",") if name.strip()]
    for name in named:
        if as_word(name) not in called:
            raise WrongUse(Message(_NO_PART, part=name, hint=did_you_mean(name, names), known=known))
    if not named:
        raise WrongUse(Message(_NONE, known=known))
    return book.with_parts({called[as_word(name)] for name in named})


def _called(parts: Iterable[Part]) -> Mapping[str, Part]:
    """What each part is called, in any of the languages."""
    words = [translations(language).gettext for language in LANGUAGES]
    return {as_word(translate(NAMES[part])): part for part in parts for translate in words}


def _target(book: MyBook, wanted: Wanted) -> Path:
    """The file that is named; in a folder, or where none is, it is called as where it is published."""
    name, asked = Path(book.file(wanted.paper)).name, wanted.output
    if asked is None:
        return Path(name)
    return asked / name if asked.is_dir() else asked
