"""How long is left of a build is told by what has been done: soon enough, and not too often."""

from __future__ import annotations

from itertools import count

import pytest
from builder.cli.pace import Pace, duration


class Time:
    """A clock that goes when it is told to."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def after(jobs: int, hands: int, *took: float) -> str:
    pace = Pace(jobs, lambda: hands)
    for seconds in took:
        pace.ended(seconds)
    return pace.left().text()


def test_nothing_is_said_before_anything_is_known_nor_when_all_is_done() -> None:
    assert after(10, 2) == ""
    assert after(1, 2, 5.0) == ""


@pytest.mark.parametrize(
    ("jobs", "hands", "took", "left"),
    [
        (357, 1, [60.0], "omtrent 6 timer igjen"),  # 355.5 jobs of a minute each
        (357, 8, [60.0], "omtrent 44 minutter igjen"),  # eight at a time, half done
        (357, 8, [30.0, 90.0], "omtrent 44 minutter igjen"),
        (4, 8, [60.0, 60.0, 60.0], "under ett minutt igjen"),
        (11, 2, [14.0], "omtrent 1 minutt igjen"),
        (100, 0, [60.0], "omtrent 98 minutter igjen"),  # no worker is there just now
    ],
)
def test_what_is_left_follows_from_what_has_been_done(jobs: int, hands: int, took: list[float], left: str) -> None:
    assert after(jobs, hands, *took) == left


def test_a_job_that_nobody_knows_the_time_of_counts_as_done_and_no_more() -> None:
    assert after(3, 1, 0, 120.0) == after(2, 1, 120.0) == "omtrent 1 minutt igjen"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "under ett minutt igjen"),
        (59.9, "under ett minutt igjen"),
        (60, "omtrent 1 minutt igjen"),
        (7199, "omtrent 120 minutter igjen"),
        (7200, "omtrent 2 timer igjen"),
        (36_000, "omtrent 10 timer igjen"),
    ],
)
def test_a_time_is_told_as_people_do(seconds: float, said: str) -> None:
    assert duration(seconds).text() == said


def lines(jobs: int, seconds_apart: float) -> list[str]:
    """What is told of a build where nobody watches a bar."""
    time = Time()
    pace = Pace(jobs, lambda: 4, clock=time)
    told = []
    for _ in zip(range(jobs), count(), strict=False):
        time.now += seconds_apart
        pace.ended(4 * seconds_apart)
        if line := pace.line():
            told.append(line.text())
    return told


def test_a_large_build_is_told_of_at_each_tenth() -> None:
    told = lines(357, 10)
    assert len(told) == 9
    assert told[0] == "36 av 357 kommuner, omtrent 53 minutter igjen"
    assert told[-1].startswith("322 av 357 kommuner, omtrent 6 minutter")


def test_a_quick_one_is_told_of_less_and_a_small_one_not_at_all() -> None:
    assert len(lines(357, 0.1)) == 2, "not more often than each quarter of a minute"
    assert lines(10, 0.5) == []
    assert lines(9, 600) == []
