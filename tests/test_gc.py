"""Garbage collection is off for the work that asks for it, and as it was afterwards."""

from __future__ import annotations

import gc
import weakref

import pytest
from builder.gc import throwing_away, with_garbage_collection, without_garbage_collection


def test_a_part_within_leaves_it_as_the_whole_has_it() -> None:
    assert gc.isenabled()
    with without_garbage_collection():
        with without_garbage_collection():
            assert not gc.isenabled()
        assert not gc.isenabled(), "the inner part must not switch it on for the outer"
        with with_garbage_collection():
            assert gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_where_the_work_fails() -> None:
    with pytest.raises(ValueError, match="no"), without_garbage_collection():
        raise ValueError("no")
    assert gc.isenabled()


class Ring:
    """Refers to itself."""

    def __init__(self) -> None:
        self.me = self


def test_what_a_piece_of_work_leaves_is_thrown_away_and_nothing_before_it_is_looked_through() -> None:
    with without_garbage_collection():
        before = weakref.ref(Ring())
        with throwing_away():
            left, kept = weakref.ref(Ring()), Ring()
        assert left() is None
        assert kept.me is kept
        assert before() is not None
        gc.collect()
        assert before() is None  # it can be found later
    assert gc.isenabled()


def test_it_is_thrown_away_where_the_work_stops_too() -> None:
    left: list[weakref.ref[Ring]] = []

    def stops() -> None:
        left.append(weakref.ref(Ring()))
        raise RuntimeError

    with pytest.raises(RuntimeError), throwing_away():
        stops()
    assert left[0]() is None
    assert gc.isenabled()
