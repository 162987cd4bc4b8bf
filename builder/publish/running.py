"""The jobs of a build side by side: none stops another, and one that was lost with its process is run once more."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol

from builder.executors import pool
from builder.i18n import N_
from builder.problem import Message
from builder.publish.failures import PublishError, Unfit
from builder.publish.plan import Job
from builder.publish.run import Outcome, run

_LOST = N_(
    "{slug}: prosessen som bygde, ble borte hver gang, kanskje fordi minnet tok slutt. Det som var publisert før, står "
    "som det var. Bygg med færre samtidig (--jobs), eller på en maskin med mer minne"
)


class Lost(BrokenExecutor):
    """Whoever had a job ended before it was done, or what came of it is not to be published. It may go well again."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A job that came to nothing, and what stopped it. What was published before stands."""

    slug: str
    error: Exception


class Crew(Protocol):
    """Who does the jobs."""

    @property
    def hands(self) -> int:
        """How many jobs they do at the same time."""

    @property
    def at_once(self) -> int:
        """How many jobs to have begun at the same time."""

    def begin(self, job: Job) -> Future[Any]:
        """Has somebody do a job."""

    def end(self, job: Job, future: Future[Any]) -> Outcome:
        """What came of it. Raises BrokenExecutor where it must be done again."""


class Processes:
    """So many processes on this machine; new ones where one of them is killed, for then all of them end."""

    def __init__(self, number: int) -> None:
        self.hands = self.at_once = number
        self._open = ExitStack()

    def __enter__(self) -> Processes:
        self._workers = self._open.enter_context(pool(self.hands))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._open.__exit__(kind, error, at)

    def begin(self, job: Job) -> Future[Outcome]:
        """Has one of them do the job."""
        try:
            return self._workers.submit(run, job)
        except BrokenExecutor:
            self._open.close()
            self._workers = self._open.enter_context(pool(self.hands))
            return self._workers.submit(run, job)

    def end(self, _job: Job, future: Future[Outcome]) -> Outcome:
        """It has published itself."""
        return future.result()


def run_all(jobs: Iterable[Job], crew: Crew) -> Iterator[Outcome | Failure]:
    """Runs jobs side by side, and gives what came of each as it comes.

    Where a process is killed, nobody knows whose fault it was: those that were at work are tried again one by one.
    Raises Unfit, and whatever ends the program.
    """
    lost: list[Job] = []
    yield from _round(deque(jobs), crew, lambda: crew.at_once, lambda job, _: lost.append(job))
    failed: list[Failure] = []
    yield from _round(deque(lost), crew, lambda: 1, lambda job, error: failed.append(_given_up(job, error)))
    yield from failed


def _round(
    waiting: deque[Job], crew: Crew, at_once: Callable[[], int], lost: Callable[[Job, Exception], None]
) -> Iterator[Outcome | Failure]:
    going: dict[Future[Any], Job] = {}
    while waiting or going:
        while waiting and len(going) < at_once():
            job = waiting.popleft()
            try:
                going[crew.begin(job)] = job
            except Unfit:
                raise
            except Exception as error:
                yield Failure(job.slug, error)
        done, _ = wait(going, return_when=FIRST_COMPLETED)
        for future in done:
            job = going.pop(future)
            try:
                yield crew.end(job, future)
            except BrokenExecutor as error:
                lost(job, error)
            except Unfit:
                raise
            except Exception as error:
                yield Failure(job.slug, error)


def _given_up(job: Job, error: Exception) -> Failure:
    return Failure(job.slug, error.__cause__ if isinstance(error.__cause__, PublishError) else lost_each_time(job))


def lost_each_time(job: Job) -> PublishError:
    """What is said where whoever had a job ended, also when it was tried again."""
    return PublishError(Message(_LOST, slug=job.slug))
