"""The front page: whom to ring now, search, situations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from builder.facts.for_families import written
from builder.facts.sharing import sharing_of
from builder.i18n import N_, Key
from builder.model.change import CHANGES, Change
from builder.model.confidentiality import RULES
from builder.model.form import FORMS
from builder.model.forum import FORUMS
from builder.model.glossary import GLOSSARY
from builder.model.handbook import Handbook
from builder.model.history import History
from builder.model.kind import Kind
from builder.model.municipality import MUNICIPALITY, ROLES
from builder.model.need import NEEDS
from builder.model.onboarding import ONBOARDING
from builder.model.place import PLACES
from builder.model.plan import PLANS
from builder.model.service import SERVICES
from builder.model.training import TRAINING
from builder.problem import Message, one_or_more
from builder.views import contacts, families, routes, selfcheck, urls
from builder.views.astray import offline
from builder.views.by_workplace import choice
from builder.views.may_i_share import Choice, always
from builder.views.page import Chapter, Context, Link, Medium, Page, Place
from builder.views.pathways import SituationRows, situations
from builder.views.routes import Names
from builder.views.succession import predecessors

#: How many of the latest changes are told of on the front page.
LATEST = 3


@dataclass(frozen=True, slots=True)
class LatestRow:
    """A note of change."""

    change: Change
    link: Link


@dataclass(frozen=True, slots=True)
class Entry:
    """A way in: what it is called, where it leads, and what is there."""

    title: Key
    place: Place
    about: Message


@dataclass(frozen=True, slots=True)
class FrontPage(Context):
    """The situations and the ways in; `predecessors` are handbooks this one takes over from."""

    template: ClassVar = "front"

    situations: Sequence[SituationRows]
    duties: Sequence[Link]
    share: Place | None
    workplaces: Sequence[Choice]
    changes: Sequence[LatestRow]
    predecessors: Sequence[tuple[str, str]]
    places: Place | None
    file_of_places: str
    entries: Sequence[Entry]


def chapter(handbook: Handbook, names: Names, history: History) -> Chapter:
    """The front page, and the one that stands in for pages that are not kept when there is no network."""
    page = Page(
        routes.FRONT,
        handbook.municipality.title,
        FrontPage(
            situations=situations(handbook, names),
            duties=always(handbook, names),
            share=Place(routes.SHARE) if handbook.rules else None,
            workplaces=[choice(category) for category in sharing_of(handbook).senders],
            changes=[LatestRow(change, names.to(change)) for change in handbook.changes[:LATEST]],
            predecessors=tuple(predecessors(handbook)),
            places=Place(routes.list_of(PLACES)) if handbook.places else None,
            file_of_places=urls.PLACES,
            entries=[entry for entry in _entries(handbook, history) if entry is not None],
        ),
        medium=Medium.SITE,
    )
    return Chapter(N_("Forside"), (page, offline(handbook, names)))


def _entries(handbook: Handbook, history: History) -> tuple[Entry | None, ...]:
    """The ways in, in the order they are shown; None for what the handbook has nothing of."""
    changes = len(handbook.changes) + len(history.editions)
    return (
        _to(
            RULES,
            one_or_more(
                "{count} regel om taushetsplikt og deling",
                "{count} regler om taushetsplikt og deling",
                len(handbook.rules),
            ),
        ),
        Entry(
            contacts.TITLE,
            Place(routes.CONTACT_LIST),
            one_or_more(
                "{count} kontakt med stedfortreder", "{count} kontakter med stedfortreder", len(handbook.contacts)
            ),
        ),
        _to(
            SERVICES,
            one_or_more(
                "{count} tjeneste: hva den gjør, og hva den ikke gjør",
                "{count} tjenester: hva de gjør, og hva de ikke gjør",
                len(handbook.services),
            ),
        ),
        _to(FORUMS, one_or_more("{count} møte eller team", "{count} møter og team", len(handbook.forums))),
        _to(PLACES, one_or_more("{count} sted ved navn", "{count} steder ved navn", len(handbook.places)))
        if handbook.places
        else None,
        _to(ROLES, Message("Ansvar steg for steg")),
        _to(
            NEEDS,
            one_or_more(
                "{count} svar på hvem som bestemmer, betaler og legger ut imens",
                "{count} svar på hvem som bestemmer, betaler og legger ut imens",
                len(handbook.needs),
            ),
        )
        if handbook.needs
        else None,
        _to(FORMS, Message("{count} til utskrift", count=len(handbook.forms))),
        _for_families(handbook),
        _to(ONBOARDING, Message("Sjekkliste for arbeidsstedet ditt")) if handbook.onboarding else None,
        _to(
            TRAINING,
            one_or_more(
                "{count} situasjon med spørsmål og svar",
                "{count} situasjoner med spørsmål og svar",
                len(handbook.training),
            ),
        )
        if handbook.training
        else None,
        _to(
            PLANS,
            one_or_more(
                "{count} plan eller avtale, og når den går ut",
                "{count} planer og avtaler, og når de går ut",
                len(handbook.plans),
            ),
        )
        if handbook.plans
        else None,
        _to(GLOSSARY, one_or_more("{count} ord eller forkortelse", "{count} ord og forkortelser", len(handbook.terms))),
        _to(CHANGES, Message("Det som er endret siden sist")) if changes else None,
        None
        if handbook.is_public
        else Entry(selfcheck.TITLE, Place(routes.SELF_CHECK), Message("Hva som er dekket, mangler og er utdatert")),
        _to(MUNICIPALITY, Message("Eier, godkjenning og utskrift")),
    )


def _for_families(handbook: Handbook) -> Entry | None:
    """The way to what staff may give families, where something is written for them."""
    count = len(written(handbook))
    about = one_or_more(
        "{count} side i vanlige ord som dere kan gi familien",
        "{count} sider i vanlige ord som dere kan gi familien",
        count,
    )
    return Entry(families.TITLE, Place(routes.FAMILIES), about) if count else None


def _to(kind: Kind[Any], about: Message) -> Entry:
    """The way to the list of a kind of record."""
    return Entry(kind.plural, Place(routes.list_of(kind)), about)
