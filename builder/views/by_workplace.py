"""For each kind of workplace: the duties, rules, forums, steps, forms and contacts that concern it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from builder.facts.answering import Answering, answering, first_to_ring
from builder.facts.membership import services_in
from builder.facts.participation import actors_of, partner_ids, seats_of, sent_to, shares_of
from builder.facts.parts import of_category
from builder.facts.serving import fixed_contacts
from builder.facts.sharing import sharing_of
from builder.facts.units import answers_for
from builder.i18n import N_
from builder.model.collation import alphabetical
from builder.model.form import FORMS
from builder.model.handbook import Handbook
from builder.model.place import NamedPlace
from builder.model.service import SERVICES, Hours, Service
from builder.model.vocabulary import Category, RuleKind
from builder.views import routes
from builder.views.contacts import ContactGroup, contact_rows
from builder.views.may_i_share import Choice, always
from builder.views.page import Chapter, Context, Link, Medium, Page, Place
from builder.views.routes import Names
from builder.views.services import MeetingRow, TaskRow, forums_of, steps_of
from builder.views.workplaces import SAID

TITLE = N_("Hvor jobber du?")
#: How many services stand first among those to ring; the rest are folded.
_NEAREST = 8
_DUTIES = (RuleKind.DUTY_TO_REPORT, RuleKind.DUTY_TO_AVERT, RuleKind.DUTY_TO_INFORM, RuleKind.FEEDBACK)


@dataclass(frozen=True, slots=True)
class WorkplacesPage(Context):
    """The choice."""

    template: ClassVar = "workplaces"

    workplaces: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class RulesHere:
    """The rules for those who work here: their duties, and the others that are not for everyone."""

    duties: Sequence[Link]
    others: Sequence[Link]


@dataclass(frozen=True, slots=True)
class PathwaySteps:
    """What those who work here do in a pathway."""

    pathway: Link
    steps: Sequence[TaskRow]


@dataclass(frozen=True, slots=True)
class CallRow:
    """Another service, whom to ring there, and when that is answered."""

    service: Link
    answering: Answering
    hours: Sequence[Hours]


@dataclass(frozen=True, slots=True)
class WorkplacePage(Context):
    """All that concerns those who work in a kind of service: whom they ring in others, and `services`, their own.

    `partners` are the services they work most closely with; `others` those they meet in forums.
    """

    template: ClassVar = "workplace"

    index: Place
    share: Place | None
    situations: Place
    duties: Sequence[Link]
    services: Sequence[ContactGroup]
    others: Sequence[CallRow]
    rules: RulesHere
    pathways: Sequence[PathwaySteps]
    forums: Sequence[MeetingRow]
    forms: Sequence[Link]
    partners: Sequence[CallRow]
    onboarding: Sequence[Link]
    training: Sequence[Link]


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The choice, and a page for each kind of service the handbook has."""
    categories = sharing_of(handbook).senders
    if not categories:
        return Chapter(TITLE, ())
    index = Page(
        routes.WORKPLACES,
        TITLE,
        WorkplacesPage([choice(category) for category in categories]),
        medium=Medium.SITE,
    )
    return Chapter(TITLE, (index, *(_page(handbook, names, category) for category in categories)))


def choice(category: Category) -> Choice:
    """What a reader chooses by."""
    return Choice(category, SAID[category], Place(routes.workplace_page(category)))


def _page(handbook: Handbook, names: Names, category: Category) -> Page:
    services = of_category(handbook, category)
    forums = _forums(handbook, names, services)
    partners = list(_partners(handbook, services))
    places = [one for one in handbook.places if handbook.find(SERVICES, one.service) in services]
    found = dict.fromkeys(one.id for one in (*partners[_NEAREST:], *_met(handbook, services)))
    others = [one for one in handbook.services if one.id in found and one not in partners[:_NEAREST]]
    return Page(
        routes.workplace_page(category),
        SAID[category],
        WorkplacePage(
            index=Place(routes.WORKPLACES),
            share=Place(routes.share_page(category)) if handbook.rules else None,
            situations=Place(routes.SITUATIONS),
            duties=always(handbook, names, category),
            services=[ContactGroup(names.service(s.id), s, contact_rows(handbook, names, s)) for s in services],
            rules=_rules(handbook, names, category),
            pathways=_steps(handbook, names, services),
            forums=forums,
            forms=_forms(handbook, names, services, forums),
            partners=_calls(handbook, names, partners[:_NEAREST], places),
            others=_calls(handbook, names, others, places),
            onboarding=[names.to(found) for found in handbook.onboarding if category in found.categories],
            training=[names.to(c) for c in handbook.training if not c.categories or category in c.categories],
        ),
        medium=Medium.SITE,
        listed=False,
    )


def _rules(handbook: Handbook, names: Names, category: Category) -> RulesHere:
    """The rules with this kind of service as sender: its duties, and the others that are not for everyone."""
    mine = sharing_of(handbook).binding(category)
    return RulesHere(
        duties=[names.to(rule) for rule in mine if rule.kind in _DUTIES],
        others=[names.to(rule) for rule in mine if rule.kind not in _DUTIES and not rule.sender.everyone],
    )


def _steps(handbook: Handbook, names: Names, services: Sequence[Service]) -> list[PathwaySteps]:
    """The steps the workplace answers for or takes part in, by pathway, each once."""
    rows = steps_of(handbook, names, *actors_of(handbook, services))
    return [PathwaySteps(pathway, list(found)) for pathway, found in groupby(rows, key=lambda row: row.pathway)]


def _forums(handbook: Handbook, names: Names, services: Sequence[Service]) -> list[MeetingRow]:
    """Those the services sit in, and those that their situations send whoever is there to."""
    rows = [row for service in services for row in forums_of(handbook, names, service)]
    sent = (MeetingRow(forum, names.to(forum), leads=False) for forum in sent_to(handbook, services))
    found = {row.link: row for row in (*sent, *rows)}
    return sorted(found.values(), key=lambda row: alphabetical(row.forum.name))


def _forms(handbook: Handbook, names: Names, services: Sequence[Service], forums: list[MeetingRow]) -> list[Link]:
    """The forms of the forums and steps the workplace is in."""
    used = [form for row in forums for form in row.forum.forms]
    shares = shares_of(handbook, actors_of(handbook, services))
    used += [form for share in shares for form in share.step.forms]
    return [names.record(FORMS, form) for form in dict.fromkeys(used)]


def _partners(handbook: Handbook, services: Sequence[Service]) -> Iterator[Service]:
    """The services the workplace works most closely with; where it names none, those it meets."""
    near = [other for service in services for other in partner_ids(handbook, service)]
    named = [handbook.find(SERVICES, other) for other in dict.fromkeys(near)]
    yield from [one for one in named if one and one not in services] or _met(handbook, services)


def _met(handbook: Handbook, services: Sequence[Service]) -> Iterator[Service]:
    """The other services in the forums of the workplace, by name."""
    own = {service.id for service in services}
    seats = [seat.forum for service in services for seat in seats_of(handbook, service.id)]
    met = {other for forum in seats for other in services_in(handbook, forum)} - own
    return (service for service in handbook.services if service.id in met)


def _calls(
    handbook: Handbook, names: Names, services: Iterable[Service], places: Sequence[NamedPlace]
) -> list[CallRow]:
    """Whom to ring in each: those that have the workplaces as their own, or else whoever answers for the service."""
    found = []
    for service in services:
        link = dataclasses.replace(names.service(service.id), text=service.label)
        fixed = fixed_contacts(service, places)
        found += [_call(link, service, answering(contact, handbook.today)) for contact in fixed]
        if not fixed:
            found += _general_call(handbook, link, service)
    return found


def _general_call(handbook: Handbook, link: Link, service: Service) -> Iterator[CallRow]:
    """The unit answers for a team with nobody of its own."""
    answered = answers_for(handbook, service)
    found = first_to_ring(answered, handbook.today) if answered else None
    if answered and found:
        yield _call(link, answered, found)


def _call(link: Link, answered: Service, found: Answering) -> CallRow:
    return CallRow(link, found, found.contact.hours or answered.phone_hours)
