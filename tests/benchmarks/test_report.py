"""The page of benchmarks says what was measured, and what was not."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from benchmarks.drawing import draw
from benchmarks.measuring import Row

from benchmarks import __main__ as command
from benchmarks import contenders, report

MACHINE = {
    "processor": "En prosessor",
    "cores": 2,
    "load": 0.1,
    "system": "Linux",
    "python": "3.11.2",
    "packages": {"mkdocs": "1.6.1"},
}
ROWS = (
    Row("sites of 1, processor", 4.0, "s"),
    Row("sites of 10, processor", 31.0, "s", at_most=40.0, note="a | b"),
    Row("sites of 10, memory", 1500.0, "MiB", at_most=1024.0),
    Row("ours against Hugo", None, "times", at_least=2.0, note="hugo is not installed"),
)


def result(*rows: Row, size: int = 10) -> dict[str, Any]:
    found = [asdict(row) | {"reached": row.reached} for row in rows]
    return {"date": "2026-11-22", "size": size, "machine": MACHINE, "rows": found}


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(report, "PAGE", tmp_path / "benchmarks.md")
    monkeypatch.setattr(report, "draw", lambda *_: False)
    report.write({"growth": result(*ROWS)})
    return (tmp_path / "benchmarks.md").read_text(encoding="utf-8")


def test_each_row_has_its_bar_and_whether_it_is_reached(page: str) -> None:
    assert "| sites of 10, processor | 31 s | ≤ 40 | yes | a \\| b |" in page
    assert "| sites of 10, memory | 1500 MiB | ≤ 1024 | **no** |  |" in page
    assert "| sites of 1, processor | 4 s |  |  |  |" in page


def test_what_is_not_installed_is_not_measured_and_reaches_nothing(page: str) -> None:
    assert "| ours against Hugo | not measured | ≥ 2 |  | hugo is not installed |" in page


def test_all_bars_stand_in_one_table(page: str) -> None:
    bars = page.partition("## Bars")[2].partition("## ")[0]
    assert "| Many municipalities: sites of 10, memory | 1500 MiB | ≤ 1024 | **no** | 2026-11-22 |" in bars
    assert "sites of 1, processor" not in bars


def test_it_says_when_and_on_what(page: str) -> None:
    assert "2026-11-22, 10 municipalities. En prosessor, 2 cores, load 0.1 at the beginning, Linux" in page
    assert "mkdocs 1.6.1" in page


def test_what_has_not_been_run_says_how(page: str) -> None:
    assert "Not measured yet: `python -m benchmarks --only pdf --write-docs`." in page
    assert report.TITLES.keys() == command.BENCHMARKS.keys()


def test_the_page_in_the_documentation_is_of_this_form() -> None:
    text = report.PAGE.read_text(encoding="utf-8")
    assert text.startswith(report.INTRODUCTION)
    assert [one for one in re.findall(r"^## (.*)$", text, re.MULTILINE) if one != "Bars"] == list(
        report.TITLES.values()
    )


def test_results_of_another_time_are_kept_and_others_are_not_trusted(tmp_path: Path) -> None:
    file = tmp_path / "benchmarks.json"
    assert report.read_results(file) == {}
    file.write_text("{", encoding="utf-8")
    assert report.read_results(file) == {}
    file.write_text(json.dumps({"results": {"check": result(*ROWS), "pdf": []}}), encoding="utf-8")
    assert report.read_results(file).keys() == {"check"}


def test_nothing_is_drawn_of_nothing(tmp_path: Path) -> None:
    assert not draw([], tmp_path / "growth.svg")
    assert not (tmp_path / "growth.svg").exists()


def test_growth_is_drawn_where_matplotlib_is_installed(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    for name in ("one.svg", "other.svg"):
        assert draw(result(*ROWS)["rows"], tmp_path / name)
    text = (tmp_path / "one.svg").read_text(encoding="utf-8")
    assert "municipalities" in text
    assert text == (tmp_path / "other.svg").read_text(encoding="utf-8")


def test_a_contender_that_is_not_there_or_fails_stops_nothing(tmp_path: Path) -> None:
    def failing(package: str) -> contenders.Builder:
        return contenders.Builder("En annen", package, lambda place: None, lambda place: ["false"])

    (tmp_path / "stock").mkdir()
    for package, note in (("finnes-ikke", "finnes-ikke is not installed"), ("pyyaml", "did not build")):
        (row,) = contenders._beside(failing(package), tmp_path / "stock", tmp_path, 1, contenders.Took(1, 1, 1))
        assert (row.value, row.reached) == (None, None)
        assert note in row.note
