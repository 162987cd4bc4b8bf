"""Documents from records: what each kind is called, what else it is called, and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from builder.edition.edition import Edition
from builder.facts.answering import answering
from builder.facts.held import held_of, partners_of
from builder.facts.serving import Reach, own_calls
from builder.model.actor import Actor
from builder.model.agreement import Agreement
from builder.model.base import Part, Record
from builder.model.forum import Forum
from builder.model.kind import Kind
from builder.model.kinds import KINDS
from builder.model.maintained import Maintained
from builder.model.need import FamilyNeed
from builder.model.pathway import PATHWAYS, Pathway, Step
from builder.model.place import NamedPlace
from builder.model.result_group import ResultGroup
from builder.model.service import CONTACTS, SERVICES, Contact, Service, contact_name
from builder.prose import plain
from builder.search.at_once import AtOnce
from builder.search.document import Document
from builder.search.texts import lines
from builder.views import routes
from builder.views.page import Place

_GROUPS = tuple(ResultGroup)
#: The kinds of record that are found, in the order their groups are shown.
_FOUND = sorted(
    ((kind.group, kind) for kind in KINDS.values() if kind.group), key=lambda found: _GROUPS.index(found[0])
)
#: What is found by documents of its own, and not in the record that holds it.
_APART: Mapping[Kind[Any], str] = MappingProxyType({PATHWAYS: "steps", SERVICES: "contacts"})
#: Who stands behind a text is the same words in many, and nothing of what it says.
_BEHIND = frozenset(Maintained.model_fields) - frozenset(Record.model_fields)
#: What is said to families is found by documents of its own.
_TO_FAMILIES = ("families",)
Lines = Iterable[str]


class Records:
    """The documents of one edition's records, with dates and hours in words."""

    def __init__(self, edition: Edition) -> None:
        self._handbook = edition.handbook
        self._names = edition.names
        self._phrases = edition.language.phrases
        self._ = edition.language.translate
        self._rows = edition.rows
        self._at_once = AtOnce(edition)

    def documents(self) -> Iterator[Document]:
        """Every record that has a place of its own, in reading order within each kind."""
        for group, kind in _FOUND:
            for record in self._handbook.of(kind):
                yield self._record(group, kind, record)
                yield from self._parts(record)

    def _record(self, group: ResultGroup, kind: Kind[Any], record: Record) -> Document:
        names, without = (
            _names(kind, record),
            {kind.title, *kind.other_names, _APART.get(kind, ""), *_BEHIND, *_TO_FAMILIES},
        )
        first, last = self._more(record)
        told = (line for line in lines(record, without) if line != record.label)
        return Document(
            group,
            routes.place_of(kind, record.id),
            str(getattr(record, kind.title)),
            names=() if kind.asked_by_alias else names,
            asked=names if kind.asked_by_alias else (),
            lines=(*first, *told, *last),
            law=record.law if isinstance(record, FamilyNeed) else getattr(record, "legal_basis", ()),
            phone=getattr(record, "phone", None) or "",
            facts=self._at_once.of(record),
        )

    def _more(self, record: Record) -> tuple[Lines, Lines]:
        """Words indexed for a record beside its own texts: before them, and after."""
        match record:
            case Agreement():
                one, other = (self._handbook.called(side.service) for side in (record.one, record.other))
                return (self._("Samarbeidsavtale mellom {one} og {other}").format(one=one, other=other),), ()
            case Pathway():
                return (), (step.title for step in record.steps)
            case Service():
                return (plain(record.summary),), self._facts(record, "opening_hours", "phone_hours")
            case Forum():
                return self._meetings(record), (*self._seats(record), *self._in_places(record))
            case NamedPlace():
                return self._serving(record), self._facts(record, "district")
        return (), ()

    def _parts(self, record: Record) -> Iterator[Document]:
        match record:
            case Pathway():
                yield from (self._step(record, step) for step in record.steps)
            case Service():
                yield from (self._contact(record, contact) for contact in record.contacts)

    def _step(self, pathway: Pathway, step: Step) -> Document:
        place = Place(routes.page_of(PATHWAYS, pathway.id), routes.step_anchor(step.id))
        facts = self._facts(step, "responsible", "deadline")
        told = (*facts, *lines(step, without=("title", "transitions")))
        return Document(ResultGroup.STEP, place, step.title, pathway.title, lines=told, law=step.legal_basis)

    def _contact(self, service: Service, contact: Contact) -> Document:
        told = list(lines(contact, without=("role", "deputy", "verified")))
        answers = answering(contact, self._handbook.today)
        told += self._facts(contact, "hours")
        if contact.deputy:
            told.append(f"{self._rows.named(contact, 'deputy')}: {' · '.join(lines(contact.deputy))}")
        if contact.vacant:
            told.insert(0, self._("Stillingen er ubesatt"))
        if answers.stands_in:
            told.insert(0, self._("Ring {deputy}").format(deputy=answers.first.role))
        place = routes.place_of(CONTACTS, Actor.of(service.id, contact.id))
        about = " · ".join(dict.fromkeys((service.label, service.name)))
        facts = self._at_once.of_contact(service, contact)
        phone = answers.first.phone or ""
        return Document(ResultGroup.CONTACT, place, contact.role, about, lines=tuple(told), phone=phone, facts=facts)

    def _in_places(self, forum: Forum) -> Lines:
        held = (one.place.name for one in held_of(self._handbook, forum) if one.place)
        return (f"{self._rows.named(forum, 'places')}: {name}" for name in held)

    def _serving(self, place: NamedPlace) -> Lines:
        """Those at the place, and those of other services who have it."""
        for one in own_calls(self._handbook, place):
            yield f"{one.contact.role}: {one.phone}" if one.phone else one.contact.role
        for partner in partners_of(self._handbook, place):
            if partner.reach is not Reach.GENERAL:
                yield from (contact_name(partner.service, contact) for contact in partner.contacts)

    def _seats(self, forum: Forum) -> Lines:
        yield from self._facts(forum, "convener", "chair")
        if forum.members:
            members = (self._names.actor(member.actor).text for member in forum.members)
            yield f"{self._rows.named(forum, 'members')}: {self._phrases.listed(list(members))}"

    def _meetings(self, forum: Forum) -> Iterator[str]:
        if not forum.recurrence:
            return
        schedule = self._handbook.schedule(forum)
        dates = [self._phrases.date(meeting.day) for meeting in schedule.coming]
        if dates:
            yield f"{self._('Neste møter')}: {' · '.join(dates)}"
        yield from (self._phrases.change(change) for change in schedule.changes)
        yield from self._facts(forum, "recurrence")

    def _facts(self, part: Part, *paths: str) -> Lines:
        return (row.text for row in self._rows.rows(part, *paths))


def _names(kind: Kind[Any], record: Record) -> tuple[str, ...]:
    """What else a record is called."""
    found = (getattr(record, field, None) for field in kind.other_names)
    return tuple(name for one in found if one for name in ((one,) if isinstance(one, str) else one))
