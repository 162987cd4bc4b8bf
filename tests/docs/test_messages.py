"""How to read a message: the commands run as they stand, the one shown is what is said, and each slip is one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.recipes import Reader
from tests.support import ROOT, SLUG, checked, findings, mini_file, said_by_handbok, varied

TEXT = (ROOT / "docs" / "redaktor" / "feilmeldinger.nb.md").read_text(encoding="utf-8")
SCHOOL = f"{SLUG}/services/skole.yml"
#: What is written, and what is better, on each row of the table that shows it.
SLIPS = re.findall(r"^\| `(\w+: ?\S.*?|name:PPT)` \|.*\| `(\w+: .*?)` \|$", TEXT, re.MULTILINE)


def test_the_commands_can_be_run_as_they_stand(tmp_path: Path) -> None:
    Reader(tmp_path).follow(TEXT)


def test_the_message_that_is_shown_is_what_is_said(tmp_path: Path) -> None:
    text = mini_file(SCHOOL).replace("government: municipality", "government: kommune")
    root = varied(tmp_path, {SCHOOL: text})
    said = said_by_handbok("check", "--handbook", str(root)).stdout.replace(f"{root}/", "handbook/")
    shown = re.search(r"```\n(handbook/.*?)```", TEXT, re.DOTALL)
    assert shown is not None
    assert said.startswith(shown.group(1))


@pytest.mark.parametrize(("slip", "better"), SLIPS)
def test_each_slip_is_found_and_what_is_better_is_not(tmp_path: Path, slip: str, better: str) -> None:
    def misread(written: str, folder: Path) -> list[str]:
        key = written.partition(":")[0]
        known = re.sub(rf"(?m)^{key}:.*\n", "", mini_file(SCHOOL))
        if key == "date":
            known, written = mini_file(SCHOOL), ""
            known = known.replace("date: 2026-10-01", slip if folder.name == "galt" else better)
        folder.mkdir()
        told = findings(checked(varied(folder, {SCHOOL: f"{written}\n{known}"})))
        return [rule for _, rule, _ in told if rule in ("yaml", "text-cut", "shape")]

    assert len(SLIPS) == 5
    assert misread(slip, tmp_path / "galt")
    assert misread(better, tmp_path / "riktig") == []
