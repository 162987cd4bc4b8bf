"""Confidentiality: what may, must and must not be shared, from whom to whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.ring_now import rings
from builder.i18n import N_, Key
from builder.model.confidentiality import RULES, ConfidentialityRule, ConsentByAge, Parties, Precedence
from builder.model.handbook import Handbook
from builder.model.vocabulary import Category, RuleKind
from builder.views import routes
from builder.views.page import Chapter, Context, Link, Page, Place
from builder.views.related import Told, told_in, users_of
from builder.views.routes import Names

#: How the rules are grouped for a reader: what she must, may, and must not do.
GROUPS: tuple[tuple[str, Key, tuple[RuleKind, ...]], ...] = (
    ("must", N_("Du skal si fra"), (RuleKind.DUTY_TO_REPORT, RuleKind.DUTY_TO_AVERT, RuleKind.DUTY_TO_INFORM)),
    (
        "may",
        N_("Du kan dele"),
        (RuleKind.CONSENT, RuleKind.RIGHT_TO_SHARE, RuleKind.ANONYMOUS, RuleKind.INTERNAL),
    ),
    ("must-not", N_("Du skal tie"), (RuleKind.CONFIDENTIALITY,)),
    ("back", N_("Du skal få svar"), (RuleKind.FEEDBACK,)),
)


@dataclass(frozen=True, slots=True)
class RuleSummary:
    """A rule in a list."""

    rule: ConfidentialityRule
    link: Link


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """What a reader must, may, or must not do."""

    key: str
    title: Key
    rules: Sequence[RuleSummary]


@dataclass(frozen=True, slots=True)
class RulesPage(Context):
    """The overview."""

    template: ClassVar = "rules"

    groups: Sequence[RuleGroup]


@dataclass(frozen=True, slots=True)
class PartiesRow:
    """Those who give or get information, the services by name."""

    everyone: bool
    public: bool
    categories: Sequence[Category]
    services: Sequence[Link]
    others: Sequence[str]


@dataclass(frozen=True, slots=True)
class AgeRow:
    """Who consents at some ages, with the law behind it."""

    consent: ConsentByAge
    law: Sequence[Link]


@dataclass(frozen=True, slots=True)
class BasisRow:
    """The provisions that bind some of the senders."""

    categories: Sequence[Category]
    law: Sequence[Link]


@dataclass(frozen=True, slots=True)
class PrecedenceRow:
    """What the rule closes or narrows, of which other rules, by which law."""

    precedence: Precedence
    over: Sequence[Link]
    law: Sequence[Link]


@dataclass(frozen=True, slots=True)
class RulePage(Context):
    """A rule, whom of the handbook's own services it binds, and what uses it."""

    template: ClassVar = "rule"

    rule: ConfidentialityRule
    rings: bool
    group: str
    sender: PartiesRow
    receiver: PartiesRow
    senders: Sequence[Link]
    receivers: Sequence[Link]
    basis: Sequence[BasisRow]
    precedence: Sequence[PrecedenceRow]
    by_age: Sequence[AgeRow]
    see: Sequence[Link]
    used_by: Sequence[Link]
    share: Place
    told_in: Sequence[Told]


def group_of(kind: RuleKind) -> str:
    """The key of the group a kind of rule belongs to: must, may, must-not or back."""
    return next(key for key, _, kinds in GROUPS if kind in kinds)


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The overview and the rules."""
    title = RULES.plural
    ordered = [rule for _, _, kinds in GROUPS for kind in kinds for rule in handbook.rules if rule.kind is kind]
    groups = (
        RuleGroup(key, heading, [_summary(names, rule) for rule in ordered if rule.kind in kinds])
        for key, heading, kinds in GROUPS
    )
    index = Page(routes.list_of(RULES), title, RulesPage([group for group in groups if group.rules]))
    return Chapter(title, (index, *(_page(handbook, names, rule) for rule in ordered)))


def _summary(names: Names, rule: ConfidentialityRule) -> RuleSummary:
    return RuleSummary(rule, names.to(rule))


def _law(names: Names, citations: Iterable[str]) -> list[Link]:
    return [names.law(citation) for citation in citations]


def _goes_before(names: Names, precedence: Precedence) -> PrecedenceRow:
    over = [names.record(RULES, other) for other in precedence.over]
    return PrecedenceRow(precedence, over, _law(names, precedence.legal_basis))


def _parties(names: Names, parties: Parties) -> PartiesRow:
    services = [names.service(service) for service in parties.services]
    return PartiesRow(parties.everyone, parties.public, parties.categories, services, parties.others)


def _bound(handbook: Handbook, names: Names, parties: Parties) -> list[Link]:
    """The handbook's own services among the parties; none are listed where it is everyone."""
    if parties.everyone:
        return []
    return [names.service(service.id) for service in handbook.services if handbook.binds(parties, service)]


def _page(handbook: Handbook, names: Names, rule: ConfidentialityRule) -> Page:
    users = tuple(r for r in handbook.naming(RULES, rule.id) if not isinstance(r.source, ConfidentialityRule))
    return Page(
        routes.page_of(RULES, rule.id),
        rule.title,
        RulePage(
            rule=rule,
            rings=rings(rule),
            group=group_of(rule.kind),
            sender=_parties(names, rule.sender),
            receiver=_parties(names, rule.receiver),
            senders=_bound(handbook, names, rule.sender),
            receivers=_bound(handbook, names, rule.receiver),
            basis=[BasisRow(some.categories, _law(names, some.legal_basis)) for some in rule.basis_for_some],
            precedence=[_goes_before(names, precedence) for precedence in rule.precedence],
            share=Place(routes.SHARE),
            by_age=_by_age(names, rule),
            see=_see_also(handbook, names, rule),
            used_by=users_of(names, users),
            told_in=told_in(handbook, names, RULES, rule.id),
        ),
        description=rule.summary,
    )


def _by_age(names: Names, rule: ConfidentialityRule) -> list[AgeRow]:
    rows = rule.consent.by_age if rule.consent else ()
    return [AgeRow(row, _law(names, row.legal_basis)) for row in rows]


def _see_also(handbook: Handbook, names: Names, rule: ConfidentialityRule) -> list[Link]:
    """The rules this one names, and then those that name it."""
    naming = (r.source.id for r in handbook.naming(RULES, rule.id) if isinstance(r.source, ConfidentialityRule))
    return [names.record(RULES, other) for other in dict.fromkeys((*rule.see, *naming)) if other != rule.id]
