"""«May I share?»: choose where you work, what it is about and whom you want to tell; each answer has an address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.sharing import DUTIES, WORDS, Answer, Verdict, sharing_of
from builder.i18n import N_, Key
from builder.model.confidentiality import RULES
from builder.model.handbook import Handbook
from builder.model.vocabulary import Category, Matter
from builder.views import routes
from builder.views.page import Chapter, Context, Link, Medium, Page, Place
from builder.views.routes import Names
from builder.views.share_answers import share_page
from builder.views.workplaces import SAID

TITLE = N_("Kan jeg dele?")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader chooses by: the kind of service, how she would say it, and where it leads."""

    category: Category
    said: Key
    place: Place


@dataclass(frozen=True, slots=True)
class Told:
    """An answer in a word, and the rule that gives it; none where nothing is decided."""

    verdict: Verdict
    word: str
    rule: Link | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table: what may be told from row to column, in words, and where the answer is."""

    told: Sequence[Told]
    place: Place


@dataclass(frozen=True, slots=True)
class SenderRow:
    """A row of the table."""

    sender: Choice
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word of the table, and what it means."""

    verdict: Verdict
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ShareIndex(Context):
    """The choice of workplace, and the table of all pairs."""

    template: ClassVar = "share-index"

    duties: Sequence[Link]
    receivers: Sequence[Category]
    rows: Sequence[SenderRow]
    words: Sequence[WordRow]
    rules: Place


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The choice of workplace with the table of all pairs, and a page of answers for each workplace."""
    if not handbook.rules:
        return Chapter(TITLE, ())
    index = Page(routes.SHARE, TITLE, _index(handbook, names))
    return Chapter(TITLE, (index, *(_page(handbook, names, sender) for sender in sharing_of(handbook).senders)))


def always(handbook: Handbook, names: Names, sender: Category | None = None) -> list[Link]:
    """The duties to report and to avert, of everybody or of a kind of service."""
    rules = sharing_of(handbook).from_sender(sender) if sender else handbook.rules
    return [names.to(rule) for kind in DUTIES for rule in rules if rule.kind is kind]


def answer_place(sender: Category, receiver: Category) -> Place:
    """The address of the answer for a pair in ordinary cooperation."""
    return Place(routes.share_page(sender), routes.receiver_anchor(receiver))


def _page(handbook: Handbook, names: Names, sender: Category) -> Page:
    return Page(
        routes.share_page(sender),
        Key(sender.label),
        share_page(handbook, names, sender),
        medium=Medium.SITE,
        lead_in=TITLE,
        listed=False,
    )


def _index(handbook: Handbook, names: Names) -> ShareIndex:
    found = sharing_of(handbook)
    cells = {
        sender: [_cell(handbook, names, sender, receiver) for receiver in found.receivers] for sender in found.senders
    }
    used = {told.verdict for row in cells.values() for cell in row for told in cell.told}
    return ShareIndex(
        duties=always(handbook, names),
        receivers=found.receivers,
        rows=[SenderRow(_choice(sender), row) for sender, row in cells.items()],
        words=[WordRow(verdict, *WORDS[verdict]) for verdict in Verdict if verdict in used],
        rules=Place(routes.list_of(RULES)),
    )


def _choice(sender: Category) -> Choice:
    return Choice(sender, SAID[sender], Place(routes.share_page(sender)))


def _cell(handbook: Handbook, names: Names, sender: Category, receiver: Category) -> Cell:
    """What ordinary cooperation allows; before it the duty, where worry for a child obliges."""
    found = sharing_of(handbook)
    worried = found.between(sender, receiver, Matter.WORRY)
    ordinary = found.between(sender, receiver, Matter.COOPERATION)
    both = worried.verdict is Verdict.MUST is not ordinary.verdict
    return Cell(
        [_told(names, answer) for answer in ((worried, ordinary) if both else (ordinary,))],
        answer_place(sender, receiver),
    )


def _told(names: Names, answer: Answer) -> Told:
    return Told(answer.verdict, WORDS[answer.verdict][0], names.to(answer.lead) if answer.lead else None)
