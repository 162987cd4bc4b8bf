"""Every print of one handbook, the books and the sheets, side by side where there are processors for it.

A print follows from its HTML, the standard it keeps to, and the program with its styles, typefaces and
packages. One that is published and was made from the same, is taken as it is. The day of printing stands
on paper and so in the HTML: on another day every print is made anew.
"""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path

from builder.cache.kept import Kept
from builder.cache.prints import Print, Prints
from builder.edition.edition import Edition
from builder.pdf.book.known import known_parts, remember
from builder.pdf.book.printing import print_book
from builder.pdf.book.text import BookText
from builder.pdf.my_books import PAPERS, Bindery
from builder.pdf.sheets import write_sheets
from builder.pdf.writer import Standard


@dataclass(frozen=True, slots=True)
class Order:
    """What to print and where: the book as the file named, all else by names of their own."""

    edition: Edition
    standard: Standard
    folder: Path
    book: str
    published: Prints
    #: What the published book was joined from; the new one takes of it what is the same.
    book_parts: Kept = field(default_factory=Kept)


def print_all(order: Order, workers: Executor, processes: int = 1) -> list[Print]:
    """Writes every print below the folder; the book first. The files are the same however many processes help.

    What takes longest is begun first. The sheets are cut in more parts than there are processes, for whoever is done;
    the parts of the book are many, and come last.
    """
    shares, cuts = max(1, processes - 1), processes if processes == 1 else 2 * processes
    others = [
        *(workers.submit(_sheets, order, cut, cuts) for cut in range(cuts)),
        *(workers.submit(_books, order, paper, share, shares) for paper in PAPERS for share in range(shares)),
    ]
    book = _book(order, workers) if order.edition.whole else []
    return [*book, *(made for other in others for made in other.result())]


def _book(order: Order, workers: Executor) -> list[Print]:
    text, target = BookText(order.edition), order.folder / order.book

    def make() -> int:
        printed = print_book(text, target, order.standard, workers, known_parts(order.book_parts))
        remember(printed.parts, order.book_parts)
        return printed.pages

    return order.published.renewed([order.book], order.standard.made_from(text.html), order.folder, make)


def _books(order: Order, paper: str, share: int, shares: int) -> list[Print]:
    """One worker's share of the books of workplaces and places on a paper: next to each other, for they share pages."""
    number = len(order.edition.books)
    mine = order.edition.books[number * share // shares : number * (share + 1) // shares]
    return Bindery(order.edition, paper, order.standard).all_renewed(mine, order.folder, order.published)


def _sheets(order: Order, share: int, shares: int) -> list[Print]:
    """One worker's share of the sheets."""
    return write_sheets(order.edition, order.folder, order.standard, order.published, slice(share, None, shares))
