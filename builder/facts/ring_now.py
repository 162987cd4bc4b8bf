"""Whom to ring now: contacts marked as such and the urgent numbers, in one table, with when each of them answers.

Pages, prints and the search render this table, and none of them works out anything of it again. Who answers at a given
moment the browser works out, by the hours and the days off that stand here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from builder.facts.answering import answering
from builder.facts.sharing import DUTIES
from builder.memoize import memoize
from builder.model.actor import Actor
from builder.model.closed_days import eves, public_holidays
from builder.model.confidentiality import ConfidentialityRule
from builder.model.handbook import Handbook
from builder.model.municipality import EmergencyNumber, Municipality
from builder.model.service import Contact, Hours, Service, contact_name
from builder.model.vocabulary import Acute, Category, Matter

#: Whoever reads a page somebody built this many years ago, is not told who answers now.
_YEARS_AHEAD = 2
#: A service that is closed when the other answers: they are the same to whoever rings.
_SAME = {Category.CHILD_WELFARE_OUT_OF_HOURS: Category.CHILD_WELFARE}
_FIRST = (Category.CHILD_WELFARE,)
_ANSWER_WHEN_URGENT = frozenset(
    {Category.CHILD_WELFARE, Category.CHILD_WELFARE_OUT_OF_HOURS, Category.POLICE, Category.EMERGENCY_CLINIC}
)
#: The numbers for danger to life have three digits; longer ones can wait until somebody has picked them out.
_DIGITS_OF_DANGER = 3


@dataclass(frozen=True, slots=True)
class Answers:
    """Somebody who answers when it is urgent.

    `name` is short: the service, or the role in it where it has several. `phone` is None where the number is still to
    be written. `takes_turns` is the kind of service it shares the hours of the week with. `reference` is
    `service.contact`.
    """

    name: str
    role: str
    phone: str | None
    acute: Acute
    hours: tuple[Hours, ...]
    takes_turns: Category
    reference: str


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day when offices are closed: from `closes`, all day where that is None; nobody has said where not `known`."""

    date: dt.date
    closes: dt.time | None = None
    known: bool = True


@dataclass(frozen=True, slots=True)
class RingNow:
    """Numbers for danger to life, then the contacts, then the other urgent numbers; `can_wait` stand elsewhere.

    `days_off` says how the days until `until` differ from others.
    """

    danger: tuple[EmergencyNumber, ...]
    contacts: tuple[Answers, ...]
    numbers: tuple[EmergencyNumber, ...]
    can_wait: tuple[EmergencyNumber, ...]
    days_off: tuple[DayOff, ...]
    until: dt.date

    @property
    def urgent(self) -> tuple[EmergencyNumber, ...]:
        """The urgent numbers, in their order."""
        return self.danger + self.numbers

    def __bool__(self) -> bool:
        return bool(self.danger or self.contacts or self.numbers)


@memoize
def ring_now(handbook: Handbook) -> RingNow:
    """The table of a handbook."""
    urgent = [number for number in handbook.emergency if number.urgent]
    until = dt.date(handbook.today.year + _YEARS_AHEAD, 12, 31)
    return RingNow(
        danger=tuple(number for number in urgent if _is_for_danger(number)),
        contacts=tuple(_contacts(handbook, {_digits(number.phone) for number in urgent})),
        numbers=tuple(number for number in urgent if not _is_for_danger(number)),
        can_wait=tuple(number for number in handbook.emergency if not number.urgent),
        days_off=tuple(_days_off(handbook.municipality, handbook.today.year, until.year)),
        until=until,
    )


def rings(rule: ConfidentialityRule) -> bool:
    """Whether somebody who reads a rule may have to ring at once.

    So it is with the duties to report and to avert, and with what tells those who answer in an emergency of a worry.
    """
    told = frozenset(rule.receiver.categories)
    return rule.kind in DUTIES or (rule.about == (Matter.WORRY,) and bool(told) and told <= _ANSWER_WHEN_URGENT)


def takes_turns(service: Service) -> Category:
    """The kind of service whose hours of the week a service fills, or leaves to another."""
    return _SAME.get(service.category, service.category)


def hours_of(service: Service, contact: Contact) -> tuple[Hours, ...]:
    """When a contact answers what is urgent.

    The hours of the service are when its office is open, and say nothing of whoever answers when it is not.
    """
    if contact.hours or contact.acute is not Acute.IN_HOURS:
        return contact.hours
    return service.phone_hours or service.opening_hours


def _is_for_danger(number: EmergencyNumber) -> bool:
    return len(_digits(number.phone)) == _DIGITS_OF_DANGER


def _digits(phone: str) -> str:
    return "".join(filter(str.isdigit, phone))


def _contacts(handbook: Handbook, listed: set[str]) -> Iterator[Answers]:
    """The marked contacts, child welfare first; one whose number stands in the list of numbers is not said again."""
    marked = [(service, contact) for service, contact in handbook.contacts if contact.acute]
    order = list(Acute)
    marked.sort(key=lambda one: (takes_turns(one[0]) not in _FIRST, order.index(one[1].acute or Acute.ALWAYS)))
    for service, contact in marked:
        phone = answering(contact, handbook.today).first.phone
        if _digits(phone or "") not in listed:
            yield _answers(service, contact, phone)


def _answers(service: Service, contact: Contact, phone: str | None) -> Answers:
    alone = sum(bool(other.acute) for other in service.contacts) == 1
    assert contact.acute
    return Answers(
        name=service.label if alone else contact_name(service, contact),
        role=contact.role,
        phone=phone,
        acute=contact.acute,
        hours=hours_of(service, contact),
        takes_turns=takes_turns(service),
        reference=Actor.of(service.id, contact.id),
    )


def _days_off(municipality: Municipality, first: int, last: int) -> Iterator[DayOff]:
    said = {short.day: short for short in municipality.short_days}
    for year in range(first, last + 1):
        for date in sorted(public_holidays(year)):
            yield DayOff(date)
        for date, eve in eves(year).items():
            short = said.get(eve)
            yield DayOff(date, short.closes if short else None, known=short is not None)
