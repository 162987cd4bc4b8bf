"""Measures, prints tables, and writes build/benchmarks.json.

`python -m benchmarks --only check --size 20` takes one of them, on fewer municipalities; what was measured of the
others stands. `--write-docs` writes the page of the documentation from all of it (`--only none`: and measures nothing).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import check, contenders, growth, pdf, report, search, site
from benchmarks.measuring import ROOT, Failed, Row, compiled, machine

Measure = Callable[[Path, int], Iterator[Row]]
#: Name -> what measures, and how many municipalities it is for.
BENCHMARKS: dict[str, tuple[Measure, int]] = {
    "check": (check.measure, check.SIZE),
    "site": (site.measure, site.SIZE),
    "sites": (contenders.sites, 1),
    "growth": (growth.measure, growth.ALL),
    "pdf": (pdf.measure, 1),
    "search": (search.measure, search.SIZE),
}
RESULT = ROOT / "build" / "benchmarks.json"
NONE = "none"
#: The row that tells that a part could not go on.
STOPPED = "stopped here"


def main() -> int:
    """Runs what was asked for. What each part found is kept as soon as it is done. 1 where something of ours failed."""
    arguments = _arguments()
    console, results = Console(), report.read_results(RESULT)
    console.print(machine())
    compiled()
    for name in arguments.only or BENCHMARKS:
        if name != NONE:
            results[name] = _measured(name, arguments.size, console)
            RESULT.parent.mkdir(exist_ok=True)
            RESULT.write_text(json.dumps({"results": results}, indent=2) + "\n", encoding="utf-8")
    if arguments.write_docs:
        report.write(results)
        console.print(f"Written: {report.PAGE.relative_to(ROOT)}")
    return int(any(row["name"] == STOPPED for part in results.values() for row in part["rows"]))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", choices=[*BENCHMARKS, NONE], action="append", help="may be said several times")
    parser.add_argument("--size", type=int, help="how many municipalities; the bars are for the number built in")
    parser.add_argument("--write-docs", action="store_true", help="writes docs/developers/benchmarks.md too")
    return parser.parse_args()


def _measured(name: str, size: int | None, console: Console) -> dict[str, object]:
    measure, usual = BENCHMARKS[name]
    about, table = machine(), Table("", "measured", "bar", "took", title=name, title_justify="left")
    rows = []
    with tempfile.TemporaryDirectory() as folder, console.status(f"{name} …") as status:
        for row in _each(measure(Path(folder), size or usual)):
            rows.append(asdict(row) | {"reached": row.reached})
            table.add_row(*_cells(rows[-1]))
            status.update(f"{name}: {row.name} …")
    console.print(table)
    return {"date": dt.date.today().isoformat(), "size": size or usual, "machine": about, "rows": rows}


def _each(measured: Iterator[Row]) -> Iterator[Row]:
    """What is measured; where a command fails, that, and what was measured before it is kept."""
    try:
        yield from measured
    except Failed as error:
        yield Row(STOPPED, None, "", note=str(error).strip().splitlines()[-1])


def _cells(row: dict[str, object]) -> tuple[str, str, str, str]:
    value = row["value"]
    measured = f"{report.number(value)} {row['unit']}" if isinstance(value, float | int) else "not measured"
    verdict = {True: "reached", False: "not reached"}.get(row["reached"], "")  # type: ignore[call-overload]
    return str(row["name"]), measured, f"{report.bar(row)} {verdict}".strip(), str(row["note"])


if __name__ == "__main__":
    sys.exit(main())
