"""Running a command and noting what it took, and what a measurement is."""

from __future__ import annotations

import compileall
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = (
    "pyyaml", "pydantic", "mkdocs", "mkdocs-material", "markdown", "jinja2", "weasyprint",
    "properdocs", "zensical", "hugo", "pagefind", "mkdocs-to-pdf", "typst",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One thing measured: at most or at least is the level wanted; None where there is none.

    Without a value it was not measured, and the note says why.
    """

    name: str
    value: float | None
    unit: str
    at_most: float | None = None
    at_least: float | None = None
    note: str = ""

    @property
    def reached(self) -> bool | None:
        """Whether the bar was reached; None where there is no bar, or nothing measured."""
        if self.value is None:
            return None
        if self.at_most is not None:
            return self.value <= self.at_most
        return self.value >= self.at_least if self.at_least is not None else None


@dataclass(frozen=True, slots=True)
class Took:
    """What a command took: seconds by the clock and on processors, and the most memory one of its processes had."""

    seconds: float
    processor: float
    mebibytes: float

    def __str__(self) -> str:
        return f"{self.processor:.2f} s, {self.seconds:.2f} s by the clock, {self.mebibytes:.0f} MiB"


class Failed(Exception):
    """A command that was to be measured did not do its work."""


def took(command: Sequence[str | Path], *, one_core: bool = False) -> Took:
    """Runs a command from the project's root. Raises Failed where it does not end well."""
    limited = ["taskset", "--cpu-list", str(min(os.sched_getaffinity(0))), *command] if one_core else command
    with tempfile.NamedTemporaryFile() as result:
        launched = python("-I", "-S", ROOT / "benchmarks" / "launcher.py", result.name, *limited)
        done = subprocess.run(launched, cwd=ROOT, stderr=subprocess.PIPE, check=False)
        if done.returncode:
            raise Failed(f"{' '.join(map(str, command))}\n{done.stderr.decode()}")
        return Took(*json.loads(result.read()))


def compiled() -> None:
    """Compiles the program, as pip has compiled MkDocs: what runs from a checkout may not be kept."""
    compileall.compile_dir(ROOT / "builder", quiet=1)


def best(runs: Sequence[Took]) -> Took:
    """The quickest of several: the one that others on the machine disturbed least."""
    return min(runs, key=lambda run: run.processor)


def python(*arguments: str | Path) -> list[str | Path]:
    """A command in the Python that runs this."""
    return [sys.executable, *arguments]


def handbok(*arguments: str | Path) -> list[str | Path]:
    """The program's own command."""
    return python("-m", "builder", *arguments)


def machine() -> Mapping[str, object]:
    """What the measurements were made on."""
    names = [line.partition(":")[2].strip() for line in _cpu_lines() if line.startswith("model name")]
    return {
        "processor": names[0] if names else platform.processor(),
        "cores": len(os.sched_getaffinity(0)),
        "load": round(os.getloadavg()[0], 2),
        "system": platform.platform(),
        "python": platform.python_version(),
        "packages": {name: found for name in PACKAGES if (found := installed(name))},
    }


def installed(package: str) -> str | None:
    """The version of a package; None where it is not here, and what needs it is not measured."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def unmeasured(name: str, unit: str, package: str) -> Row:
    """What was not measured, because something is not here."""
    return Row(name, None, unit, note=f"{package} is not installed")


def _cpu_lines() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []
