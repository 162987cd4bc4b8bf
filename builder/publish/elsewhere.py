"""Jobs that are done on other machines: sent there with their data, and published here when they come back.

The workers need the same program, and nothing else: no disk in common, no data, no place to publish. What is published,
locked and remembered is so on this machine alone, as when the jobs are done here.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future
from pathlib import PurePosixPath
from typing import Any

from builder.executors import InThisProcess
from builder.i18n import N_
from builder.problem import Message
from builder.publish.failures import Unfit, written_to
from builder.publish.parcels import NotSent, Result, ordered, packed, unpacked
from builder.publish.plan import Job
from builder.publish.program import Program
from builder.publish.run import Ground, Outcome, changed_meanwhile, ground_of, publish, run
from builder.publish.running import Lost, lost_each_time
from builder.publish.staging import Staging
from builder.publish.worker import work

_GONE = N_(
    "Den som fordeler arbeidet, svarer ikke lenger. Det som ikke er bygd, står som det var. Start den igjen, og bygg "
    "på nytt: det som er bygd, blir ikke bygd igjen"
)
#: Jobs on their way for each worker, and at the least.
_AHEAD, _LEAST = 2, 8


class Elsewhere:
    """Whoever an executor has for workers, with the program they must have.

    `hands` says how many workers there are now; `given_up` are raised of a job that was killed with several of them.
    """

    def __init__(
        self,
        executor: Executor,
        program: Program,
        hands: Callable[[], int],
        given_up: tuple[type[Exception], ...] = (),
    ) -> None:
        self._executor = executor
        self._program = program
        self._hands = hands
        self._given_up = given_up
        self._sent: dict[str, Ground] = {}

    @property
    def hands(self) -> int:
        """How many jobs they do at the same time."""
        return self._hands()

    @property
    def at_once(self) -> int:
        """So many that no worker waits, and more come where they do when asked; no more, for results take room here."""
        return max(_LEAST, _AHEAD * self._hands())

    def begin(self, job: Job) -> Future[Any]:
        """Sends a job. One whose data cannot be sent is done here: there is an error among them to tell of."""
        self._sent[job.slug] = ground_of(job)
        try:
            parcel = packed(ordered(job, self._sent[job.slug]), self._program)
        except NotSent:
            return InThisProcess().submit(run, job)
        return self._executor.submit(work, parcel)

    def end(self, job: Job, future: Future[Any]) -> Outcome:
        """Publishes what has come back. Raises Lost, and what stopped the job."""
        try:
            result = future.result()
        except CancelledError as error:
            raise Unfit(Message(_GONE)) from error
        except self._given_up as error:
            raise lost_each_time(job) from error
        if isinstance(result, Outcome):
            return result
        answer = unpacked(result)
        if isinstance(answer, Result):
            return self._published(job, answer)
        assert isinstance(answer, Exception)
        raise answer

    def _published(self, job: Job, result: Result) -> Outcome:
        output = job.options.output
        with written_to(output), Staging.opened(output, job.slug) as place:
            place.write({name: content for name, content in result.files.items() if _inside(name)})
            if not publish(job, place, result.outcome, self._sent.pop(job.slug)):
                raise Lost from changed_meanwhile(job)
        return result.outcome


def _inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts
