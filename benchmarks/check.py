"""`handbok check` of every municipality in Norway, beside PyYAML's own C loader reading the same files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Row, Took, best, handbok, python, took
from benchmarks.municipalities import files_of, generate

SIZE = 357
#: The bars, in seconds, for that many municipalities.
COLD, UNCHANGED, ONE_CHANGED = 12.0, 1.0, 0.3
LOADER = """
import sys, yaml
from pathlib import Path
for path in Path(sys.argv[1]).rglob("*.yml"):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
"""


def measure(folder: Path, size: int) -> Iterator[Row]:
    """Cold, unchanged, and after one change, in a folder of so many municipalities."""
    handbook = folder / "handbook"
    files = files_of(handbook, generate(handbook, size))
    lines = sum(path.read_bytes().count(b"\n") for path in files)
    yield Row("municipal files", len(files), "files", note=f"{lines / len(files):.0f} lines each")
    loader = best([took(python("-c", LOADER, handbook), one_core=True) for _ in range(2)])
    yield Row("PyYAML's C loader alone", loader.processor, "s", note=str(loader))
    check = handbok("check", "--handbook", handbook, "--no-source")
    cold = took([*check, "--fresh"], one_core=True)
    yield Row("cold, seconds of one core", cold.processor, "s", at_most=COLD * size / SIZE, note=str(cold))
    yield Row("cold, against the loader alone", cold.processor / loader.processor, "times")
    unchanged = best([took(check) for _ in range(3)])
    yield Row("unchanged", unchanged.seconds, "s", at_most=UNCHANGED, note=str(unchanged))
    own, shared = handbook / "prove-001" / "municipality.yml", handbook / "common" / "emergency.yml"
    yield from _changed("one municipal file changed", own, check, unchanged, ONE_CHANGED)
    yield from _changed("one shared file changed", shared, check, unchanged, None)
    start = best([took(handbok("--version")) for _ in range(3)])
    yield Row("only to start the program", start.seconds, "s", note=str(start))


def _changed(name: str, path: Path, check: list[str | Path], unchanged: Took, bar: float | None) -> Iterator[Row]:
    """What a change costs: the whole command, and beyond a check of what has not changed."""
    before = path.read_bytes()
    runs = []
    for number in range(3):
        path.write_bytes(before + f"\n# {number}\n".encode())
        runs.append(took(check))
    path.write_bytes(before)
    took(check)
    changed = best(runs)
    yield Row(name, changed.seconds, "s", note=str(changed))
    yield Row(f"{name}: more than unchanged", changed.processor - unchanged.processor, "s", at_most=bar)
