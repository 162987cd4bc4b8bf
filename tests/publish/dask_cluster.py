"""A small Dask cluster on this machine: a scheduler and workers, each a process as on machines of their own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from builder.publish.plan import WORKSHOP

from tests.support import ROOT

_HERE = ("--host", "127.0.0.1", "--no-dashboard")
_PATIENCE = 60


@dataclass(frozen=True)
class Worker:
    """One of the workers, with what it remembers."""

    process: subprocess.Popen[bytes]
    cache: Path

    def at_work(self) -> bool:
        """Whether there is a job that it does, or did when it was killed."""
        return any((self.cache / "jobs").glob(f"{WORKSHOP}*/handbook"))

    def kill(self) -> None:
        """As when the machine it is on loses its power."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=_PATIENCE)


@dataclass(frozen=True)
class Cluster:
    """Where its scheduler answers, and the workers."""

    address: str
    workers: tuple[Worker, ...]


@contextmanager
def dask_cluster(folder: Path, number: int) -> Iterator[Cluster]:
    """So many workers, whose clock and language are others than here. All ends with it."""
    told = folder / "scheduler.json"
    with ExitStack() as open_:
        open_.enter_context(_running(folder / "s", "scheduler", "--port", "0", "--scheduler-file", str(told), *_HERE))
        wait_until(lambda: told.exists() and told.stat().st_size > 0)
        workers = [open_.enter_context(_worker(folder / str(one), told)) for one in range(number)]
        yield Cluster(json.loads(told.read_text(encoding="utf-8"))["address"], tuple(workers))


@contextmanager
def _worker(folder: Path, scheduler: Path) -> Iterator[Worker]:
    words = ("--scheduler-file", str(scheduler), "--nthreads", "1", "--local-directory", str(folder), *_HERE)
    with _running(folder, "worker", *words) as process:
        yield Worker(process, folder / "husk")


@contextmanager
def _running(folder: Path, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    folder.mkdir()
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    environment = kept | {"PYTHONPATH": str(ROOT), "HANDBOK_CACHE": str(folder / "husk"), "TZ": "Pacific/Kiritimati"}
    with (folder / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *words],
            cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=_PATIENCE)


def wait_until(true: Callable[[], bool]) -> None:
    """Waits, but not for ever."""
    until = time.monotonic() + _PATIENCE
    while not true():
        assert time.monotonic() < until, "it did not come about"
        time.sleep(0.02)
