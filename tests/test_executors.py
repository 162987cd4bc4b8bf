"""Jobs that run in this process or in others, by the same interface."""

from __future__ import annotations

import os
from concurrent.futures import Executor, Future, as_completed

import pytest
from builder.executors import InThisProcess, executor


def where(number: int) -> tuple[int, int]:
    return number, os.getpid()


def test_with_one_process_all_is_done_here() -> None:
    with executor(1) as workers:
        assert [workers.submit(where, number).result() for number in range(3)] == [(n, os.getpid()) for n in range(3)]


def test_with_several_it_is_done_elsewhere() -> None:
    with executor(2) as workers:
        found = [future.result() for future in as_completed([workers.submit(where, number) for number in range(3)])]
    assert sorted(number for number, _ in found) == [0, 1, 2]
    assert os.getpid() not in {process for _, process in found}


def test_what_goes_wrong_is_raised_where_it_is_asked_for() -> None:
    workers: Executor = InThisProcess()
    with pytest.raises(ValueError, match="invalid literal"):
        workers.submit(int, "x").result()


def test_a_job_that_is_done_gives_a_future_like_any_other() -> None:
    future = InThisProcess().submit(int, "7")
    assert isinstance(future, Future)
    assert future.done()
