"""What was measured, as a page of the documentation: nobody types a number."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.drawing import draw
from benchmarks.measuring import ROOT

PAGE = ROOT / "docs" / "developers" / "benchmarks.md"
PICTURE = ROOT / "docs" / "images" / "benchmarks" / "growth.svg"
INTRODUCTION = """# Benchmarks

`make benchmark` wrote this page and its numbers (`python -m benchmarks --write-docs`); the bars stand in `benchmarks/`.
It measures this program beside what others need for the same work, on the demonstration handbook of Risør and on
municipalities made from the two by the hundred, valid and no two alike (`benchmarks/municipalities.py`).

Ratios are of processor time: seconds in all processes, of the user and of the system, the best of two or three runs.
The clock stands beside it, and the most memory that one process had. Trust ratios before seconds: machines differ.
"""
#: What each part of a run is about, in the order of the page.
TITLES = {
    "check": "Checking",
    "site": "The site of one municipality",
    "sites": "Sites and search indexes, beside others",
    "growth": "Many municipalities",
    "pdf": "The book, beside others",
    "search": "Search, beside the theme's own",
}


def write(results: Mapping[str, Mapping[str, Any]]) -> None:
    """Writes the page, and the picture where it can be drawn."""
    growth = results.get("growth", {}).get("rows", ())
    drawn = draw(growth, PICTURE) or (bool(growth) and PICTURE.exists())
    PAGE.write_text("\n".join(_page(results, drawn)), encoding="utf-8")


def _page(results: Mapping[str, Mapping[str, Any]], drawn: bool) -> Iterator[str]:
    yield INTRODUCTION
    yield from _bars(results)
    for name, title in TITLES.items():
        yield f"## {title}\n"
        if name not in results:
            yield f"Not measured yet: `python -m benchmarks --only {name} --write-docs`.\n"
            continue
        yield from _part(results[name])
        if name == "growth" and drawn:
            address = PICTURE.relative_to(ROOT / "docs").as_posix()
            yield f"![Time and memory by the number of municipalities](../{address})\n"


def _bars(results: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """All bars in one table, before the parts they are taken from."""
    barred = [(name, row) for name in TITLES if name in results for row in results[name]["rows"] if bar(row)]
    if barred:
        yield "## Bars\n"
        yield "| | Measured | Bar | Reached | Measured on |"
        yield "|---|---:|---:|---|---|"
        yield from (
            _row({**row, "name": f"{TITLES[name]}: {row['name']}"}, results[name]["date"]) for name, row in barred
        )
        yield ""


def _part(result: Mapping[str, Any]) -> Iterator[str]:
    yield f"{_machine(result)}\n"
    yield "| | Measured | Bar | Reached | Took |"
    yield "|---|---:|---:|---|---|"
    yield from (_row(row, row["note"]) for row in result["rows"])
    yield ""


def _machine(result: Mapping[str, Any]) -> str:
    about = result["machine"]
    packages = ", ".join(f"{name} {version}" for name, version in about["packages"].items())
    size = f", {result['size']} municipalities" if result["size"] > 1 else ""
    return (
        f"{result['date']}{size}. {about['processor']}, {about['cores']} cores, load {about['load']} at the beginning, "
        f"{about['system']}, Python {about['python']}; {packages}."
    )


def _row(row: Mapping[str, Any], last: str) -> str:
    value = "not measured" if row["value"] is None else f"{number(row['value'])} {row['unit']}".strip()
    reached = {True: "yes", False: "**no**", None: ""}[row["reached"]]
    return f"| {_cell(row['name'])} | {value} | {bar(row)} | {reached} | {_cell(last)} |"


def bar(row: Mapping[str, Any]) -> str:
    """The level that is wanted; nothing where there is none."""
    if row["at_most"] is not None:
        return f"≤ {number(row['at_most'])}"
    return f"≥ {number(row['at_least'])}" if row["at_least"] is not None else ""


def number(value: float) -> str:
    """With three digits that mean something."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def read_results(file: Path) -> dict[str, Any]:
    """What was measured before; nothing where that is not known, or was written otherwise."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))["results"]
    except (OSError, ValueError, KeyError):
        return {}
    return {name: part for name, part in found.items() if isinstance(part, dict)}
