"""Garbage collection is off for the work that asks for it, and as it was afterwards."""

from __future__ import annotations

import gc

import pytest
from builder.gc import with_garbage_collection, without_garbage_collection


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
