"""Confidentiality: what may, must and must not be shared, from whom to whom."""

from __future__ import annotations

from builder.i18n import N_, Key
from builder.model.confidentiality import RULES, ConfidentialityRule, Parties
from builder.model.form import FORMS
from builder.model.handbook import Handbook
from builder.model.vocabulary import RuleKind
from builder.views import routes
from builder.views.page import Chapter, Link, Page
from builder.views.related import told_in, users_of
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


def group_of(kind: RuleKind) -> str:
    """The key of the group a kind of rule belongs to: must, may, must-not or back."""
    return next(key for key, _, kinds in GROUPS if kind in kinds)


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The overview and the rules."""
    title = RULES.plural
    ordered = [rule for _, _, kinds in GROUPS for kind in kinds for rule in handbook.rules if rule.kind is kind]
    groups = [
        {
            "key": key,
            "title": heading,
            "rules": [_summary(names, rule) for rule in ordered if rule.kind in kinds],
        }
        for key, heading, kinds in GROUPS
    ]
    index = Page(routes.list_of(RULES), title, "rules", {"groups": [group for group in groups if group["rules"]]})
    return Chapter(title, (index, *(_page(handbook, names, rule) for rule in ordered)))


def _summary(names: Names, rule: ConfidentialityRule) -> dict[str, object]:
    return {"rule": rule, "link": names.to(rule), "law": [names.law(citation) for citation in rule.legal_basis]}


def _parties(names: Names, parties: Parties) -> dict[str, object]:
    return {
        "everyone": parties.everyone,
        "categories": parties.categories,
        "services": [names.service(service) for service in parties.services],
        "others": parties.others,
    }


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
        "rule",
        {
            "rule": rule,
            "group": group_of(rule.kind),
            "sender": _parties(names, rule.sender),
            "receiver": _parties(names, rule.receiver),
            "senders": _bound(handbook, names, rule.sender),
            "receivers": _bound(handbook, names, rule.receiver),
            "consent_form": names.record(FORMS, rule.consent.form) if rule.consent and rule.consent.form else None,
            "by_age": _by_age(names, rule),
            "see": _see_also(handbook, names, rule),
            "law": [names.law(citation) for citation in rule.legal_basis],
            "used_by": users_of(names, users),
            "told_in": told_in(handbook, names, RULES, rule.id),
        },
        description=rule.summary,
    )


def _by_age(names: Names, rule: ConfidentialityRule) -> list[dict[str, object]]:
    rows = rule.consent.by_age if rule.consent else ()
    return [{"consent": row, "law": [names.law(citation) for citation in row.legal_basis]} for row in rows]


def _see_also(handbook: Handbook, names: Names, rule: ConfidentialityRule) -> list[Link]:
    """The rules this one names, and then those that name it."""
    naming = (r.source.id for r in handbook.naming(RULES, rule.id) if isinstance(r.source, ConfidentialityRule))
    return [names.record(RULES, other) for other in dict.fromkeys((*rule.see, *naming)) if other != rule.id]
