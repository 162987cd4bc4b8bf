"""Who may tell whom what: the rules about confidentiality read as answers, from one kind of service to another.

An answer says no more than the rules do. A special rule goes before the general ones it names; what then says most
leads the answer, and the duty of secrecy that binds the sender stands in each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from builder.facts.parts import of_category
from builder.i18n import N_
from builder.memoize import memoize
from builder.model.confidentiality import ConfidentialityRule, Parties, Precedence
from builder.model.handbook import Handbook
from builder.model.vocabulary import Category, ConsentNeed, Effect, Matter, RuleKind
from builder.prose import plain


class Verdict(StrEnum):
    """The direction of an answer, what says most first. The value is part of class names in the pages."""

    MUST = "plikt"
    MAY = "uten-samtykke"
    NARROW = "snevert"
    ASK = "samtykke"
    ANONYMOUS = "uten-navn"
    SILENT = "tie"
    UNDECIDED = "ikke-avklart"


#: One word for the table, and what it means.
WORDS: dict[Verdict, tuple[str, str]] = {
    Verdict.MUST: (N_("skal"), N_("Du skal gi opplysninger når vilkårene er oppfylt.")),
    Verdict.MAY: (N_("kan"), N_("Du kan dele uten samtykke når vilkårene er oppfylt.")),
    Verdict.NARROW: (N_("snevert"), N_("Bare det særloven åpner for. Ellers spør du om samtykke.")),
    Verdict.ASK: (N_("spør"), N_("Spør om samtykke først. Svaret sier om loven åpner for noe uten samtykke.")),
    Verdict.ANONYMOUS: (N_("anonymt"), N_("Bare drøfting der ingen kan kjennes igjen.")),
    Verdict.SILENT: (N_("tie"), N_("Bare taushetsplikten gjelder.")),
    Verdict.UNDECIDED: ("–", N_("Ikke avklart i håndboka. Spør lederen din før du deler.")),
}

#: Duties that go before every duty of secrecy.
DUTIES = (RuleKind.DUTY_TO_REPORT, RuleKind.DUTY_TO_AVERT)

_STRENGTH = {verdict: place for place, verdict in enumerate(Verdict)}
_MATTERS = {matter: place for place, matter in enumerate(Matter)}
_BY_KIND = {
    RuleKind.DUTY_TO_REPORT: Verdict.MUST,
    RuleKind.DUTY_TO_AVERT: Verdict.MUST,
    RuleKind.DUTY_TO_INFORM: Verdict.MUST,
    RuleKind.FEEDBACK: Verdict.MUST,
    RuleKind.RIGHT_TO_SHARE: Verdict.MAY,
    RuleKind.CONSENT: Verdict.ASK,
    RuleKind.ANONYMOUS: Verdict.ANONYMOUS,
    RuleKind.CONFIDENTIALITY: Verdict.SILENT,
}
#: What these say, a need of consent turns into a reason to ask.
_ASKED = {
    Verdict.MUST: frozenset({ConsentNeed.REQUIRED}),
    Verdict.MAY: frozenset({ConsentNeed.REQUIRED, ConsentNeed.FIRST}),
    Verdict.SILENT: frozenset({ConsentNeed.REQUIRED, ConsentNeed.FIRST, ConsentNeed.SHOULD_BE_ASKED}),
}
#: Kinds of service that are no public body where the handbook has none of them to say.
_PRIVATE = frozenset({Category.GP, Category.VOLUNTARY})


def verdict_of(rule: ConfidentialityRule) -> Verdict:
    """What one rule says, apart from all others."""
    said = _BY_KIND.get(rule.kind, Verdict.UNDECIDED)
    if rule.consent and rule.consent.need in _ASKED.get(said, frozenset()):
        return Verdict.ASK
    if said is Verdict.MAY and any(before.effect is Effect.NARROWS for before in rule.precedence):
        return Verdict.NARROW
    return said


def opens(rule: ConfidentialityRule) -> bool:
    """Whether it opens for telling without consent where asking for it is the rule."""
    return rule.kind is RuleKind.RIGHT_TO_SHARE and rule.consent is not None and rule.consent.need is ConsentNeed.FIRST


@dataclass(frozen=True)
class Answer:
    """What applies in a matter from one kind of service to some others; the same rules apply to all the receivers.

    `rules`: those that apply, the one that leads first. `set_aside`: the general ones that a special one goes before.
    """

    sender: Category
    matter: Matter
    receivers: tuple[Category, ...]
    rules: tuple[ConfidentialityRule, ...]
    set_aside: tuple[ConfidentialityRule, ...] = ()

    @property
    def lead(self) -> ConfidentialityRule | None:
        """The rule that answers; None where nothing is decided."""
        return self.rules[0] if self.rules else None

    @property
    def verdict(self) -> Verdict:
        """The direction of the answer."""
        return verdict_of(self.rules[0]) if self.rules else Verdict.UNDECIDED

    @property
    def openings(self) -> tuple[ConfidentialityRule, ...]:
        """What the law opens for without consent, behind an answer that says to ask first."""
        return tuple(rule for rule in self.rules[1:] if opens(rule)) if self.verdict is Verdict.ASK else ()

    @property
    def limits(self) -> tuple[Precedence, ...]:
        """What special acts close or narrow of what was set aside."""
        aside = {rule.id for rule in self.set_aside}
        return tuple(before for rule in self.rules for before in rule.precedence if aside.intersection(before.over))

    @property
    def secrecy(self) -> ConfidentialityRule | None:
        """The duty of secrecy that binds the sender: its own before the one for everybody."""
        own = (rule for rule in self.rules if rule.kind is RuleKind.CONFIDENTIALITY)
        return min(own, key=lambda rule: rule.sender.everyone, default=None)

    @property
    def said(self) -> tuple[object, ...]:
        """What a reader is told, apart from the rules she may read after it."""
        return self.lead, self.openings, self.limits, self.secrecy


class Sharing:
    """All answers of one handbook. The parties of each rule are looked up once, and so is what each sender may tell."""

    def __init__(self, handbook: Handbook) -> None:
        self._present = {category: of_category(handbook, category) for category in Category}
        self._public = frozenset(filter(self._is_public, Category))
        self._rules = tuple(rule for rule in handbook.rules if rule.kind is not RuleKind.INTERNAL)
        self._led = sorted(self._rules, key=_place)
        self._within = tuple(rule for rule in handbook.rules if rule.kind is RuleKind.INTERNAL)
        self._senders = {rule.id: self._among(rule.sender) for rule in handbook.rules}
        self._receivers = {rule.id: self._among(rule.receiver) for rule in self._rules}
        self._answers: dict[Category, tuple[Answer, ...]] = {}
        self._pairs: dict[tuple[Category, Category], list[ConfidentialityRule]] = {}

    def _among(self, parties: Parties) -> frozenset[Category]:
        """The kinds of service among the parties, themselves or by one of their services."""
        if parties.everyone:
            return frozenset(Category)
        return frozenset(category for category in Category if self._is_among(parties, category))

    def _is_among(self, parties: Parties, category: Category) -> bool:
        return (
            category in parties.categories
            or (parties.public and category in self._public)
            or (bool(parties.services) and any(one.id in parties.services for one in self._present[category]))
        )

    def _is_public(self, category: Category) -> bool:
        services = self._present[category]
        return any(service.government.public for service in services) if services else category not in _PRIVATE

    @cached_property
    def senders(self) -> tuple[Category, ...]:
        """The kinds of service the handbook has, in the order of the vocabulary."""
        return tuple(category for category, services in self._present.items() if services)

    @cached_property
    def receivers(self) -> tuple[Category, ...]:
        """Whom one may want to tell: the handbook's kinds of service, and those one has a duty to report to or warn."""
        told = {category for rule in self._rules if rule.kind in DUTIES for category in rule.receiver.categories}
        return tuple(category for category in Category if category in told or self._present[category])

    def from_sender(self, sender: Category) -> tuple[ConfidentialityRule, ...]:
        """The rules about what a kind of service tells others."""
        return tuple(rule for rule in self._rules if sender in self._senders[rule.id])

    def binding(self, sender: Category) -> tuple[ConfidentialityRule, ...]:
        """Every rule with a kind of service as sender, also those within it."""
        return (*self.from_sender(sender), *self.within(sender))

    def within(self, sender: Category) -> tuple[ConfidentialityRule, ...]:
        """The rules about sharing inside one's own service."""
        return tuple(rule for rule in self._within if sender in self._senders[rule.id])

    def outside(self, sender: Category) -> tuple[ConfidentialityRule, ...]:
        """The rules only to those who are no service, such as parents: no pair of services is answered by them."""
        return tuple(rule for rule in self.from_sender(sender) if rule.receiver.outside)

    def between(self, sender: Category, receiver: Category, matter: Matter) -> Answer:
        """The answer for a pair, also for two services of the same kind."""
        return _answer(sender, matter, receiver, self._pair(sender, receiver))

    def matters(self, sender: Category, receiver: Category) -> tuple[Matter, ...]:
        """The matters a pair has an answer of its own in; the one for ordinary cooperation answers all the others."""
        return tuple(answer.matter for answer in self._told(sender, receiver))

    def answers(self, sender: Category) -> tuple[Answer, ...]:
        """What a kind of service may tell each of the others, matter by matter; the same answer together."""
        if sender not in self._answers:
            self._answers[sender] = self._gathered(sender)
        return self._answers[sender]

    def _gathered(self, sender: Category) -> tuple[Answer, ...]:
        told: dict[tuple[object, ...], list[Answer]] = {}
        for receiver in self.receivers:
            for found in self._told(sender, receiver):
                told.setdefault((found.matter, found.rules, found.set_aside), []).append(found)
        made = (replace(found[0], receivers=tuple(one.receivers[0] for one in found)) for found in told.values())
        return tuple(sorted(made, key=_order))

    def _told(self, sender: Category, receiver: Category) -> list[Answer]:
        """The answers of a pair: for ordinary cooperation, and for each matter in which something else is said."""
        rules = self._pair(sender, receiver)
        ordinary = _answer(sender, Matter.COOPERATION, receiver, rules)
        about = {matter for rule in rules for matter in rule.about} - {Matter.COOPERATION}
        others = (_answer(sender, matter, receiver, rules) for matter in about)
        said = ordinary.said
        return sorted((ordinary, *(other for other in others if other.said != said)), key=_order)

    def _pair(self, sender: Category, receiver: Category) -> list[ConfidentialityRule]:
        """The rules from one to another, in the order in which they lead."""
        if (sender, receiver) not in self._pairs:
            theirs = (rule for rule in self._led if sender in self._senders[rule.id])
            self._pairs[sender, receiver] = [rule for rule in theirs if receiver in self._receivers[rule.id]]
        return self._pairs[sender, receiver]


def _order(answer: Answer) -> int:
    return _MATTERS[answer.matter]


def _answer(sender: Category, matter: Matter, receiver: Category, rules: Iterable[ConfidentialityRule]) -> Answer:
    """The rules of a pair that are about a matter, without those that a special one goes before."""
    found = [rule for rule in rules if not rule.about or matter in rule.about]
    aside = {other for rule in found for before in rule.precedence for other in before.over}
    left = tuple(rule for rule in found if rule.id not in aside)
    return Answer(sender, matter, (receiver,), left, tuple(rule for rule in found if rule.id in aside))


def _place(rule: ConfidentialityRule) -> tuple[int, bool, int, bool, bool]:
    """Where a rule stands among those that apply: what says most, then what is made for the case."""
    general = not rule.precedence
    return _STRENGTH[verdict_of(rule)], general, _made_for(rule), rule.sender.everyone, rule.receiver.everyone


def _made_for(rule: ConfidentialityRule) -> int:
    """How near a rule is to the one who asks; the general ones say how to keep silent before how to ask for consent."""
    general = rule.sender.everyone
    if rule.kind is RuleKind.CONSENT:
        return 0 if rule.about or not general else 3
    if rule.kind is RuleKind.CONFIDENTIALITY:
        return 2 if general else 1
    return 4


@memoize
def sharing_of(handbook: Handbook) -> Sharing:
    """The answers of a handbook, worked out once for all who ask."""
    return Sharing(handbook)


def basis(rule: ConfidentialityRule, sender: Category) -> Iterator[str]:
    """The provisions a rule rests on for a kind of service, its own act's first. No others concern the sender."""
    yield from (law for some in rule.basis_for_some if sender in some.categories for law in some.legal_basis)
    yield from rule.legal_basis


@memoize
def answer_words(rule: ConfidentialityRule) -> int:
    """How many words of a rule its answer shows: what to do, conditions, the first step and the first examples."""
    first = [*rule.practice[:1], *rule.can_say[:1], *rule.cannot_say[:1]]
    said = [rule.answer or rule.title, *rule.conditions, rule.decided_by or "", *first]
    return sum(len(plain(text).split()) for text in said)
