"""Days at the ends of the calendar are told as what they are, and those just within make whole pages."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from builder.check.checker import Checked, check
from builder.load.folder import Folder
from builder.model.fields import FIRST_YEAR, LAST_YEAR
from builder.model.kinds import KINDS

from tests.support import MINI, SLUG, TODAY, site_html, varied

FIRST, LAST = dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31)
DAY = re.compile(r"\b20[0-9]{2}-[0-9]{2}-[0-9]{2}\b")


def all_on(day: str, folder: Path, today: dt.date) -> Checked:
    """The miniature handbook with the same day wherever it has one."""
    files = {path.relative_to(MINI).as_posix(): path.read_text(encoding="utf-8") for path in MINI.rglob("*.yml")}
    root = varied(folder, {name: DAY.sub(day, text) for name, text in files.items()})
    return check(Folder(root, KINDS, "mini").load(SLUG), today)


@pytest.mark.parametrize("day", ["0001-01-01", "1599-12-31", "2200-01-01", "9999-12-31"])
def test_a_day_far_from_every_reader_is_told(day: str, tmp_path: Path) -> None:
    told = {problem.message.text() for problem in all_on(day, tmp_path, TODAY).problems if problem.rule == "shape"}
    assert (
        f"«{day}» er for langt unna; skriv en dato fra 1600 til 2199, eller ta den ut om den ikke trengs"
        in " ".join(told)
    )


@pytest.mark.parametrize("today", [FIRST, dt.date(2028, 2, 29), LAST])
@pytest.mark.parametrize("day", [FIRST.isoformat(), "2028-02-29", LAST.isoformat()])
def test_the_first_and_the_last_day_make_findings_and_pages(day: str, today: dt.date, tmp_path: Path) -> None:
    checked = all_on(day, tmp_path, today)
    assert not [
        problem for problem in checked.problems if problem.rule == "shape" and "for langt" in problem.message.text()
    ]
    assert site_html(checked.handbook)
