"""What is sent between machines: a job with the files it is made from, and what came of it.

Both are bytes, so that whoever carries them need not know what is in them. Before a parcel is opened, the programs are
held against each other: another program could read it wrongly, or make something else of it.
"""

from __future__ import annotations

import datetime as dt
import json
import pickle
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from builder import clock, resources
from builder.check.earlier import older_services
from builder.i18n import N_
from builder.load.listing import found
from builder.load.opener import Unreadable, read
from builder.load.shared import COMMON, is_pinned
from builder.problem import Message, Severity
from builder.publish.failures import Unfit
from builder.publish.plan import Job
from builder.publish.program import Program, differences, program_like
from builder.publish.run import Ground, Outcome

_OTHER_PROGRAM = N_(
    "Arbeideren på {machine} har et annet program enn denne maskinen, og det den bygde, ville ikke passet sammen med "
    "resten ({differences}). Installer det samme på alle, og start arbeiderne på nytt"
)
#: What stands for a file that is no text: nothing is made of it but that it is there.
_NO_TEXT = b"\0"
#: How hard it is pressed together: text to a fifth in little time.
_LEVEL = 1


class NotSent(Exception):
    """There is something among the data that cannot be sent, such as a link: it is told where it lies."""


@dataclass(frozen=True, slots=True)
class Order:
    """A job, when it is, and all that it is made from."""

    job: Job
    moment: dt.datetime
    data: Mapping[str, bytes]
    earlier: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an order, and the files to publish."""

    outcome: Outcome
    files: Mapping[str, bytes]


def ordered(job: Job, ground: Ground) -> Order:
    """The order for a job. Raises NotSent, and OSError."""
    handbook = job.options.handbook
    parts = [*([COMMON] if is_pinned(handbook) else []), job.slug]
    data = {name: content for part in parts for name, content in _files(handbook, part)}
    earlier = {path: content for path, content in ground.earlier.items() if content is not None}
    older = tuple(older_services(handbook / job.slug)) if job.older is None else job.older
    return Order(replace(job, older=older), clock.now(), data, earlier)


def _files(handbook: Path, part: str) -> Iterator[tuple[str, bytes]]:
    """The files of a part of a data folder, by their paths below that."""
    there = found(str(handbook / part))
    if any(other.severity is Severity.ERROR for other in there.others):
        raise NotSent(part)
    for path in there.data:
        try:
            yield _below(handbook, path), read(path)
        except Unreadable as error:
            raise NotSent(path) from error
    for path in there.beside:
        yield _below(handbook, path), _beside(path)


def _below(folder: Path, path: str) -> str:
    return Path(path).relative_to(folder).as_posix()


def _beside(path: str) -> bytes:
    try:
        content = read(path)
    except Unreadable:
        return _NO_TEXT
    return _NO_TEXT if _NO_TEXT in content else content


def laid_out(order: Order, folder: Path) -> Job:
    """The job as it is done in a folder of its own, with its files there."""
    handbook, previous = folder / "handbook", folder / "previous"
    _write(order.data, handbook)
    _write(order.earlier, previous / order.job.slug)
    options = replace(
        order.job.options,
        handbook=handbook,
        previous=previous,
        output=folder / "output",
        config_file=resources.CONFIG_FILE,
        fresh=True,
        processes=1,
    )
    return replace(order.job, options=options, processes=1)


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def result_of(outcome: Outcome, published: Path) -> Result:
    """What came of a job, with the files that it published."""
    files = {
        path.relative_to(published).as_posix(): path.read_bytes() for path in published.rglob("*") if path.is_file()
    }
    return Result(outcome, files)


def packed(content: object, program: Program) -> bytes:
    """What is sent, from one who has this program."""
    pressed = zlib.compress(pickle.dumps(content, pickle.HIGHEST_PROTOCOL), _LEVEL)
    return json.dumps(dict(program)).encode() + b"\n" + pressed


def unpacked(parcel: bytes, machine: str = "") -> object:
    """What was sent. Raises Unfit where this machine, which the message names, has another program than the sender."""
    told, _, pressed = parcel.partition(b"\n")
    wanted = json.loads(told)
    if found := differences(wanted, program_like(wanted, machine)):
        raise other_program(machine, found)
    return pickle.loads(zlib.decompress(pressed))


def other_program(machine: str, found: str) -> Unfit:
    """What is said of a machine whose program is not the same."""
    return Unfit(Message(_OTHER_PROGRAM, machine=machine, differences=found))
