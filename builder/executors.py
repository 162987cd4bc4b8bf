"""Where independent jobs run: one after the other in this process, or side by side in several.

Whoever has jobs takes a `concurrent.futures.Executor`. That of a cluster (`builder.publish.cluster`) stands in for
those here: jobs and what they give can be sent between machines.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
Result = TypeVar("Result")
#: prctl(2): the signal that this process gets when its parent ends.
_PR_SET_PDEATHSIG = 1


class InThisProcess(Executor):
    """Runs each job when it is submitted."""

    def submit(self, fn: Callable[P, Result], /, *args: P.args, **kwargs: P.kwargs) -> Future[Result]:
        """A future that is done already; what a job raises is raised here."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def executor(processes: int) -> AbstractContextManager[Executor]:
    """What runs jobs in so many processes."""
    return pool(processes) if processes > 1 else InThisProcess()


@contextmanager
def pool(processes: int) -> Iterator[Executor]:
    """So many processes, also where it is one. They end with this one, however it ends; at once when interrupted."""
    given = (tempfile.tempdir,)
    with ProcessPoolExecutor(processes, initializer=_begin, initargs=given) as workers:
        try:
            yield workers
        except (KeyboardInterrupt, SystemExit):
            workers.shutdown(wait=False, cancel_futures=True)
            helpers = multiprocessing.active_children()
            for process in helpers:
                process.kill()
            for process in helpers:
                process.join()
            raise


def _begin(temporary: str | None) -> None:
    """What a process does first. Interrupts are for the one it works for, which then ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    tempfile.tempdir = temporary
    gc.freeze()  # what is imported lives as long as the process: nobody looks for garbage among it
    parent = multiprocessing.parent_process()
    ends_with(lambda: parent is None or parent.is_alive())


def ends_with(parent_lives: Callable[[], bool]) -> None:
    """Has this process end with the one that began it, however that ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if not parent_lives():  # it ended before it was watched
        os._exit(1)
