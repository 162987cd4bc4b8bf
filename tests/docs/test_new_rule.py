"""A new rule is what CONTRIBUTING says: one function with its documentation, in one file."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path

import pytest

from tests.docs.program_copy import program_copy, run
from tests.support import MINI, ROOT

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SECTION = CONTRIBUTING.split("- **A new rule:**")[1].split("\n- **")[0]
BLOCKS = [textwrap.dedent(text) for text in re.findall(r" {2}```python\n(.*?) {2}```\n", SECTION, re.DOTALL)]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the rule that CONTRIBUTING shows."""
    root = program_copy(tmp_path_factory.mktemp("rule"))
    first, _, shown = BLOCKS[0].partition("\n")
    module = root / first.removeprefix("# ")
    before, listed, _ = module.read_text(encoding="utf-8").partition("EXPECTATIONS = ")
    assert listed
    module.write_text(before + shown, encoding="utf-8")
    return root


def test_it_is_one_file() -> None:
    assert [block.partition("\n")[0] for block in BLOCKS] == ["# builder/rules/contact_rules.py"]


def test_it_is_found_and_explained(program: Path) -> None:
    checked = run(program, "-m", "builder", "check", "--handbook", str(MINI), "--format", "json", "--fresh")
    found = [problem for problem in json.loads(checked.stdout) if problem["rule"] == "contact-hours"]
    assert [Path(problem["path"]).name for problem in found] == ["skole.yml"]
    assert found[0]["severity"] == "warning"
    assert found[0]["message"] == "«Rektor» sier ikke når telefonen blir besvart; skriv hours"
    explained = run(program, "-m", "builder", "explain", "contact-hours")
    assert "Den som ringer når ingen svarer, ringer sjelden igjen." in explained.stdout
    assert "opens: 9:00" in explained.stdout
    assert "hours: null" in explained.stdout
