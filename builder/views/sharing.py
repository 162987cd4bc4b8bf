"""Who may tell whom: the rules about confidentiality read as answers, from one kind of service to another.

An answer says no more than the rules do: which rules there are, whether they oblige or permit, whether
they ask for consent, and where no rule decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from builder.i18n import N_
from builder.model.confidentiality import ConfidentialityRule, Parties
from builder.model.handbook import Handbook
from builder.model.vocabulary import Category, ConsentNeed, RuleKind


class Verdict(StrEnum):
    """What the rules say, the strongest first. The value is part of addresses."""

    MUST = "plikt"
    MAY = "uten-samtykke"
    CONSENT = "samtykke"
    ANONYMOUS = "uten-navn"
    SILENT = "tie"
    UNDECIDED = "ikke-avklart"


#: One word for the table, and what it means.
WORDS: dict[Verdict, tuple[str, str]] = {
    Verdict.MUST: (N_("skal"), N_("Minst én regel sier at du skal gi opplysninger når vilkårene er oppfylt.")),
    Verdict.MAY: (N_("kan"), N_("Minst én regel lar deg dele uten samtykke når vilkårene er oppfylt.")),
    Verdict.CONSENT: (N_("spør"), N_("Be om samtykke først. Håndboka har ingen regel som åpner for deling uten.")),
    Verdict.ANONYMOUS: (N_("anonymt"), N_("Bare drøfting der ingen kan kjennes igjen.")),
    Verdict.SILENT: (N_("tie"), N_("Bare taushetsplikten gjelder.")),
    Verdict.UNDECIDED: ("–", N_("Ikke avklart i håndboka. Spør lederen din før du deler.")),
}

_BY_KIND = {
    RuleKind.DUTY_TO_REPORT: Verdict.MUST,
    RuleKind.DUTY_TO_AVERT: Verdict.MUST,
    RuleKind.DUTY_TO_INFORM: Verdict.MUST,
    RuleKind.FEEDBACK: Verdict.MUST,
    RuleKind.RIGHT_TO_SHARE: Verdict.MAY,
    RuleKind.CONSENT: Verdict.CONSENT,
    RuleKind.ANONYMOUS: Verdict.ANONYMOUS,
    RuleKind.CONFIDENTIALITY: Verdict.SILENT,
}


@dataclass(frozen=True)
class Answer:
    """What applies from one kind of service to some others. The same rules apply to all the receivers."""

    receivers: tuple[Category, ...]
    rules: tuple[ConfidentialityRule, ...]

    @cached_property
    def verdict(self) -> Verdict:
        """The strongest that any rule says; without rules nothing is decided."""
        return next((verdict for verdict in Verdict if verdict in self._said), Verdict.UNDECIDED)

    def of(self, verdict: Verdict) -> Sequence[ConfidentialityRule]:
        """The rules that say this, those made for the pair before those for everyone."""
        return self._said.get(verdict, ())

    @cached_property
    def _said(self) -> Mapping[Verdict, Sequence[ConfidentialityRule]]:
        found: dict[Verdict, list[ConfidentialityRule]] = {}
        for rule in sorted(self.rules, key=for_everyone):
            found.setdefault(verdict_of(rule), []).append(rule)
        return found


def verdict_of(rule: ConfidentialityRule) -> Verdict:
    """What one rule says. A duty or a right that needs consent is a reason to ask for it."""
    said = _BY_KIND.get(rule.kind, Verdict.UNDECIDED)
    needs = rule.consent.need if rule.consent else None
    return Verdict.CONSENT if said in (Verdict.MUST, Verdict.MAY) and needs is ConsentNeed.REQUIRED else said


def for_everyone(rule: ConfidentialityRule) -> bool:
    """Whether the rule applies from anybody to anybody."""
    return rule.sender.everyone and rule.receiver.everyone


def kinds_of_service(handbook: Handbook) -> tuple[Category, ...]:
    """The kinds of service the handbook has, in the order of the vocabulary."""
    present = {service.category for service in handbook.services}
    return tuple(category for category in Category if category in present)


def receivers(handbook: Handbook) -> tuple[Category, ...]:
    """Whom one may want to tell: the handbook's kinds of service, and those somebody has a duty to tell."""
    told = {
        category for rule in handbook.rules if verdict_of(rule) is Verdict.MUST for category in rule.receiver.categories
    }
    return tuple(category for category in Category if category in told or category in kinds_of_service(handbook))


def answers(handbook: Handbook, sender: Category) -> tuple[Answer, ...]:
    """What a kind of service may tell each of the others, receivers with the very same rules together."""
    told: dict[tuple[str, ...], list[Category]] = {}
    rules: dict[tuple[str, ...], tuple[ConfidentialityRule, ...]] = {}
    mine = _from(handbook, sender)
    for receiver in receivers(handbook):
        found = tuple(rule for rule in mine if is_party(handbook, rule.receiver, receiver))
        key = tuple(rule.id for rule in found)
        told.setdefault(key, []).append(receiver)
        rules[key] = found
    made = (Answer(tuple(found), rules[key]) for key, found in told.items())
    return tuple(sorted(made, key=lambda answer: list(Verdict).index(answer.verdict)))


def between(handbook: Handbook, sender: Category, receiver: Category) -> tuple[ConfidentialityRule, ...]:
    """The rules from one kind of service to another, also to another service of the same kind."""
    return tuple(rule for rule in _from(handbook, sender) if is_party(handbook, rule.receiver, receiver))


def _from(handbook: Handbook, sender: Category) -> list[ConfidentialityRule]:
    """The rules about what a kind of service may tell others."""
    rules = (rule for rule in handbook.rules if rule.kind is not RuleKind.INTERNAL)
    return [rule for rule in rules if is_party(handbook, rule.sender, sender)]


def to_others(handbook: Handbook, sender: Category) -> tuple[ConfidentialityRule, ...]:
    """The rules that also have receivers who are no service, such as parents."""
    return tuple(rule for rule in handbook.rules if rule.receiver.others and is_party(handbook, rule.sender, sender))


def within(handbook: Handbook, sender: Category) -> tuple[ConfidentialityRule, ...]:
    """The rules about sharing inside one's own service."""
    return tuple(
        rule for rule in handbook.rules if rule.kind is RuleKind.INTERNAL and is_party(handbook, rule.sender, sender)
    )


def is_party(handbook: Handbook, parties: Parties, category: Category) -> bool:
    """Whether a kind of service is among the parties, itself or by one of its services."""
    return parties.everyone or category in parties.categories or _by_service(handbook, parties, category)


def _by_service(handbook: Handbook, parties: Parties, category: Category) -> bool:
    """Whether a service of a kind is named among the parties. Most rules name none, and are asked a lot."""
    return bool(parties.services) and any(
        service.category is category and service.id in parties.services for service in handbook.services
    )
