"""The answers to «may I share?» for those who work somewhere: a card for each, short enough to read at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import ClassVar

from builder.facts.answering import Answering, first_to_ring
from builder.facts.parts import of_category
from builder.facts.sharing import DUTIES, WORDS, Answer, Verdict, basis, sharing_of, verdict_of
from builder.facts.upkeep import overdue
from builder.model.confidentiality import RULES, ConfidentialityRule, Precedence
from builder.model.fields import Date
from builder.model.handbook import Handbook
from builder.model.vocabulary import Category, Effect, Matter
from builder.views import routes
from builder.views.page import Context, Link, Place
from builder.views.routes import Names

#: How many provisions an answer names of the rule that leads, and of what stands behind it; the rules have them all.
_PROVISIONS = 3
_BEHIND = 1
#: To choose among so many, in a matter that is not the first to come for, one opens it.
_MANY = 4


@dataclass(frozen=True, slots=True)
class Pick:
    """Whom one may want to tell in a matter, and where the answer stands.

    It does not say the answer in a word: «may» is read as a permission where the conditions are not seen.
    """

    receiver: Category
    anchor: str


@dataclass(frozen=True, slots=True)
class MatterRow:
    """What it is about, and whom one may want to tell then. What answers all the rest is `ordinary`."""

    matter: Matter
    ordinary: bool
    folded: bool
    anchor: str
    picks: Sequence[Pick]


@dataclass(frozen=True, slots=True)
class Ask:
    """Whom to ask when in doubt: a contact with a telephone, and the service."""

    service: Link
    answering: Answering


@dataclass(frozen=True, slots=True)
class ReceiverRow:
    """Whom one wants to tell, where the answer about them stands, and whom of theirs to ask without a name."""

    category: Category
    anchor: str
    ask: Ask | None


@dataclass(frozen=True, slots=True)
class Without:
    """What is open without consent, or what a special act says of it, with the provision."""

    says: str
    law: Link | None


@dataclass(frozen=True, slots=True)
class Card:
    """An answer: of the rule that leads, what the reader needs now; the rest unfolds or is a tap away.

    `others` are those it is told who are no service; then `ask` is somebody in one's own. `secrecy` is the duty of
    secrecy that binds the sender, where another rule leads; `secrecy_law` is what it rests on that is not named
    already. `duties` apply whatever the answer. `overdue` is the day the rule should have been reviewed, where that is
    past.
    """

    verdict: Verdict
    lead: ConfidentialityRule | None
    whole: Link | None
    law: Sequence[Link]
    duties: Sequence[Link]
    overdue: Date | None
    more: Sequence[Link]
    matter: Matter | None = None
    receivers: Sequence[ReceiverRow] = ()
    others: Sequence[str] = ()
    ask: Ask | None = None
    without: Sequence[Without] = ()
    secrecy: Link | None = None
    secrecy_law: Sequence[Link] = ()

    @property
    def word(self) -> str:
        """What it says in a word."""
        return WORDS[self.verdict][0]


@dataclass(frozen=True, slots=True)
class SharePage(Context):
    """The answers for those who work somewhere; `others` are about colleagues, parents and the like.

    `told` are the same cards as they are told one after the other: those that say the same in a matter as one.
    """

    template: ClassVar = "share"

    index: Place
    matters: Sequence[MatterRow]
    cards: Sequence[Card]
    others: Sequence[Card]
    told: Sequence[Card]


def share_page(handbook: Handbook, names: Names, sender: Category) -> SharePage:
    """What the page of a kind of service shows."""
    found = sharing_of(handbook)
    made = found.answers(sender)
    cards = [_card(handbook, names, answer) for answer in made]
    return SharePage(
        index=Place(routes.SHARE),
        matters=[_matter(matter, _picks(told)) for matter, told in groupby(made, key=attrgetter("matter"))],
        cards=cards,
        others=[_rule_card(handbook, names, sender, rule) for rule in (*found.within(sender), *found.outside(sender))],
        told=_together(cards),
    )


def _matter(matter: Matter, picks: Sequence[Pick]) -> MatterRow:
    often = matter in (Matter.WORRY, Matter.COOPERATION)
    return MatterRow(
        matter,
        ordinary=matter is Matter.COOPERATION,
        folded=len(picks) > _MANY and not often,
        anchor=routes.matter_anchor(matter),
        picks=picks,
    )


def _picks(answers: Iterable[Answer]) -> list[Pick]:
    """Whom one may want to tell, in the order of the vocabulary."""
    found = {receiver: answer.matter for answer in answers for receiver in answer.receivers}
    return [
        Pick(receiver, routes.receiver_anchor(receiver, found[receiver])) for receiver in Category if receiver in found
    ]


def _together(cards: Iterable[Card]) -> list[Card]:
    """Those that only differ in whom it is told, and in what else there is to read, as one."""
    made: list[Card] = []
    for card in cards:
        same = next((other for other in made if _says(other) == _says(card)), None)
        if same:
            made[made.index(same)] = replace(
                same, receivers=(*same.receivers, *card.receivers), more=list(dict.fromkeys((*same.more, *card.more)))
            )
        else:
            made.append(card)
    return made


def _says(card: Card) -> Card:
    return replace(card, receivers=(), more=())


def _card(handbook: Handbook, names: Names, answer: Answer) -> Card:
    secrecy = answer.secrecy if answer.secrecy is not answer.lead else None
    law = _law(names, answer.lead, answer.sender)
    return Card(
        verdict=answer.verdict,
        lead=answer.lead,
        whole=names.to(answer.lead) if answer.lead else None,
        law=law,
        duties=list(_duties(handbook, names, answer.sender, answer.lead)),
        overdue=overdue(answer.lead, handbook.today) if answer.lead else None,
        more=[names.to(rule) for rule in answer.rules[1:] if rule is not secrecy],
        matter=answer.matter,
        receivers=[_receiver(handbook, names, receiver, answer.matter) for receiver in answer.receivers],
        without=list(_without(names, answer)),
        secrecy=names.to(secrecy) if secrecy else None,
        secrecy_law=_unnamed(law, _law(names, secrecy, answer.sender)),
    )


def _rule_card(handbook: Handbook, names: Names, sender: Category, rule: ConfidentialityRule) -> Card:
    """The answer of one rule by itself: within the service, or to those who are no service."""
    return Card(
        verdict=verdict_of(rule),
        lead=rule,
        whole=names.to(rule),
        law=_law(names, rule, sender),
        duties=list(_duties(handbook, names, sender, rule)),
        overdue=overdue(rule, handbook.today),
        more=[names.record(RULES, other) for other in rule.see],
        others=rule.receiver.others,
        ask=_ask(handbook, names, sender),
    )


def _law(names: Names, rule: ConfidentialityRule | None, sender: Category) -> list[Link]:
    return [names.law(citation) for citation in list(basis(rule, sender))[:_PROVISIONS]] if rule else []


def _unnamed(law: Sequence[Link], secrecy: Sequence[Link]) -> Sequence[Link]:
    """The first provisions on secrecy, where none of them is named already."""
    return () if any(link in law for link in secrecy) else secrecy[:_BEHIND]


def _duties(handbook: Handbook, names: Names, sender: Category, lead: ConfidentialityRule | None) -> Iterator[Link]:
    """What binds the sender whatever is secret, each in a word; not the one that is the answer itself."""
    for kind in DUTIES:
        bound = [rule for rule in sharing_of(handbook).from_sender(sender) if rule.kind is kind]
        if bound and lead not in bound:
            yield Link(kind.label, names.place(bound[0]))


def _without(names: Names, answer: Answer) -> Iterator[Without]:
    """Behind an answer that says to ask: what special acts close, then what is open, each with its provision."""
    for limit in answer.limits if answer.verdict is Verdict.ASK else ():
        if not _is_said(limit, answer):
            yield Without(limit.says, names.law(limit.legal_basis[0]))
    for rule in answer.openings:
        yield Without(rule.answer or rule.title, names.law(rule.legal_basis[0]) if rule.legal_basis else None)


def _is_said(limit: Precedence, answer: Answer) -> bool:
    """Whether it needs no line of its own: the headline says it, or an opening by the same provision does."""
    if limit.effect is Effect.REQUIRES_PERMISSION or (answer.lead and limit.says == answer.lead.answer):
        return True
    return any(not set(limit.legal_basis).isdisjoint(rule.legal_basis) for rule in answer.openings)


def _receiver(handbook: Handbook, names: Names, receiver: Category, matter: Matter) -> ReceiverRow:
    return ReceiverRow(receiver, routes.receiver_anchor(receiver, matter), _ask(handbook, names, receiver))


def _ask(handbook: Handbook, names: Names, category: Category) -> Ask | None:
    """The contact to call in the services of a kind."""
    found = ((service, first_to_ring(service, handbook.today)) for service in of_category(handbook, category))
    return next((Ask(names.to(service), answering) for service, answering in found if answering), None)
