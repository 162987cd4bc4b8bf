"""One municipality's handbook: all its records, and what follows from them taken together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

from builder.model.acceptance import Acceptance
from builder.model.base import Record
from builder.model.change import Change
from builder.model.collation import alphabetical
from builder.model.confidentiality import ConfidentialityRule, Parties
from builder.model.fields import CitesLaw, RefTo
from builder.model.form import Form
from builder.model.forum import Forum
from builder.model.glossary import Term
from builder.model.law import Act
from builder.model.municipality import EmergencyNumber, Municipality, Role
from builder.model.onboarding import Onboarding
from builder.model.pathway import Pathway, Step
from builder.model.plan import Plan
from builder.model.references import MarkedValue, Path, marked, prose_of
from builder.model.register import LawRegister, register_of
from builder.model.register_date import RegisterDate
from builder.model.schedule import Schedule
from builder.model.service import Contact, Service, contact_name
from builder.model.text_page import TextPage
from builder.model.training import TrainingCase

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


class Handbook:
    """The records of one municipality. Nothing changes after it is made.

    `records`: kind -> id -> record. `declared`: kind -> ids that are written in the files, also of
    records that could not be read, so that a mistake in one file is not reported again in others.
    `unread` has the kinds of which a whole list could not be read: any name may have stood there.
    """

    def __init__(
        self,
        municipality: Municipality,
        records: Mapping[str, Mapping[str, Record]],
        today: dt.date,
        declared: Mapping[str, frozenset[str]] | None = None,
        unread: frozenset[str] = frozenset(),
    ) -> None:
        self.municipality = municipality
        self.today = today
        self._records = records
        self._declared = declared or {}
        self.unread = unread

    def __reduce__(self) -> tuple[object, ...]:
        """What another process needs to make the same: what follows from the records knows them by where they lie."""
        return Handbook, (self.municipality, self._records, self.today, self._declared, self.unread)

    def _all(self, kind: str, record: type[R]) -> tuple[R, ...]:
        return tuple(cast(R, found) for found in self._records.get(kind, {}).values())

    @cached_property
    def services(self) -> tuple[Service, ...]:
        return tuple(sorted(self._all("services", Service), key=lambda s: alphabetical(s.name)))

    @cached_property
    def forums(self) -> tuple[Forum, ...]:
        return tuple(sorted(self._all("forums", Forum), key=lambda f: alphabetical(f.name)))

    @cached_property
    def rules(self) -> tuple[ConfidentialityRule, ...]:
        return self._all("rules", ConfidentialityRule)

    @cached_property
    def pathways(self) -> tuple[Pathway, ...]:
        return tuple(sorted(self._all("pathways", Pathway), key=lambda p: (p.order, alphabetical(p.title))))

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        return tuple(sorted(self._all("forms", Form), key=lambda f: alphabetical(f.title)))

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return tuple(sorted(self._all("glossary", Term), key=lambda t: alphabetical(t.term)))

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        return tuple(sorted(self._all("roles", Role), key=lambda r: alphabetical(r.name)))

    @cached_property
    def emergency(self) -> tuple[EmergencyNumber, ...]:
        return tuple(sorted(self._all("emergency", EmergencyNumber), key=lambda e: (e.order, e.name)))

    @cached_property
    def law(self) -> LawRegister:
        return register_of(self._all("laws", Act))

    @cached_property
    def law_checked(self) -> RegisterDate | None:
        """When the register of law was verified."""
        return next(iter(self._all("register", RegisterDate)), None)

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        return tuple(sorted(self._all("plans", Plan), key=lambda p: p.title.casefold()))

    @cached_property
    def training(self) -> tuple[TrainingCase, ...]:
        return tuple(sorted(self._all("training", TrainingCase), key=lambda c: (c.order, c.title.casefold())))

    @cached_property
    def onboarding(self) -> tuple[Onboarding, ...]:
        return tuple(sorted(self._all("onboarding", Onboarding), key=lambda o: (o.order, o.title.casefold())))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Notes about changes, newest first."""
        return tuple(sorted(self._all("changes", Change), key=lambda c: (c.date, c.id), reverse=True))

    @cached_property
    def pages(self) -> tuple[TextPage, ...]:
        return tuple(sorted(self._all("pages", TextPage), key=lambda p: (p.order, p.title.casefold())))

    @cached_property
    def accepted(self) -> tuple[Acceptance, ...]:
        return tuple(sorted(self._all("accepted", Acceptance), key=lambda a: (a.until, a.id)))

    def everything(self) -> Iterator[tuple[str, Record]]:
        """All records with their kinds."""
        for kind, records in self._records.items():
            for record in records.values():
                yield kind, record

    def speaking(self) -> Iterator[Record]:
        """All records but the acts, which only speak of themselves."""
        return (record for kind, record in self.everything() if kind != "laws")

    def kind_of(self, record: Record) -> str:
        """The kind a record belongs to. Raises KeyError for one that is not in the handbook."""
        return self._kinds[id(record)]

    @cached_property
    def _kinds(self) -> dict[int, str]:
        return {id(record): kind for kind, record in self.everything()}

    # Looking records up

    def find(self, kind: str, record_id: str) -> Record | None:
        """The record of a kind with an id, or None."""
        return self._records.get(kind, {}).get(record_id)

    def contact(self, reference: str) -> tuple[Service, Contact] | None:
        """The contact written `service.contact`, with its service."""
        service_id, _, contact_id = reference.partition(".")
        service = self.find("services", service_id)
        if not isinstance(service, Service):
            return None
        return next(((service, c) for c in service.contacts if c.id == contact_id), None)

    def called(self, actor: str) -> str:
        """What a reader calls a role, a contact written `service.contact`, or a service; the id where there is none."""
        found = self.contact(actor)
        if found:
            return contact_name(*found)
        record = self.find("roles", actor) or self.find("services", actor)
        return record.label if record else actor

    @cached_property
    def contacts(self) -> tuple[tuple[Service, Contact], ...]:
        """All contacts with their services, by service name and the order they are written in."""
        return tuple((service, contact) for service in self.services for contact in service.contacts)

    def ids(self, kind: str) -> frozenset[str]:
        """What may be written where a record of this kind is named."""
        if kind == "contacts":
            return frozenset(f"{service.id}.{contact.id}" for service, contact in self.contacts)
        return frozenset(self._records.get(kind, {})) | self._declared.get(kind, frozenset())

    def _kind_among(self, kinds: tuple[str, ...], name: str) -> str | None:
        return next((kind for kind in kinds if self._is_declared(kind, name)), None)

    def _is_declared(self, kind: str, name: str) -> bool:
        if kind in self.unread or (kind == "contacts" and "services" in self.unread):
            return True
        if kind == "contacts":
            service, dot, _ = name.partition(".")
            unread = service in self._declared.get("services", frozenset()) and not self.find("services", service)
            return self.contact(name) is not None or bool(dot and unread)
        return name in self._records.get(kind, {}) or name in self._declared.get(kind, frozenset())

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
            if reference.kind == "contacts":
                found.setdefault(("services", reference.id.partition(".")[0]), []).append(reference)
        return {key: tuple(value) for key, value in found.items()}

    def naming(self, kind: str, record_id: str) -> tuple[Reference, ...]:
        """The references to a record. Naming one of its contacts counts as naming a service."""
        return self._naming.get((kind, record_id), ())

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
        return parties.everyone or service.category in parties.categories or service.id in parties.services
