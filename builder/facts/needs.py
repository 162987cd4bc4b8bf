"""What families need across services: what each service does about it, what takes long, and what is said to be duty."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from builder.facts.parts import Within
from builder.facts.paths import disagreement_route
from builder.memoize import memoize
from builder.model.deadline import Deadline
from builder.model.handbook import Handbook
from builder.model.need import FamilyNeed, InCharge
from builder.model.pathway import Pathway
from builder.model.vocabulary import DeadlineUnit

SideIn = Within[FamilyNeed, InCharge]

#: Words that say that somebody must, in both written standards. In this house only law says so (see CONTRIBUTING).
_MUST = re.compile(r"\b(skal|plikt\w*|(lov)?pålagt\w*|lovpålagd\w*)\b", re.IGNORECASE)
#: The most of each unit that is within a month. When that has passed, forvaltningsloven § 11 a has somebody told that
#: there is no answer yet: so long nobody should have to wait for help, or lay out money without knowing who pays it.
#: Hours are never so many.
_WITHIN_A_MONTH = {
    DeadlineUnit.DAYS: 31,
    DeadlineUnit.WORKING_DAYS: 23,
    DeadlineUnit.WEEKS: 4,
    DeadlineUnit.MONTHS: 1,
}


@dataclass(frozen=True, slots=True)
class PartIn:
    """What somebody does about a need: the fields in which they are named."""

    need: FamilyNeed
    fields: tuple[str, ...]


@memoize
def sides(handbook: Handbook) -> tuple[SideIn, ...]:
    """Each side of each need: who decides, who pays, who advances, who is asked."""
    return tuple(Within(need, (name,), side) for need in handbook.needs for name, side in need.sides)


def parts_of(handbook: Handbook, actors: Collection[str]) -> tuple[PartIn, ...]:
    """The needs in which any of some roles, contacts or services decide, pay, advance or are asked."""
    found = (PartIn(need, _fields_naming(need, actors)) for need in handbook.needs)
    return tuple(part for part in found if part.fields)


def _fields_naming(need: FamilyNeed, actors: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name, side in need.sides if any(who.is_in(one) for who in side.who for one in actors))


def takes_long(deadline: Deadline | None) -> bool:
    """Whether a decision may take more than a month. Nothing is known of one that does not say."""
    if deadline is None or deadline.amount is None or deadline.unit is None:
        return False
    return deadline.amount > _WITHIN_A_MONTH.get(deadline.unit, deadline.amount)


def is_said_to_be_a_duty(side: InCharge) -> bool:
    """Whether readers are told that somebody must: by its mark, or by what the text says."""
    return side.duty or bool(side.how and _MUST.search(side.how))


def route_for(handbook: Handbook, need: FamilyNeed) -> Pathway | None:
    """The municipality's own way to a decision, for a need that names nobody to ask when services disagree."""
    return None if need.disagreement else disagreement_route(handbook)
