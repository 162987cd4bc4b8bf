"""What a worker on another machine does: a parcel in, a parcel out.

Each job has a process of its own there. What it takes of memory goes with it; several can be at work side by side; it
may begin processes of its own, which a worker of a cluster often may not; and the program is the one that lies on the
disk, also where the worker was started before it was replaced.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from pathlib import Path

from builder import clock
from builder.cache.store import forget_gone, private_folder
from builder.executors import ends_with
from builder.publish.failures import PublishError
from builder.publish.parcels import Order, laid_out, packed, result_of, unpacked
from builder.publish.program import Program, program_like
from builder.publish.run import run
from builder.publish.workshop import sweep, workshop

#: Where jobs are done, with what is remembered on this machine.
_JOBS = "jobs"


class Killed(BrokenExecutor):
    """The process that did a job was killed."""


def what_runs(wanted: Program) -> tuple[str, Program]:
    """The name of this machine, and the program it has. Raises Unfit where it cannot do what the other can."""
    return platform.node(), program_like(wanted, platform.node())


def work(parcel: bytes) -> bytes:
    """Does a job in a process of its own. Raises Killed, and RuntimeError for a fault in the program."""
    command = [sys.executable, "-m", __name__, str(os.getpid())]
    ended = subprocess.run(command, input=parcel, capture_output=True, check=False)
    if ended.returncode < 0:
        raise Killed(-ended.returncode)
    if ended.returncode:
        raise _fault(ended.stderr.decode("utf-8", "replace").strip())
    return ended.stdout


def _fault(told: str) -> RuntimeError:
    """What the last line says it was, with all of it for whoever looks for the reason."""
    fault = RuntimeError(told.rpartition("\n")[2])
    fault.add_note(told)
    return fault


def main() -> None:
    """Takes a parcel from the input and gives one to the output; what else is printed goes where errors go."""
    parent = int(sys.argv[1])
    ends_with(lambda: os.getppid() == parent)
    answer = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    made = answered(sys.stdin.buffer.read())
    with os.fdopen(answer, "wb") as opened:
        opened.write(made)


def answered(parcel: bytes) -> bytes:
    """What came of a parcel: a result, or what stopped it."""
    try:
        order = unpacked(parcel, platform.node())
        assert isinstance(order, Order)
        with clock.stopped_at(order.moment), _place() as folder:
            job = laid_out(order, folder)
            outcome = run(job)
            return packed(result_of(outcome, job.options.output / job.slug), {})
    except (PublishError, OSError) as error:
        return packed(error, {})


@contextmanager
def _place() -> Iterator[Path]:
    """A folder to do a job in. What a killed one left is removed by the next on the machine."""
    own = private_folder(_JOBS)
    if own is None:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)
        return
    sweep(own, patience=0)
    forget_gone()
    with workshop(own) as folder:
        yield folder


if __name__ == "__main__":
    main()
