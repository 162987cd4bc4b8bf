"""Switches Python's garbage collection off for work that makes no garbage in rings."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """For work that makes millions of small objects and no reference cycles: looking for those costs a fifth."""
    with _collecting(False):
        yield


@contextmanager
def throwing_away() -> Iterator[None]:
    """For one of many pieces of work that each make much garbage in rings: it is thrown away when the piece is done.

    What was there before is not looked through, however much it is.
    """
    gc.freeze()
    try:
        with without_garbage_collection():
            yield
    finally:
        gc.collect()
        gc.unfreeze()


@contextmanager
def with_garbage_collection() -> Iterator[None]:
    """For a part of such work that makes much garbage in rings all the same."""
    with _collecting(True):
        yield


@contextmanager
def _collecting(wanted: bool) -> Iterator[None]:
    before = gc.isenabled()
    _switch(wanted)
    try:
        yield
    finally:
        _switch(before)


def _switch(on: bool) -> None:
    if on:
        gc.enable()
    else:
        gc.disable()
