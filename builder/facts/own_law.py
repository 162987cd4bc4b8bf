"""What a municipality has added to the register of law itself: acts, and provisions of acts that all share."""

from __future__ import annotations

from builder.facts.parts import Within
from builder.load.shared import is_shared
from builder.memoize import memoize
from builder.model.handbook import Handbook
from builder.model.law import LAWS, Act, Provision
from builder.problem import Mark

ProvisionIn = Within[Act, Provision]


def is_own(mark: Mark) -> bool:
    """Whether a place is in the municipality's own data. What is made in code has no place, and is nobody's own."""
    return bool(mark.path) and not is_shared(mark.path)


@memoize
def is_own_act(act: Act) -> bool:
    """Whether the municipality has added the whole act. The id of one it adds to is written in its data too."""
    return is_own(act.at("name"))


def own_acts(handbook: Handbook) -> tuple[Act, ...]:
    """The acts the municipality has added."""
    return tuple(act for act in handbook.of(LAWS) if is_own_act(act))


def shared_acts(handbook: Handbook) -> tuple[Act, ...]:
    """The acts that all share, with what the municipality has added to them."""
    return tuple(act for act in handbook.of(LAWS) if not is_own_act(act))


def own_provisions(handbook: Handbook) -> tuple[ProvisionIn, ...]:
    """The provisions the municipality has added to acts that all share."""
    return tuple(
        Within(act, ("provisions", number), act.provisions[number])
        for act in shared_acts(handbook)
        for number in _own_numbers(act)
    )


@memoize
def _own_numbers(act: Act) -> tuple[int, ...]:
    """Which of the provisions of an act are the municipality's own: looked for once in those that all share."""
    return tuple(number for number in range(len(act.provisions)) if is_own(act.at("provisions", number)))
