"""Not doing twice what can be done once, and not looking for garbage where there is none."""

from __future__ import annotations

import functools
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar
from weakref import WeakKeyDictionary

Thing = TypeVar("Thing")
Result = TypeVar("Result")


def once(function: Callable[[Thing], Result]) -> Callable[[Thing], Result]:
    """Remembers what the function gave for each thing, as long as the thing lives. The result must not hold it.

    Records, declarations and registers never change, and those that municipalities share are the same objects
    for all of them. So what is remembered of a shared record serves every municipality.
    """
    known: WeakKeyDictionary[Thing, Result] = WeakKeyDictionary()

    @functools.wraps(function)
    def remembered(thing: Thing) -> Result:
        try:
            return known[thing]
        except KeyError:
            result = known[thing] = function(thing)
            return result

    return remembered


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """For work that makes millions of small objects and no rings of them: looking for rings costs a fifth."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
