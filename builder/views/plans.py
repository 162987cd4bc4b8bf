"""Plans and agreements: what binds the services, until when, and where it is found."""

from __future__ import annotations

from builder.i18n import N_
from builder.model.forum import FORUMS
from builder.model.handbook import Handbook
from builder.model.plan import PLANS, Plan
from builder.model.vocabulary import PlanKind
from builder.views import routes
from builder.views.page import Chapter, Page
from builder.views.routes import Names

_HEADINGS = ((PlanKind.PLAN, N_("Planer")), (PlanKind.AGREEMENT, N_("Avtaler")))


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """One page with the register, plans first."""
    title = PLANS.plural
    if not handbook.plans:
        return Chapter(title, ())
    groups = [
        {
            "key": kind.value,
            "title": heading,
            "plans": [_row(handbook, names, plan) for plan in handbook.plans if plan.kind is kind],
        }
        for kind, heading in _HEADINGS
    ]
    context = {"groups": [group for group in groups if group["plans"]]}
    return Chapter(title, (Page(routes.list_of(PLANS), title, "plans", context),))


def _row(handbook: Handbook, names: Names, plan: Plan) -> dict[str, object]:
    return {
        "plan": plan,
        "owner": names.actor(plan.owner) if plan.owner else None,
        "services": [names.service(service) for service in plan.services],
        "forums": [names.record(FORUMS, forum) for forum in plan.forums],
        "law": [names.law(citation) for citation in plan.legal_basis],
        "ended": plan.ended(handbook.today),
    }
