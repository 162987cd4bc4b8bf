"""How time and memory grow with the number of municipalities: all sites cold, on all cores, and their check on one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Row, Took, handbok, took
from benchmarks.municipalities import generate

ALL = 357
SIZES = (1, 10, 100, ALL)
#: The bars: seconds by the clock and MiB of a process for all; how much more each may cost than each of a few.
EVERYTHING, MEMORY, DEARER = 300.0, 1024.0, 1.2
#: Where what a run costs for itself no longer hides what a municipality does.
FEW = 10


def measure(folder: Path, size: int) -> Iterator[Row]:
    """For each number up to `size`. Sites are taken away when they are measured: there may be gigabytes of them."""
    built: dict[int, Took] = {}
    for number in [one for one in SIZES if one <= size]:
        handbook = folder / f"handbook-{number}"
        generate(handbook, number)
        build = handbok("build", "--handbook", handbook, "--no-pdf", "--output", folder / "site")
        built[number] = took(build)
        checked = took([*handbok("check", "--handbook", handbook, "--no-source", "--fresh")], one_core=True)
        yield from _rows(number, built[number], checked)
        shutil.rmtree(folder / "site")
    first, last = FEW, max(built)
    if first in built and last > first:
        ratio = (built[last].processor / last) / (built[first].processor / first)
        yield Row(f"each of {last}, against each of {first}", ratio, "times the processor", at_most=DEARER)


def _rows(number: int, built: Took, checked: Took) -> Iterator[Row]:
    name, cores = f"sites of {number}", len(os.sched_getaffinity(0))
    everything = number == ALL
    yield Row(f"{name}, processor", built.processor, "s", note=f"{built.processor / number:.2f} s each")
    yield Row(f"{name}, clock", built.seconds, "s", at_most=EVERYTHING if everything else None, note=f"{cores} cores")
    yield Row(f"{name}, memory", built.mebibytes, "MiB", at_most=MEMORY if everything else None, note="one process")
    yield Row(f"check of {number}, processor", checked.processor, "s", note=str(checked))
    yield Row(f"check of {number}, memory", checked.mebibytes, "MiB")
