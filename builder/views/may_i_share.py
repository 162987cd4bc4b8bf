"""«May I share?»: choose where you work and whom you want to tell, and get an answer with an address of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.i18n import N_, Key
from builder.model.confidentiality import ConfidentialityRule
from builder.model.handbook import Handbook
from builder.model.vocabulary import Category, ConsentNeed, RuleKind
from builder.views import routes
from builder.views.page import Audience, Chapter, Context, Link, Page, Place
from builder.views.routes import Names
from builder.views.sharing import (
    WORDS,
    Answer,
    Verdict,
    answers,
    kinds_of_service,
    receivers,
    to_others,
    verdict_of,
    within,
)
from builder.views.workplaces import SAID

TITLE = N_("Kan jeg dele?")
#: The rules a reader is never far from, whatever she asks.
ALWAYS = (RuleKind.DUTY_TO_REPORT, RuleKind.DUTY_TO_AVERT)
#: What a reader may choose between once she has said whom she wants to tell.
_CHOICES: tuple[tuple[Verdict, Key], ...] = (
    (Verdict.MUST, N_("Når du skal si fra")),
    (Verdict.MAY, N_("Uten samtykke")),
    (Verdict.CONSENT, N_("Med samtykke")),
    (Verdict.ANONYMOUS, N_("Uten navn")),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader chooses by: the kind of service, how she would say it, and where it leads."""

    category: Category
    said: Key
    place: Place


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table: what may be told from row to column, in words, and where the answer is."""

    verdict: Verdict
    words: Sequence[str]
    place: Place


@dataclass(frozen=True, slots=True)
class SenderRow:
    """A row of the table."""

    sender: Choice
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word of the table, and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule behind an answer: what it says in a word, and the law behind it; `anchor` is how to go about it."""

    rule: ConfidentialityRule
    link: Link
    anchor: str
    verdict: Verdict
    word: str
    law: Sequence[Link]


#: The rules by id: many answers rest on the same.
Rows = Mapping[str, RuleRow]


@dataclass(frozen=True, slots=True)
class ShareIndex(Context):
    """The choice of workplace, and the table of all pairs."""

    template: ClassVar = "share-index"

    duties: Sequence[Link]
    receivers: Sequence[Category]
    rows: Sequence[SenderRow]
    words: Sequence[WordRow]
    rules: Sequence[RuleRow]


@dataclass(frozen=True, slots=True)
class ReceiverRow:
    """Whom one wants to tell, and where their contacts are."""

    category: Category
    anchor: str
    services: Sequence[Link]


@dataclass(frozen=True, slots=True)
class WayRow:
    """One way to tell, such as without consent; `ask` when one should ask for it, `strongest` when it says most."""

    verdict: Verdict
    title: Key
    anchor: str
    rules: Sequence[RuleRow]
    ask: bool
    strongest: bool


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """The answer about some receivers."""

    receivers: Sequence[ReceiverRow]
    words: Sequence[str]
    verdict: Verdict
    choices: Sequence[WayRow]


@dataclass(frozen=True, slots=True)
class SharePage(Context):
    """The answers for those who work somewhere."""

    template: ClassVar = "share"

    index: Place
    duties: Sequence[Link]
    answers: Sequence[AnswerRow]
    others: Sequence[RuleRow]
    within: Sequence[RuleRow]
    silence: Sequence[RuleRow]
    rules: Sequence[RuleRow]


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The choice of workplace with the table of all pairs, and a page of answers for each workplace."""
    senders = kinds_of_service(handbook)
    if not handbook.rules:
        return Chapter(TITLE, ())
    found = {sender: answers(handbook, sender) for sender in senders}
    rows = {rule.id: _rule(names, rule) for rule in handbook.rules}
    index = Page(routes.SHARE, TITLE, _index(handbook, names, rows, found), audience=Audience.SITE)
    return Chapter(TITLE, (index, *(_page(handbook, names, rows, sender, found[sender]) for sender in senders)))


def always(handbook: Handbook, names: Names) -> list[Link]:
    """The duties to report and to avert."""
    return [names.to(r) for kind in ALWAYS for r in handbook.rules if r.kind is kind]


def answer_place(sender: Category, receiver: Category) -> Place:
    """The address of the answer for a pair."""
    return Place(routes.share_page(sender), routes.receiver_anchor(receiver))


def _index(handbook: Handbook, names: Names, rows: Rows, found: Mapping[Category, Sequence[Answer]]) -> ShareIndex:
    return ShareIndex(
        duties=always(handbook, names),
        receivers=receivers(handbook),
        rows=[SenderRow(_choice(sender), _cells(handbook, sender, made)) for sender, made in found.items()],
        words=[WordRow(word, meaning) for word, meaning in WORDS.values()],
        rules=list(rows.values()),
    )


def _choice(sender: Category) -> Choice:
    return Choice(sender, SAID[sender], Place(routes.share_page(sender)))


def _cells(handbook: Handbook, sender: Category, made: Iterable[Answer]) -> list[Cell]:
    """One cell for each receiver, in the order of the columns."""
    by_receiver = {receiver: answer for answer in made for receiver in answer.receivers}
    return [
        Cell(by_receiver[receiver].verdict, said(by_receiver[receiver]), answer_place(sender, receiver))
        for receiver in receivers(handbook)
    ]


def said(answer: Answer) -> list[str]:
    """The words of an answer."""
    return [WORDS[verdict][0] for verdict in main_verdicts(answer)]


def main_verdicts(answer: Answer) -> list[Verdict]:
    """What an answer is in a word or two: duty and right where there are any, otherwise the strongest that is left."""
    return [v for v in (Verdict.MUST, Verdict.MAY) if answer.of(v)] or [answer.verdict]


def _page(handbook: Handbook, names: Names, rows: Rows, sender: Category, made: Sequence[Answer]) -> Page:
    used = {rule.id for answer in made for rule in answer.rules} | {r.id for r in within(handbook, sender)}
    used |= {rule.id for rule in to_others(handbook, sender)}
    rules = [rule for rule in handbook.rules if rule.id in used and rule.kind is not RuleKind.CONFIDENTIALITY]
    return Page(
        routes.share_page(sender),
        SAID[sender],
        SharePage(
            index=Place(routes.SHARE),
            duties=always(handbook, names),
            answers=[_answer(handbook, names, rows, answer) for answer in made],
            others=[rows[rule.id] for rule in to_others(handbook, sender)],
            within=[rows[rule.id] for rule in within(handbook, sender)],
            silence=[rows[rule.id] for rule in _silence(made)],
            rules=[rows[rule.id] for rule in rules],
        ),
        audience=Audience.SITE,
        lead_in=TITLE,
        listed=False,
    )


def _silence(made: Iterable[Answer]) -> list[ConfidentialityRule]:
    """The duty of confidentiality itself, the sender's own first."""
    found = {rule.id: rule for answer in made for rule in answer.of(Verdict.SILENT)}
    return sorted(found.values(), key=lambda rule: rule.sender.everyone)


def _answer(handbook: Handbook, names: Names, rows: Rows, answer: Answer) -> AnswerRow:
    told = [
        ReceiverRow(receiver, routes.receiver_anchor(receiver), _services(handbook, names, receiver))
        for receiver in answer.receivers
    ]
    choices = [
        _way(rows, answer, verdict, title)
        for verdict, title in _CHOICES
        if answer.of(verdict) or verdict is Verdict.MAY
    ]
    return AnswerRow(told, said(answer), answer.verdict, choices)


def _way(rows: Rows, answer: Answer, verdict: Verdict, title: Key) -> WayRow:
    rules = answer.of(verdict)
    return WayRow(
        verdict=verdict,
        title=title,
        anchor=f"{routes.receiver_anchor(answer.receivers[0])}-{verdict.value}",
        rules=[rows[rule.id] for rule in rules],
        ask=any(_should_ask(rule) for rule in rules),
        strongest=verdict is answer.verdict,
    )


def _should_ask(rule: ConfidentialityRule) -> bool:
    return rule.consent is not None and rule.consent.need is ConsentNeed.SHOULD_BE_ASKED


def _services(handbook: Handbook, names: Names, receiver: Category) -> list[Link]:
    """Where the receiver's contacts are."""
    return [names.service(service.id) for service in handbook.services if service.category is receiver]


def _rule(names: Names, rule: ConfidentialityRule) -> RuleRow:
    verdict = verdict_of(rule)
    law = [names.law(citation) for citation in rule.legal_basis]
    return RuleRow(rule, names.to(rule), f"regel-{rule.id}", verdict, WORDS[verdict][0], law)
