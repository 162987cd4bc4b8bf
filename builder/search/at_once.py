"""What the search answers at once, above its results: a number and its hours, the next meeting, who, and a sentence.

It is told here what each thing can say of itself, in words; which of it a question asks for the browser works out
(`templates/static/assets/search/intent.js`), and which of the dates is the next one by the reader's day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from builder.edition.edition import Edition
from builder.facts.answering import Answering, answering, first_to_ring
from builder.facts.held import Held, held_at, held_of
from builder.facts.serving import own_calls
from builder.facts.sharing import DUTIES
from builder.model.base import Part, Record
from builder.model.confidentiality import ConfidentialityRule
from builder.model.fields import dialled
from builder.model.forum import Forum
from builder.model.municipality import EmergencyNumber
from builder.model.need import FamilyNeed, InCharge
from builder.model.pathway import Pathway
from builder.model.place import NamedPlace
from builder.model.schedule import Meeting, Schedule
from builder.model.service import Contact, Service
from builder.model.vocabulary import RuleKind
from builder.prose import plain

#: How far ahead a meeting is told of.
_AHEAD = relativedelta(months=13)
#: Roles that lead a service, by what they are called in both written standards.
_LEADS = re.compile(r"\b\w*(leder|leiar|ledende|leiande)\b|\b(rektor|styrer|styrar)\b", re.IGNORECASE)

#: Rules that say the same to whoever asks. What one may tell otherwise depends on where she works: a single rule of
#: that is no answer to somebody who has not said it.
_FOR_ALL = frozenset({*DUTIES, RuleKind.CONSENT, RuleKind.ANONYMOUS})


class Asked(StrEnum):
    """What may be asked of a thing; the browser knows them by these names."""

    PHONE = "phone"
    HOURS = "hours"
    ADDRESS = "address"
    RESPONSE = "response"
    LEADER = "leader"
    DATES = "dates"
    CHAIR = "chair"
    CONVENER = "convener"
    MINUTES = "minutes"
    DECIDES = "decides"
    PAYS = "pays"
    MUST = "must"
    SAYS = "says"


@dataclass(frozen=True, slots=True)
class Fact:
    """What a thing says to what is asked of it. `phone` is the number that goes with it, and `tel` where it rings.

    `dates` are the days to come, each as a date and in words.
    """

    asked: Asked
    said: str
    phone: str = ""
    dates: tuple[tuple[str, str], ...] = ()

    @property
    def row(self) -> list[object]:
        """For the index: `WrittenFact` in `templates/types/search.d.ts`."""
        more = [self.phone, dialled(self.phone), self.dates]
        while more and not more[-1]:
            more.pop()
        return [str(self.asked), self.said, *more]


class AtOnce:
    """The facts of one edition's records."""

    def __init__(self, edition: Edition) -> None:
        self._handbook = edition.handbook
        self._phrases = edition.language.phrases
        self._rows = edition.rows
        self._ = edition.language.translate

    def of(self, record: Record) -> tuple[Fact, ...]:  # noqa: PLR0911 - one answer for each kind of record
        """What a record says at once."""
        match record:
            case Service():
                return tuple(self._service(record))
            case Forum():
                return tuple(self._forum(record))
            case ConfidentialityRule():
                return tuple(_rule(record))
            case Pathway():
                return (Fact(Asked.SAYS, plain(record.summary)),)
            case FamilyNeed():
                return tuple(self._need(record))
            case NamedPlace():
                return tuple(self._place(record))
            case EmergencyNumber():
                return (Fact(Asked.PHONE, record.when, record.phone),)
        return ()

    def of_contact(self, service: Service, contact: Contact) -> tuple[Fact, ...]:
        """Whom to ring for a role, which may be the deputy."""
        return (self._phone(service, answering(contact, self._handbook.today)),)

    def _service(self, service: Service) -> Iterator[Fact]:
        today = self._handbook.today
        first = first_to_ring(service, today)
        if first:
            yield self._phone(service, first)
        yield from self._rows_of(Asked.HOURS, service, "opening_hours", "phone_hours")
        yield from self._rows_of(Asked.ADDRESS, service, "address")
        yield from self._rows_of(Asked.RESPONSE, service, "response_time")
        yield from self._rows_of(Asked.DECIDES, service, "decides")
        leader = next((contact for contact in service.contacts if _LEADS.search(contact.role)), None)
        if leader:
            answers = answering(leader, today)
            yield Fact(Asked.LEADER, self._who(answers), answers.first.phone or "")

    def _phone(self, service: Service, answers: Answering) -> Fact:
        hours = answers.contact.hours or service.phone_hours or service.opening_hours
        when = self._phrases.listed([self._phrases.hours(one) for one in hours])
        return Fact(Asked.PHONE, ". ".join(filter(None, (self._who(answers), when))), answers.first.phone or "")

    def _who(self, answers: Answering) -> str:
        """A role and who has it; where somebody else answers for it, that first, and why."""
        first = answers.first
        held = f"{first.role}: {first.person}" if first.person else first.role
        role = answers.contact.role
        why = [f"{role}: {self._('Stillingen er ubesatt')}"] if answers.contact.vacant else []
        return ". ".join((held, *why)) if answers.stands_in else ". ".join(why or [held])

    def _forum(self, forum: Forum) -> Iterator[Fact]:
        dates = tuple(self._dates(forum))
        often = " ".join(row.text for row in self._rows.rows(forum, "recurrence"))
        if dates or often:
            yield Fact(Asked.DATES, often, dates=dates)
        yield from self._rows_of(Asked.CHAIR, forum, "chair")
        yield from self._rows_of(Asked.CONVENER, forum, "convener", "convening")
        yield from self._rows_of(Asked.MINUTES, forum, "minutes_by")

    def _place(self, place: NamedPlace) -> Iterator[Fact]:
        calls = own_calls(self._handbook, place)
        for asked, found in ((Asked.PHONE, calls), (Asked.LEADER, [one for one in calls if one.leads])):
            first = next((one for one in found if one.phone), None)
            if first:
                yield Fact(asked, first.role or first.contact.role, first.phone or "")
        yield from self._rows_of(Asked.ADDRESS, place, "address")
        dates = [
            (day, f"{said.removesuffix(f', {place.name}')}, {one.forum.name}")
            for one in held_at(self._handbook, place)
            for day, said in self._dates_of((one,))
        ]
        if dates:
            yield Fact(Asked.DATES, "", dates=tuple(sorted(dates)))

    def _need(self, need: FamilyNeed) -> Iterator[Fact]:
        yield Fact(Asked.DECIDES, self._in_charge(need, "decides", need.decides))
        if need.pays:
            yield Fact(Asked.PAYS, self._in_charge(need, "pays", need.pays))
        elif need.unsettled:
            yield Fact(Asked.PAYS, plain(need.unsettled))

    def _in_charge(self, need: FamilyNeed, name: str, side: InCharge) -> str:
        """Who, how it is done, and whom to ask about those who are outside the handbook."""
        known = tuple(self._handbook.called(one) for one in side.who)
        who = side.others or known
        said = f"{self._rows.named(need, name)}: {self._phrases.listed(who)}" if who else ""
        how = plain(side.how or "").removesuffix(".")
        asked = f"{self._('Spør')}: {self._phrases.listed(known)}" if side.others and known else ""
        return ". ".join(filter(None, (said, how, asked))) + ("." if how or asked else "")

    def _dates(self, forum: Forum) -> Iterator[tuple[str, str]]:
        """The meetings to come wherever it is held, by day: each day, and how it is said."""
        return self._dates_of(held_of(self._handbook, forum))

    def _dates_of(self, found: Iterable[Held]) -> Iterator[tuple[str, str]]:
        first, last = self._handbook.today, self._handbook.today + _AHEAD
        coming = {(one.day, held.key): (one, held) for held in found for one in self._all(held)}
        for (day, _), (meeting, held) in sorted(coming.items(), key=lambda one: one[0]):
            if first <= day <= last and not meeting.cancelled:
                yield day.isoformat(), self._said(meeting, held)

    def _all(self, held: Held) -> Iterator[Meeting]:
        """Also those of the next school year, where its breaks are known or do not matter."""
        this_year = self._handbook.schedule(held.at)
        next_year = Schedule(held.at, this_year.today + relativedelta(years=1), this_year.breaks)
        known = max((one.to for one in this_year.breaks), default=dt.date.min)
        school_year = held.at.recurrence is not None and held.at.recurrence.school_year
        yield from (one for one in next_year.meetings if not school_year or one.day <= known)
        yield from this_year.meetings

    def _said(self, meeting: Meeting, held: Held) -> str:
        time = f" {self._('klokka')} {meeting.starts:%H:%M}" if meeting.starts else ""
        room = meeting.place if meeting.exception else None
        place = held.place.name if held.place else room
        return f"{self._phrases.date(meeting.day)}{time}{f', {place}' if place else ''}"

    def _rows_of(self, asked: Asked, part: Part, *paths: str) -> Iterator[Fact]:
        said = ". ".join(row.text for row in self._rows.rows(part, *paths))
        if said:
            yield Fact(asked, said)


def _rule(rule: ConfidentialityRule) -> Iterator[Fact]:
    """What one must is answered by a duty alone; what one may, by what holds for all."""
    if rule.answer and rule.kind in DUTIES:
        yield Fact(Asked.MUST, rule.answer)
    if rule.answer and rule.kind in _FOR_ALL:
        yield Fact(Asked.SAYS, rule.answer)
