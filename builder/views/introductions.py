"""The register of introductions for leaders: where the handbook is not introduced yet first; and a line for a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.introductions import (
    Introduced,
    Share,
    Workplace,
    expected,
    held,
    introduced,
    is_expected,
    is_held,
    others,
    shares,
    within,
)
from builder.facts.upkeep import is_demonstration
from builder.model.handbook import Handbook
from builder.model.introduction import INTRODUCTIONS, Introduction
from builder.model.place import PLACES, NamedPlace
from builder.model.training import TRAINING
from builder.problem import Message
from builder.rules.answers import lack
from builder.selfcheck import measures
from builder.views import routes
from builder.views.page import Context, Link, Medium, Page, Place
from builder.views.routes import Names

TITLE = INTRODUCTIONS.plural


@dataclass(frozen=True, slots=True)
class WorkplaceRow:
    """A workplace, the service a place belongs to, and what is known of introductions there."""

    link: Link
    service: Link | None
    known: Introduced
    exercises: Sequence[Link]


@dataclass(frozen=True, slots=True)
class Standing:
    """The workplaces: never introduced, those whose time has come, and the others; and those of partners."""

    total: int
    never: Sequence[WorkplaceRow]
    late: Sequence[WorkplaceRow]
    done: Sequence[WorkplaceRow]
    partners: Sequence[WorkplaceRow]


@dataclass(frozen=True, slots=True)
class EventRow:
    """One introduction in the register: by whom, where, and which exercises; `held` when it is done."""

    introduction: Introduction
    by: Link
    where: Sequence[Link]
    exercises: Sequence[Link]
    held: bool


@dataclass(frozen=True, slots=True)
class IntroductionsPage(Context):
    """How it stands, what has been done, and the share of workplaces at each edition; in a demonstration examples."""

    template: ClassVar = "introductions"

    standing: Standing
    register: Sequence[EventRow]
    shares: Sequence[Share]
    example: bool


@dataclass(frozen=True, slots=True)
class IntroducedLine:
    """What the page of a workplace says of it, where the register is, and whether something should have been done."""

    said: Message
    register: Place
    late: bool


def pages(handbook: Handbook, names: Names) -> tuple[Page, ...]:
    """The page; none where nobody has approved or introduced the handbook."""
    if not is_expected(handbook):
        return ()
    context = IntroductionsPage(
        standing=standing(handbook, names),
        register=[_event(handbook, names, one) for one in handbook.introductions],
        shares=shares(handbook) if held(handbook) else (),
        example=is_demonstration(handbook),
    )
    return (Page(routes.INTRODUCED, TITLE, context, medium=Medium.SITE),)


def link(handbook: Handbook) -> Link | None:
    """A link to the page, where there is one."""
    return Link(TITLE, Place(routes.INTRODUCED)) if is_expected(handbook) else None


def standing(handbook: Handbook, names: Names) -> Standing:
    """How it stands, those whose day comes first on top."""
    asked = expected(handbook)
    known = [introduced(handbook, one) for one in asked]
    return Standing(
        total=len(asked),
        never=_rows(names, (one for one in known if one.last is None)),
        late=_rows(names, _by_day(one for one in known if one.last and one.late)),
        done=_rows(names, _by_day(one for one in known if one.last and not one.late)),
        partners=_rows(names, (introduced(handbook, one) for one in others(handbook))),
    )


def line(handbook: Handbook, record: Workplace) -> IntroducedLine | None:
    """When the handbook was introduced at a workplace, and when next; None where there is nothing to say.

    Everybody but staff is given a handbook without the register, so there is no line for them.
    """
    known = (record,) if isinstance(record, NamedPlace) else within(handbook, record)
    if known == (record,):
        found = introduced(handbook, record)
        said = _said(found) if found.last else _not_yet(handbook, found)
    else:
        said = _of_several(handbook, known)
    late = any(lack(handbook, measures.introduced, one) for one in known)
    return IntroducedLine(said, Place(routes.INTRODUCED), late) if said else None


def _said(found: Introduced) -> Message:
    assert found.last is not None
    return Message("Innført {date}, neste {next}", date=found.last.day, next=found.next)


def _not_yet(handbook: Handbook, found: Introduced) -> Message | None:
    if not lack(handbook, measures.introduced, found.workplace):
        return None
    if found.next is None:
        return Message("Ikke innført her ennå")
    return Message("Ikke innført her ennå, avtalt {next}", next=found.next)


def _of_several(handbook: Handbook, known: Sequence[Workplace]) -> Message | None:
    """Of a service with places, or a unit with teams: how many of them are introduced."""
    some = sum(introduced(handbook, one).last is not None for one in known)
    if not some and not any(lack(handbook, measures.introduced, one) for one in known):
        return None
    return Message("Innført på {count} av {total} arbeidsplasser", count=some, total=len(known))


def _by_day(known: Iterable[Introduced]) -> list[Introduced]:
    return sorted(known, key=lambda one: one.next.isoformat() if one.next else "")


def _rows(names: Names, known: Iterable[Introduced]) -> list[WorkplaceRow]:
    return [_row(names, one) for one in known]


def _row(names: Names, known: Introduced) -> WorkplaceRow:
    workplace, last = known.workplace, known.last
    return WorkplaceRow(
        link=names.to(workplace),
        service=names.service(workplace.service) if isinstance(workplace, NamedPlace) else None,
        known=known,
        exercises=_exercises(names, last) if last else (),
    )


def _event(handbook: Handbook, names: Names, one: Introduction) -> EventRow:
    where = [names.service(name) for name in one.services] + [names.record(PLACES, name) for name in one.places]
    return EventRow(one, names.actor(one.by), where, _exercises(names, one), is_held(handbook, one))


def _exercises(names: Names, one: Introduction) -> list[Link]:
    return [names.record(TRAINING, exercise) for exercise in one.exercises]
