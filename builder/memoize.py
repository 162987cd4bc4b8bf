"""Memoizes a function: caches its result for an object as long as the object lives, or for a value for ever."""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, TypeVar
from weakref import ref

Thing = TypeVar("Thing")
Result = TypeVar("Result")
Value = TypeVar("Value", bound=Hashable)
_Known = dict[int, tuple[ref[Any], Any]]
#: The name of a memoized function -> things, each with the result for it.
Results = Mapping[str, list[tuple[Any, Any]]]

#: What each memoized function has computed, by its name.
_KNOWN: dict[str, _Known] = {}
#: The same of functions of values.
_OF_VALUES: dict[str, dict[Any, Any]] = {}


def memoize(function: Callable[[Thing], Result]) -> Callable[[Thing], Result]:
    """A function of one object that is computed once for each object. The result must not hold the object.

    Records, declarations and registers never change, and those that municipalities share are the same objects
    for all of them. So what is remembered of a shared record serves every municipality.
    """
    known: _Known = {}
    _KNOWN[_name(function)] = known

    @functools.wraps(function)
    def remembered(thing: Thing) -> Result:
        number = id(thing)  # of records that live; their own hash goes through all that is in them
        found = known.get(number)
        if found is not None:
            result: Result = found[1]
            return result
        result = function(thing)
        _keep(known, thing, result)
        return result

    return remembered


def memoize_by_value(function: Callable[[Value], Result]) -> Callable[[Value], Result]:
    """A function of a plain value, such as a year, that is computed once for each. There are few of them."""
    known: dict[Value, Result] = {}
    _OF_VALUES[_name(function)] = known

    @functools.wraps(function)
    def remembered(value: Value) -> Result:
        if value not in known:
            known[value] = function(value)
        return known[value]

    return remembered


def results_about(things: Iterable[object]) -> Results:
    """What every memoized function has computed for these things, and for values."""
    living = [(id(thing), thing) for thing in things]
    found = {
        name: [(thing, known[number][1]) for number, thing in living if number in known]
        for name, known in _KNOWN.items()
    }
    of_values = {name: list(known.items()) for name, known in _OF_VALUES.items()}
    return {name: rows for name, rows in (found | of_values).items() if rows}


def recall(results: Results) -> None:
    """Takes what was computed earlier for things and values that are the same, so that it is not computed again."""
    for name in results.keys() & _OF_VALUES.keys():
        _OF_VALUES[name].update(results[name])
    for name in results.keys() & _KNOWN.keys():
        for thing, result in results[name]:
            _keep(_KNOWN[name], thing, result)


def _name(function: Callable[..., object]) -> str:
    return f"{function.__module__}.{function.__qualname__}"


def _keep(known: _Known, thing: object, result: object) -> None:
    number = id(thing)
    known[number] = ref(thing, lambda _gone: known.pop(number, None)), result
