"""For each kind of workplace: the duties, rules, forums, steps, forms and contacts that concern it."""

from __future__ import annotations

from builder.i18n import N_
from builder.model.actor import Actor
from builder.model.form import FORMS
from builder.model.handbook import Handbook
from builder.model.service import Service
from builder.model.vocabulary import Category, RuleKind
from builder.views import routes
from builder.views.contacts import contact_rows
from builder.views.may_i_share import always
from builder.views.page import Audience, Chapter, Link, Page, Place
from builder.views.routes import Names
from builder.views.services import forums_of, partners_of, steps_of
from builder.views.sharing import is_party, kinds_of_service
from builder.views.workplaces import SAID

TITLE = N_("Hvor jobber du?")
_DUTIES = (RuleKind.DUTY_TO_REPORT, RuleKind.DUTY_TO_AVERT, RuleKind.DUTY_TO_INFORM, RuleKind.FEEDBACK)


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The choice, and a page for each kind of service the handbook has."""
    categories = kinds_of_service(handbook)
    if not categories:
        return Chapter(TITLE, ())
    index = Page(
        routes.WORKPLACES,
        TITLE,
        "workplaces",
        {"workplaces": [choice(category) for category in categories]},
        audience=Audience.SITE,
    )
    return Chapter(TITLE, (index, *(_page(handbook, names, category) for category in categories)))


def choice(category: Category) -> dict[str, object]:
    """What a reader chooses by: the kind of service, how she would say it, and where it leads."""
    return {"category": category, "said": SAID[category], "place": Place(routes.workplace_page(category))}


def _page(handbook: Handbook, names: Names, category: Category) -> Page:
    services = [service for service in handbook.services if service.category is category]
    steps = _steps(handbook, names, services)
    return Page(
        routes.workplace_page(category),
        SAID[category],
        "workplace",
        {
            "index": Place(routes.WORKPLACES),
            "share": Place(routes.share_page(category)) if handbook.rules else None,
            "duties": always(handbook, names),
            "services": [{"link": names.service(s.id), "contacts": contact_rows(s), "record": s} for s in services],
            "rules": _rules(handbook, names, category),
            "pathways": steps,
            "situations": Place(routes.SITUATIONS),
            "forums": _forums(handbook, names, services),
            "forms": _forms(handbook, names, services),
            "partners": _partners(handbook, names, services),
            "onboarding": [names.to(found) for found in handbook.onboarding if category in found.categories],
            "training": [names.to(c) for c in handbook.training if not c.categories or category in c.categories],
        },
        audience=Audience.SITE,
        listed=False,
    )


def _rules(handbook: Handbook, names: Names, category: Category) -> dict[str, list[Link]]:
    """The rules with this kind of service as sender: its duties, and the others that are not for everyone."""
    mine = [rule for rule in handbook.rules if is_party(handbook, rule.sender, category)]
    return {
        "duties": [names.to(rule) for rule in mine if rule.kind in _DUTIES],
        "others": [names.to(rule) for rule in mine if rule.kind not in _DUTIES and not rule.sender.everyone],
    }


def _actors(handbook: Handbook, services: list[Service]) -> list[str]:
    """The services, and the roles that lie with one of their contacts."""
    ids = {service.id for service in services}
    held = [role.id for role in handbook.roles if any(holder.service in ids for holder in role.held_by)]
    return [*(service.id for service in services), *held]


def _steps(handbook: Handbook, names: Names, services: list[Service]) -> list[dict[str, object]]:
    """The steps the workplace answers for or takes part in, by pathway, each once."""
    by_pathway: dict[Link, dict[Link, bool]] = {}
    for actor in _actors(handbook, services):
        for row in steps_of(handbook, names, actor):
            pathway, step = row["pathway"], row["step"]
            assert isinstance(pathway, Link)
            assert isinstance(step, Link)
            found = by_pathway.setdefault(pathway, {})
            found[step] = found.get(step, False) or bool(row["responsible"])
    return [
        {"pathway": pathway, "steps": [{"step": s, "responsible": r} for s, r in steps.items()]}
        for pathway, steps in by_pathway.items()
    ]


def _forums(handbook: Handbook, names: Names, services: list[Service]) -> list[dict[str, object]]:
    rows = [row for service in services for row in forums_of(handbook, names, service)]
    return list({row["link"]: row for row in rows}.values())


def _forms(handbook: Handbook, names: Names, services: list[Service]) -> list[Link]:
    """The forms of the forums and steps the workplace is in."""
    ids = _actors(handbook, services)
    used = [form for row in _forums(handbook, names, services) for form in row["forum"].forms]  # type: ignore[attr-defined]
    used += [
        form
        for _, step in handbook.steps()
        if _concerns(step.responsible, step.participants, ids)
        for form in step.forms
    ]
    return [names.record(FORMS, form) for form in dict.fromkeys(used)]


def _concerns(responsible: object, participants: tuple[Actor, ...], actors: list[str]) -> bool:
    named = [*participants, *([responsible] if isinstance(responsible, Actor) else [])]
    return any(name in actors or name.service in actors for name in named)


def _partners(handbook: Handbook, names: Names, services: list[Service]) -> list[Link]:
    own = {names.service(service.id) for service in services}
    found = (link for service in services for link in partners_of(handbook, names, service))
    return [link for link in dict.fromkeys(found) if link not in own]
