"""The answers to «may I share?» for those who work somewhere: a card for each, short enough to read at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import ClassVar

from builder.facts.sharing import WORDS, Answer, Verdict, basis, sharing_of, to_others, verdict_of
from builder.facts.upkeep import overdue
from builder.model.confidentiality import RULES, ConfidentialityRule, Precedence
from builder.model.fields import Date
from builder.model.handbook import Handbook
from builder.model.service import Contact
from builder.model.vocabulary import Category, Matter
from builder.views import routes
from builder.views.page import Context, Link, Place
from builder.views.routes import Names

#: How many provisions an answer names; the whole rule has them all.
_PROVISIONS = 3


@dataclass(frozen=True, slots=True)
class Pick:
    """Whom one may want to tell in a matter, what the answer is in a word, and where it stands."""

    receiver: Category
    anchor: str
    verdict: Verdict
    word: str


@dataclass(frozen=True, slots=True)
class MatterRow:
    """What it is about, and whom one may want to tell then."""

    matter: Matter
    anchor: str
    picks: Sequence[Pick]


@dataclass(frozen=True, slots=True)
class ReceiverRow:
    """Whom one wants to tell, where the answer about them stands, and whom of theirs to ask without a name."""

    category: Category
    anchor: str
    service: Link | None
    ask: Contact | None


@dataclass(frozen=True, slots=True)
class Without:
    """What is open without consent, or what a special act says of it, with the provisions."""

    says: str
    law: Sequence[Link]


@dataclass(frozen=True, slots=True)
class Card:
    """An answer: of the rule that leads, what the reader needs now; the rest unfolds or is a tap away.

    `others` are those it is told who are no service. `secrecy` is the duty of secrecy that binds the sender, where
    another rule leads. `overdue` is the day the rule should have been reviewed, where that is past.
    """

    matter: Matter | None
    receivers: Sequence[ReceiverRow]
    others: Sequence[str]
    verdict: Verdict
    word: str
    lead: ConfidentialityRule | None
    whole: Link | None
    law: Sequence[Link]
    without: Sequence[Without]
    secrecy: Link | None
    secrecy_law: Sequence[Link]
    overdue: Date | None
    more: Sequence[Link]


@dataclass(frozen=True, slots=True)
class SharePage(Context):
    """The answers for those who work somewhere."""

    template: ClassVar = "share"

    index: Place
    duties: Sequence[Link]
    matters: Sequence[MatterRow]
    cards: Sequence[Card]
    within: Sequence[Card]
    others: Sequence[Card]


def share_page(handbook: Handbook, names: Names, sender: Category, duties: Sequence[Link]) -> SharePage:
    """What the page of a kind of service shows."""
    found = sharing_of(handbook)
    made = found.answers(sender)
    return SharePage(
        index=Place(routes.SHARE),
        duties=duties,
        matters=[
            MatterRow(matter, routes.matter_anchor(matter), _picks(told))
            for matter, told in groupby(made, key=attrgetter("matter"))
        ],
        cards=[_card(handbook, names, answer) for answer in made],
        within=[_rule_card(handbook, names, sender, rule) for rule in found.within(sender)],
        others=[_rule_card(handbook, names, sender, rule) for rule in _told_others(handbook, sender)],
    )


def _told_others(handbook: Handbook, sender: Category) -> Iterator[ConfidentialityRule]:
    """The rules only about those who are no service, such as parents; the others are among the answers."""
    for rule in to_others(handbook, sender):
        told = rule.receiver
        if not (told.everyone or told.public or told.categories or told.services):
            yield rule


def _picks(answers: Iterable[Answer]) -> list[Pick]:
    """Whom one may want to tell, in the order of the vocabulary."""
    found = {receiver: answer for answer in answers for receiver in answer.receivers}
    return [
        Pick(receiver, routes.receiver_anchor(receiver, answer.matter), answer.verdict, WORDS[answer.verdict][0])
        for receiver, answer in sorted(found.items(), key=lambda pair: list(Category).index(pair[0]))
    ]


def _card(handbook: Handbook, names: Names, answer: Answer) -> Card:
    secrecy = answer.secrecy if answer.secrecy is not answer.lead else None
    return Card(
        matter=answer.matter,
        receivers=[_receiver(handbook, names, receiver, answer.matter) for receiver in answer.receivers],
        others=(),
        verdict=answer.verdict,
        word=WORDS[answer.verdict][0],
        lead=answer.lead,
        whole=names.to(answer.lead) if answer.lead else None,
        law=_law(names, answer.lead, answer.sender),
        without=list(_without(names, answer)),
        secrecy=names.to(secrecy) if secrecy else None,
        secrecy_law=_law(names, secrecy, answer.sender),
        overdue=overdue(answer.lead, handbook.today) if answer.lead else None,
        more=[names.to(rule) for rule in answer.rules[1:] if rule is not secrecy],
    )


def _rule_card(handbook: Handbook, names: Names, sender: Category, rule: ConfidentialityRule) -> Card:
    """The answer of one rule by itself: within the service, or to those who are no service."""
    verdict = verdict_of(rule)
    return Card(
        matter=None,
        receivers=(),
        others=rule.receiver.others,
        verdict=verdict,
        word=WORDS[verdict][0],
        lead=rule,
        whole=names.to(rule),
        law=_law(names, rule, sender),
        without=(),
        secrecy=None,
        secrecy_law=(),
        overdue=overdue(rule, handbook.today),
        more=[names.record(RULES, other) for other in rule.see],
    )


def _law(names: Names, rule: ConfidentialityRule | None, sender: Category) -> list[Link]:
    return [names.law(citation) for citation in list(basis(rule, sender))[:_PROVISIONS]] if rule else []


def _without(names: Names, answer: Answer) -> Iterator[Without]:
    """What special acts say first, then what is still open."""
    for limit in answer.limits:
        if not _is_said(limit, answer):
            yield Without(limit.says, [names.law(citation) for citation in limit.legal_basis])
    for rule in answer.openings:
        yield Without(rule.answer or rule.title, _law(names, rule, answer.sender))


def _is_said(limit: Precedence, answer: Answer) -> bool:
    """Whether the headline of the answer says the very same."""
    return answer.lead is not None and limit.says == answer.lead.answer


def _receiver(handbook: Handbook, names: Names, receiver: Category, matter: Matter) -> ReceiverRow:
    """The first service of the kind, with the first of its contacts that has a telephone."""
    services = [service for service in handbook.services if service.category is receiver]
    contacts = [contact for service in services for contact in service.contacts if contact.phone]
    return ReceiverRow(
        receiver,
        routes.receiver_anchor(receiver, matter),
        names.service(services[0].id) if services else None,
        contacts[0] if contacts else None,
    )
