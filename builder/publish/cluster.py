"""A Dask cluster as the place where jobs are done. The one module that knows Dask, which need not be installed."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any

from builder.i18n import N_
from builder.problem import Message
from builder.publish.elsewhere import Elsewhere
from builder.publish.failures import Unfit
from builder.publish.parcels import other_program
from builder.publish.program import Program, differences
from builder.publish.worker import what_runs

#: What installs what a cluster needs.
INSTALL = 'pip install "handbok[cluster]"'
_NOT_INSTALLED = N_(
    "Det som trengs for å bygge på flere maskiner, er ikke installert her ({module}). Installer det med: {command}"
)
_NO_ANSWER = N_("Fikk ikke kontakt med {address}: {reason}. Skriv adressen dask scheduler viser, som tcp://maskin:8786")
_NO_PROGRAM = N_(
    "Arbeiderne på {address} har ikke dette programmet ({reason}). Installer det samme på alle, med: {command}"
)
#: Who tell programmers of what ends here in a sentence.
_TALKATIVE = ("distributed", "distributed.client", "tornado", "tornado.application")
#: Seconds to be answered within, and between each time the workers are counted.
_PATIENCE, _COUNTED = 20, 2.0


@contextmanager
def cluster(address: str, program: Program) -> Iterator[Elsewhere]:
    """The workers of a scheduler, who all have this program. Raises Unfit where there are none to reach or to use."""
    distributed = _installed()
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise Unfit(Message(_NO_ANSWER, address=address, reason=_first_line(error))) from error
    try:
        _refuse_others(client, address, program)
        executor = client.get_executor(pure=False)
        try:
            yield Elsewhere(executor, program, _counted(client), given_up=(_killed(),))
        finally:
            with suppress(Exception):  # the scheduler may be gone, and then there is nothing to end
                executor.shutdown(wait=False)
    finally:
        client.close(timeout=_PATIENCE)


def _installed() -> Any:
    try:
        return import_module("distributed")
    except ModuleNotFoundError as error:
        raise Unfit(Message(_NOT_INSTALLED, module=error.name, command=INSTALL)) from error


def _killed() -> type[Exception]:
    """What is raised where so many workers have ended with a job that the scheduler gives it up."""
    found: type[Exception] = import_module("distributed.scheduler").KilledWorker
    return found


def _refuse_others(client: Any, address: str, program: Program) -> None:
    """Raises Unfit where a worker has another program. Those who come later are asked with each job."""
    answers = client.run(what_runs, dict(program), on_error="return")
    for answer in answers.values():
        if isinstance(answer, Unfit):
            raise answer
        if isinstance(answer, Exception):
            raise Unfit(Message(_NO_PROGRAM, address=address, reason=_first_line(answer), command=INSTALL)) from answer
        machine, there = answer
        if found := differences(program, there):
            raise other_program(machine, found)


def _counted(client: Any) -> Callable[[], int]:
    """How many jobs the workers that are there now do at the same time."""
    at, known = -math.inf, 0

    def now() -> int:
        nonlocal at, known
        if time.monotonic() - at > _COUNTED:
            at, known = time.monotonic(), sum(client.nthreads().values())
        return known

    return now


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
