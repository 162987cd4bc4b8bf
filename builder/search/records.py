"""Documents from records: what each kind is called, what else it is called, and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.edition.edition import Edition
from builder.model.base import Record
from builder.model.confidentiality import ConfidentialityRule
from builder.model.forum import Forum
from builder.model.pathway import Pathway, Step
from builder.model.service import Contact, Hours, Service
from builder.prose import plain
from builder.search.document import Document, Kind
from builder.search.texts import lines
from builder.views import routes
from builder.views.page import Place

#: Kinds of record that are found just as they stand: a title, and what they say.
_PLAIN = {
    "forms": Kind.FORM,
    "roles": Kind.ROLE,
    "training": Kind.PRACTICE,
    "onboarding": Kind.PRACTICE,
    "plans": Kind.MORE,
    "changes": Kind.MORE,
    "pages": Kind.MORE,
}


class Records:
    """The documents of one edition's records, with dates and hours in words."""

    def __init__(self, edition: Edition) -> None:
        self._handbook = edition.handbook
        self._names = edition.names
        self._phrases = edition.language.phrases
        self._ = edition.language.translate

    def documents(self) -> Iterator[Document]:
        """Every record that has a place of its own, in reading order within each kind."""
        yield from self._emergency()
        for pathway in self._handbook.pathways:
            yield self._pathway(pathway)
            yield from (self._step(pathway, step) for step in pathway.steps)
        for service in self._handbook.services:
            yield self._service(service)
            yield from (self._contact(service, contact) for contact in service.contacts)
        yield from (self._forum(forum) for forum in self._handbook.forums)
        yield from self._terms()
        yield from (self._rule(rule) for rule in self._handbook.rules)
        for kind, record in self._handbook.everything():
            if kind in _PLAIN:
                yield self._plain(kind, record)

    def _emergency(self) -> Iterator[Document]:
        for number in self._handbook.emergency:
            place = Place(routes.FRONT, "haster")
            yield Document(Kind.CONTACT, place, number.name, lines=(number.when,), phone=number.phone)

    def _pathway(self, pathway: Pathway) -> Document:
        told = lines(pathway, without=("title", "aliases", "steps"))
        steps = (step.title for step in pathway.steps)
        place = routes.place_of("pathways", pathway.id)
        asked, law = pathway.aliases, pathway.legal_basis
        return Document(Kind.SITUATION, place, pathway.title, asked=asked, lines=(*told, *steps), law=law)

    def _step(self, pathway: Pathway, step: Step) -> Document:
        place = Place(routes.page_of("pathways", pathway.id), routes.step_anchor(step.id))
        told = list(lines(step, without=("title", "transitions")))
        if isinstance(step.responsible, str):
            told.insert(0, f"{self._('Ansvarlig')}: {self._names.actor(step.responsible).text}")
        if step.deadline:
            told.insert(1, f"{self._('Frist')}: {self._phrases.deadline(step.deadline)}")
        return Document(Kind.STEP, place, step.title, pathway.title, lines=tuple(told), law=step.legal_basis)

    def _service(self, service: Service) -> Document:
        told = [plain(service.summary), *lines(service, without=("name", "short_name", "aliases", "contacts"))]
        told += self._hours(self._("Åpningstid"), service.opening_hours)
        told += self._hours(self._("Telefontid"), service.phone_hours)
        place = routes.place_of("services", service.id)
        law = service.legal_basis
        return Document(Kind.SERVICE, place, service.name, names=self._known_as(service), lines=tuple(told), law=law)

    def _contact(self, service: Service, contact: Contact) -> Document:
        told = list(lines(contact, without=("role", "deputy", "verified")))
        told += self._hours(self._("Treffes"), contact.hours)
        if contact.deputy:
            told.append(f"{self._('Ved fravær')}: {' · '.join(lines(contact.deputy))}")
        if contact.vacant:
            told.insert(0, self._("Stillingen er ubesatt"))
        place = routes.place_of("contacts", f"{service.id}.{contact.id}")
        about = " · ".join(dict.fromkeys((service.label, service.name)))
        return Document(Kind.CONTACT, place, contact.role, about, lines=tuple(told), phone=contact.phone or "")

    def _forum(self, forum: Forum) -> Document:
        told = [*self._meetings(forum), *lines(forum, without=("name", "aliases"))]
        for title, role in ((self._("Innkaller"), forum.convener), (self._("Møteleder"), forum.chair)):
            if role:
                told.append(f"{title}: {self._names.actor(role).text}")
        if forum.members:
            members = (self._names.actor(member.actor).text for member in forum.members)
            told.append(f"{self._('Deltakere')}: {self._phrases.listed(list(members))}")
        place = routes.place_of("forums", forum.id)
        return Document(Kind.FORUM, place, forum.name, names=forum.aliases, lines=tuple(told), law=forum.legal_basis)

    def _meetings(self, forum: Forum) -> Iterator[str]:
        if not forum.recurrence:
            return
        schedule = self._handbook.schedule(forum)
        dates = [self._phrases.date(meeting.day) for meeting in schedule.coming]
        if dates:
            yield f"{self._('Neste møter')}: {' · '.join(dates)}"
        yield from (self._phrases.exception(change) for change in schedule.changes)
        yield f"{self._('Hvor ofte')}: {self._phrases.recurrence(forum.recurrence)}"

    def _rule(self, rule: ConfidentialityRule) -> Document:
        told = tuple(lines(rule, without=("title", "aliases")))
        place = routes.place_of("rules", rule.id)
        return Document(Kind.RULE, place, rule.title, asked=rule.aliases, lines=told, law=rule.legal_basis)

    def _terms(self) -> Iterator[Document]:
        for term in self._handbook.terms:
            names = (*term.abbreviations, *term.synonyms, *term.old_names)
            told = lines(term, without=("term", "synonyms", "abbreviations", "old_names"))
            yield Document(Kind.TERM, routes.place_of("glossary", term.id), term.term, names=names, lines=tuple(told))

    def _plain(self, kind: str, record: Record) -> Document:
        told = (line for line in lines(record, without=("title", "name", "aliases")) if line != record.label)
        names, law = getattr(record, "aliases", ()), getattr(record, "legal_basis", ())
        return Document(
            _PLAIN[kind], routes.place_of(kind, record.id), record.label, names=names, lines=tuple(told), law=law
        )

    def _known_as(self, service: Service) -> tuple[str, ...]:
        short = (service.short_name,) if service.short_name else ()
        return (*short, *service.aliases)

    def _hours(self, title: str, hours: Sequence[Hours]) -> list[str]:
        said = [self._phrases.hours(each) for each in hours]
        return [f"{title}: {', '.join(said)}"] if said else []
