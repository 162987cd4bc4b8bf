"""One municipality's handbook: all its records, and what follows from them taken together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from builder.model.acceptance import ACCEPTED, Acceptance
from builder.model.actor import Actor
from builder.model.audience import Audience
from builder.model.base import Record, Verified
from builder.model.change import CHANGES, Change
from builder.model.confidentiality import RULES, ConfidentialityRule, Parties
from builder.model.fields import CitesLaw, RefTo
from builder.model.form import FORMS, Form
from builder.model.forum import FORUMS, Forum
from builder.model.glossary import GLOSSARY, Term
from builder.model.introduction import INTRODUCTIONS, Introduction
from builder.model.kind import Kind, Named
from builder.model.kinds import KINDS, NAMED, kind_of
from builder.model.law import LAWS
from builder.model.municipality import (
    DISTRICTS,
    EMERGENCY,
    MUNICIPALITY,
    ROLES,
    District,
    EmergencyNumber,
    Municipality,
    Role,
)
from builder.model.need import NEEDS, FamilyNeed
from builder.model.onboarding import ONBOARDING, Onboarding
from builder.model.pathway import PATHWAYS, Pathway, Step
from builder.model.place import PLACES, NamedPlace
from builder.model.plan import PLANS, Plan
from builder.model.references import MarkedValue, Path, marked, prose_of
from builder.model.register import LawRegister, register_of
from builder.model.register_date import REGISTER, RegisterDate
from builder.model.schedule import Schedule
from builder.model.service import CONTACTS, SERVICES, Contact, Service, contact_name
from builder.model.text_page import PAGES, TextPage
from builder.model.training import TRAINING, TrainingCase

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Reference:
    """One record names another. `kind` is the kind the name was found among, None when it was not found."""

    source: Record
    path: Path
    kinds: tuple[str, ...]
    kind: str | None
    id: str


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A record cites a provision."""

    source: Record
    path: Path
    citation: str


#: Kind -> id -> record.
Records = Mapping[str, Mapping[str, Record]]


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of a handbook beside its records.

    `declared`: kind -> ids that are written in the files, also of records that could not be read, so that a mistake in
    one file is not reported again in others. `unread` has the kinds of which a whole list could not be read: any name
    may have stood there. `earlier_checks` has how contacts, by name, were verified before, where that is known.
    `others` has the records that stand in other languages than the handbook's, by language. `as_written` is the
    municipality as its files have it, where the edition says another address.
    """

    declared: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    earlier_checks: Mapping[str, Verified] = field(default_factory=dict)
    others: Mapping[str, Records] = field(default_factory=dict)
    as_written: Municipality | None = None


#: Of a handbook that is made from its records alone.
NOTHING_BESIDE = Beside()


class Handbook:
    """The records of one municipality, as somebody may read them. Nothing changes after it is made.

    `records`: kind -> id -> record. What is read from files is for those who work there.
    """

    def __init__(
        self,
        municipality: Municipality,
        records: Mapping[str, Mapping[str, Record]],
        today: dt.date,
        beside: Beside = NOTHING_BESIDE,
        audience: Audience = Audience.INTERNAL,
    ) -> None:
        self.municipality = municipality
        self.audience = audience
        self.today = today
        self._records = records
        self._beside = beside

    def __reduce__(self) -> tuple[object, ...]:
        """What another process needs to make the same: what follows from the records knows them by where they lie."""
        return Handbook, (self.municipality, self._records, self.today, self._beside, self.audience)

    @property
    def records(self) -> Records:
        return self._records

    @property
    def others(self) -> Mapping[str, Records]:
        """The records that stand in other languages, by language."""
        return self._beside.others

    @property
    def as_written(self) -> Municipality:
        """The municipality as its files have it: with the address of the edition for everybody."""
        return self._beside.as_written or self.municipality

    @property
    def is_public(self) -> bool:
        """Whether everybody may read all that is in it."""
        return self.audience is Audience.PUBLIC

    @property
    def unread(self) -> frozenset[str]:
        return self._beside.unread

    @property
    def earlier_checks(self) -> Mapping[str, Verified]:
        return self._beside.earlier_checks

    def in_other_languages(self, record: R) -> Iterator[tuple[str, R]]:
        """A record in other languages than the handbook's, with their codes, where it stands in any."""
        for language, records in self._beside.others.items():
            found = records.get(self.kind_of(record).name, {}).get(record.id)
            if found is not None:
                yield language, cast("R", found)

    @cached_property
    def _listed(self) -> dict[str, tuple[Any, ...]]:
        return {kind.name: kind.in_order(self._records.get(kind.name, {}).values()) for kind in KINDS.values()}

    def of(self, kind: Kind[R]) -> tuple[R, ...]:
        """The records of a kind, in the order they are listed."""
        return self._listed[kind.name]

    @property
    def services(self) -> tuple[Service, ...]:
        return self.of(SERVICES)

    @property
    def places(self) -> tuple[NamedPlace, ...]:
        return self.of(PLACES)

    @property
    def forums(self) -> tuple[Forum, ...]:
        return self.of(FORUMS)

    @property
    def rules(self) -> tuple[ConfidentialityRule, ...]:
        return self.of(RULES)

    @property
    def pathways(self) -> tuple[Pathway, ...]:
        return self.of(PATHWAYS)

    @property
    def needs(self) -> tuple[FamilyNeed, ...]:
        return self.of(NEEDS)

    @property
    def forms(self) -> tuple[Form, ...]:
        return self.of(FORMS)

    @property
    def terms(self) -> tuple[Term, ...]:
        return self.of(GLOSSARY)

    @property
    def roles(self) -> tuple[Role, ...]:
        return self.of(ROLES)

    @property
    def emergency(self) -> tuple[EmergencyNumber, ...]:
        return self.of(EMERGENCY)

    @cached_property
    def law(self) -> LawRegister:
        return register_of(self.of(LAWS))

    @property
    def law_checked(self) -> RegisterDate | None:
        """When the register of law was verified."""
        return next(iter(self.of(REGISTER)), None)

    @property
    def plans(self) -> tuple[Plan, ...]:
        return self.of(PLANS)

    @property
    def training(self) -> tuple[TrainingCase, ...]:
        return self.of(TRAINING)

    @property
    def onboarding(self) -> tuple[Onboarding, ...]:
        return self.of(ONBOARDING)

    @property
    def introductions(self) -> tuple[Introduction, ...]:
        """When the handbook was introduced at workplaces, and where it is agreed to be, newest first."""
        return self.of(INTRODUCTIONS)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Notes about changes, newest first."""
        return self.of(CHANGES)

    @property
    def pages(self) -> tuple[TextPage, ...]:
        return self.of(PAGES)

    @property
    def accepted(self) -> tuple[Acceptance, ...]:
        return self.of(ACCEPTED)

    def everything(self) -> Iterator[tuple[Kind[Any], Record]]:
        """All records with their kinds."""
        for name, records in self._records.items():
            for record in records.values():
                yield KINDS[name], record

    def speaking(self) -> Iterator[Record]:
        """All records but the acts, which only speak of themselves."""
        return (record for kind, record in self.everything() if kind.speaks)

    def kind_of(self, record: Record) -> Kind[Any]:
        """The kind a record is of."""
        return kind_of(record)

    # Looking records up

    def find(self, kind: Kind[R], record_id: str) -> R | None:
        """The record of a kind with an id, or None."""
        return cast("R | None", self._records.get(kind.name, {}).get(record_id))

    def by_id(self, kind: Kind[R]) -> Mapping[str, R]:
        """The records of a kind by their ids, in the order of the files."""
        return cast("Mapping[str, R]", self._records.get(kind.name, {}))

    def find_named(self, name: str) -> Record | None:
        """The record of a name with its kind, «services:ppt», or None."""
        kind, _, record_id = name.partition(":")
        return self.find(KINDS[kind], record_id) if kind in KINDS else None

    def contact(self, reference: str) -> tuple[Service, Contact] | None:
        """The contact written `service.contact`, with its service."""
        actor = Actor(reference)
        service = self.find(SERVICES, actor.service)
        return next(((service, c) for c in service.contacts if c.id == actor.contact), None) if service else None

    def district(self, record_id: str) -> District | None:
        """A part of the municipality by its id."""
        return next((one for one in self.municipality.districts if one.id == record_id), None)

    def called(self, actor: str) -> str:
        """What a reader calls a role, a contact written `service.contact`, or a service; the id where there is none."""
        found = self.contact(actor)
        if found:
            return contact_name(*found)
        record = self.find(ROLES, actor) or self.find(SERVICES, actor)
        return record.label if record else actor

    @cached_property
    def contacts(self) -> tuple[tuple[Service, Contact], ...]:
        """All contacts with their services, by service name and the order they are written in."""
        return tuple((service, contact) for service in self.services for contact in service.contacts)

    def ids(self, kind: Named) -> frozenset[str]:
        """What may be written where one of this kind is named."""
        if kind is CONTACTS:
            return self._contact_ids
        if kind is DISTRICTS:
            return frozenset(district.id for district in self.municipality.districts)
        return frozenset(self._records.get(kind.name, {})) | self._beside.declared.get(kind.name, frozenset())

    @cached_property
    def _contact_ids(self) -> frozenset[str]:
        return frozenset(Actor.of(service.id, contact.id) for service, contact in self.contacts)

    @cached_property
    def _known(self) -> dict[str, frozenset[str]]:
        return {name: self.ids(kind) for name, kind in NAMED.items()}

    def _kind_among(self, kinds: tuple[str, ...], name: str) -> str | None:
        for kind in kinds:
            if name in self._known[kind] or self._may_be_unread(kind, name):
                return kind
        return None

    def _may_be_unread(self, kind: str, name: str) -> bool:
        """Whether a name may stand in what could not be read: a whole list, or the service of a contact."""
        if kind == DISTRICTS.name:
            return self.find(MUNICIPALITY, self.municipality.id) is not self.municipality
        if kind != CONTACTS.name:
            return kind in self.unread
        if SERVICES.name in self.unread:
            return True
        actor = Actor(name)
        return (
            bool(actor.contact)
            and actor.service in self._known[SERVICES.name]
            and not self.find(SERVICES, actor.service)
        )

    # What the records say of one another

    @cached_property
    def marked(self) -> tuple[tuple[Record, MarkedValue], ...]:
        """Every marked value of the records."""
        return tuple((record, value) for record in self.speaking() for value in marked(record))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every place where one record names another by id."""
        return tuple(
            Reference(
                record, value.path, value.marker.kinds, self._kind_among(value.marker.kinds, value.value), value.value
            )
            for record, value in self.marked
            if isinstance(value.marker, RefTo)
        )

    @cached_property
    def citations(self) -> tuple[CitedBy, ...]:
        """Every place where a record cites law."""
        return tuple(
            CitedBy(record, value.path, value.value)
            for record, value in self.marked
            if isinstance(value.marker, CitesLaw)
        )

    @cached_property
    def prose(self) -> tuple[tuple[Record, Path, str], ...]:
        """Every running text."""
        return tuple((record, path, text) for record in self.speaking() for path, text in prose_of(record))

    @cached_property
    def _naming(self) -> dict[tuple[str, str], tuple[Reference, ...]]:
        found: dict[tuple[str, str], list[Reference]] = {}
        for reference in self.references:
            if reference.kind is None:
                continue
            found.setdefault((reference.kind, reference.id), []).append(reference)
            if reference.kind == CONTACTS.name:
                found.setdefault((SERVICES.name, Actor(reference.id).service), []).append(reference)
        return {key: tuple(value) for key, value in found.items()}

    def naming(self, kind: Named, record_id: str) -> tuple[Reference, ...]:
        """The references to a record. Naming one of its contacts counts as naming a service."""
        return self._naming.get((kind.name, record_id), ())

    def schedule(self, forum: Forum) -> Schedule:
        """When a forum meets."""
        return Schedule(forum, self.today, self.municipality.school_breaks)

    def steps(self) -> Iterator[tuple[Pathway, Step]]:
        """All steps, with the pathways they belong to."""
        for pathway in self.pathways:
            for step in pathway.steps:
                yield pathway, step

    def binds(self, parties: Parties, service: Service) -> bool:
        """Whether a service is among the parties of a rule."""
        by_kind = parties.everyone or service.category in parties.categories
        return by_kind or (parties.public and service.government.public) or service.id in parties.services
