"""Memoizes a function: caches its result for an object as long as the object lives."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeVar
from weakref import ref

Thing = TypeVar("Thing")
Result = TypeVar("Result")


def memoize(function: Callable[[Thing], Result]) -> Callable[[Thing], Result]:
    """A function of one object that is computed once for each object. The result must not hold the object.

    Records, declarations and registers never change, and those that municipalities share are the same objects
    for all of them. So what is remembered of a shared record serves every municipality.
    """
    known: dict[int, tuple[ref[Thing], Result]] = {}

    @functools.wraps(function)
    def remembered(thing: Thing) -> Result:
        number = id(thing)  # of records that live; their own hash goes through all that is in them
        found = known.get(number)
        if found is not None:
            return found[1]
        result = function(thing)
        known[number] = ref(thing, lambda _gone: known.pop(number, None)), result
        return result

    return remembered
