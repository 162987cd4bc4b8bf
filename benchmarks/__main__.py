"""Measures, prints a table, and writes build/benchmarks.json.

`python -m benchmarks --only check --size 20` takes one of them, on fewer municipalities.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import check, pdf, search, site
from benchmarks.measuring import ROOT, Row, machine

Measure = Callable[[Path, int], Iterator[Row]]
#: Name -> what measures, and how many municipalities it is for.
BENCHMARKS: dict[str, tuple[Measure, int]] = {
    "check": (check.measure, check.SIZE),
    "search": (search.measure, search.SIZE),
    "site": (site.measure, site.SIZE),
    "pdf": (pdf.measure, 1),
}
RESULT = ROOT / "build" / "benchmarks.json"


def main() -> None:
    """Runs what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", choices=BENCHMARKS)
    parser.add_argument("--size", type=int, help="how many municipalities; the bars are for the number built in")
    arguments = parser.parse_args()
    chosen = [arguments.only] if arguments.only else list(BENCHMARKS)
    console, about = Console(), machine()
    console.print(about)
    results = {name: _measured(name, arguments.size, console) for name in chosen}
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps({"machine": about, "results": results}, indent=2) + "\n", encoding="utf-8")


def _measured(name: str, size: int | None, console: Console) -> list[dict[str, object]]:
    measure, usual = BENCHMARKS[name]
    table = Table("", "measured", "bar", "processor, memory", title=name, title_justify="left")
    with tempfile.TemporaryDirectory() as folder, console.status(f"{name} …"):
        rows = []
        for row in measure(Path(folder), size or usual):
            rows.append(row)
            table.add_row(*_cells(row))
    console.print(table)
    return [asdict(row) | {"reached": row.reached} for row in rows]


def _cells(row: Row) -> tuple[str, str, str, str]:
    bar = f"≤ {row.at_most:.3g}" if row.at_most is not None else ""
    bar = f"≥ {row.at_least:.3g}" if row.at_least is not None else bar
    verdict = {True: "reached", False: "not reached", None: ""}[row.reached]
    return row.name, f"{row.value:.3g} {row.unit}", f"{bar} {verdict}".strip(), row.note


if __name__ == "__main__":
    main()
