"""Jobs side by side: what stops one stops no other, and one that is lost with its process is run once more."""

from __future__ import annotations

import os
import signal
from concurrent.futures import Future
from pathlib import Path

import pytest
from builder.problem import Message
from builder.publish import running
from builder.publish.failures import PublishError, Unfit
from builder.publish.options import Options
from builder.publish.plan import Job
from builder.publish.run import Outcome
from builder.publish.running import Failure, Processes, run_all

SLUGS = ("alfa", "beta", "gamma", "delta", "epsilon")


def as_told(job: Job) -> Outcome:
    """Does what a file in the output folder says, and notes that it was tried."""
    folder = job.options.output
    tried = folder / f"{job.slug}-{len(list(folder.glob(f'{job.slug}-*')))}"
    tried.touch()
    told = folder / f"{job.slug}.txt"
    what = told.read_text(encoding="utf-8") if told.exists() else ""
    if what == "killed" or (what == "killed once" and tried.name.endswith("-0")):
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "wrong":
        raise ValueError(job.slug)
    return Outcome(job.slug, job.slug, True, ())


@pytest.fixture
def jobs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    monkeypatch.setattr(running, "run", as_told)
    return [Job(slug, Options(handbook=tmp_path, output=tmp_path)) for slug in SLUGS]


def tell(jobs: list[Job], slug: str, what: str) -> None:
    (jobs[0].options.output / f"{slug}.txt").write_text(what, encoding="utf-8")


def ended(jobs: list[Job], processes: int) -> dict[str, Outcome | Failure]:
    with Processes(processes) as crew:
        found = list(run_all(jobs, crew))
    assert sorted(one.slug for one in found) == sorted(SLUGS), "each ends once"
    return {one.slug: one for one in found}


@pytest.mark.parametrize("processes", [1, 3])
def test_a_fault_in_one_stops_no_other(jobs: list[Job], processes: int) -> None:
    tell(jobs, "beta", "wrong")
    found = ended(jobs, processes)
    failure = found.pop("beta")
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, ValueError)
    assert all(isinstance(one, Outcome) for one in found.values())


@pytest.mark.parametrize("processes", [1, 3])
def test_one_that_was_killed_is_run_once_more(jobs: list[Job], processes: int) -> None:
    tell(jobs, "beta", "killed once")
    found = ended(jobs, processes)
    assert all(isinstance(one, Outcome) for one in found.values())
    assert len(list(jobs[0].options.output.glob("beta-*"))) == 2


@pytest.mark.parametrize("processes", [1, 3])
def test_one_that_is_killed_again_is_told_by_name_and_takes_nobody_along(jobs: list[Job], processes: int) -> None:
    tell(jobs, "beta", "killed")
    tell(jobs, "epsilon", "killed")
    found = ended(jobs, processes)
    for slug in ("beta", "epsilon"):
        failure = found.pop(slug)
        assert isinstance(failure, Failure)
        assert str(failure.error).startswith(f"{slug}: prosessen som bygde, ble borte hver gang")
        # One that is begun while the processes are ending is lost before it has run, and then runs once, alone.
        times = len(list(jobs[0].options.output.glob(f"{slug}-*")))
        assert times in ({2} if processes == 1 else {1, 2}), "no more than twice"
    assert all(isinstance(one, Outcome) for one in found.values())


class Counting:
    """Notes how many jobs are begun at the same time, and can refuse."""

    hands = at_once = 2

    def __init__(self, refused: str = "") -> None:
        self.refused, self.going, self.most = refused, 0, 0

    def begin(self, job: Job) -> Future[Outcome]:
        if job.slug == self.refused:
            raise Unfit(Message("Ikke her"))
        self.going += 1
        self.most = max(self.most, self.going)
        future: Future[Outcome] = Future()
        future.set_result(Outcome(job.slug, job.slug, True, ()))
        return future

    def end(self, _job: Job, future: Future[Outcome]) -> Outcome:
        self.going -= 1
        return future.result()


def test_no_more_are_begun_than_there_is_room_for(jobs: list[Job]) -> None:
    crew = Counting()
    assert len(list(run_all(jobs, crew))) == len(SLUGS)
    assert crew.most == 2


def test_where_nobody_can_work_all_ends(jobs: list[Job]) -> None:
    with pytest.raises(PublishError, match="Ikke her"):
        list(run_all(jobs, Counting(refused="gamma")))
