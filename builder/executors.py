"""Where independent jobs run: one after the other in this process, or side by side in several.

Whoever has jobs takes a `concurrent.futures.Executor`. A cluster's (such as `distributed.Client().get_executor()`)
can stand in for those here: jobs and what they give can be sent between machines.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
Result = TypeVar("Result")


class InThisProcess(Executor):
    """Runs each job when it is submitted."""

    def submit(self, fn: Callable[P, Result], /, *args: P.args, **kwargs: P.kwargs) -> Future[Result]:
        """A future that is done already; what a job raises is raised here."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def executor(processes: int) -> Executor:
    """What runs jobs in so many processes."""
    return ProcessPoolExecutor(processes) if processes > 1 else InThisProcess()
