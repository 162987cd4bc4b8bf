"""What is computed once: for an object as long as it lives, for a value for ever, and as an earlier run computed it."""

from __future__ import annotations

from builder.memoize import memoize, memoize_by_value, recall, results_about


class Thing:
    """Something that can be forgotten."""


def test_an_object_is_asked_of_once_and_forgotten_with_it() -> None:
    asked: list[object] = []

    @memoize
    def known(thing: Thing) -> int:
        asked.append(None)
        return len(asked)

    thing = Thing()
    assert (known(thing), known(thing), known(Thing())) == (1, 1, 2)
    results = results_about([thing])
    (rows,) = [rows for name, rows in results.items() if name.endswith("once_and_forgotten_with_it.<locals>.known")]
    assert rows == [(thing, 1)]
    del thing, results, rows
    assert known(Thing()) == 3


def test_what_is_recalled_is_not_computed() -> None:
    @memoize
    def known(thing: Thing) -> str:
        return "computed"

    thing, other = Thing(), Thing()
    name = f"{__name__}.{known.__qualname__}"
    recall({name: [(thing, "recalled")], "no.such.function": [(other, "lost")]})
    assert (known(thing), known(other)) == ("recalled", "computed")
    assert results_about([thing])[name] == [(thing, "recalled")]


def test_a_value_is_asked_of_once_and_recalled() -> None:
    asked: list[int] = []

    @memoize_by_value
    def doubled(number: int) -> int:
        asked.append(number)
        return 2 * number

    name = f"{__name__}.{doubled.__qualname__}"
    recall({name: [(4, 8)]})
    assert (doubled(3), doubled(3), doubled(4)) == (6, 6, 8)
    assert asked == [3]
    assert sorted(results_about([])[name]) == [(3, 6), (4, 8)]
