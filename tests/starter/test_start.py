"""A handbook as it begins, with the shipped library: no errors, and only what a municipality must fill in itself."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest
from builder.starter.answers import STANDARDS
from builder.starter.models import FORUMS, LEVELS, models

from tests.support import said_by_handbok

TO_FILL_IN = {
    "contact-deputy",
    "contact-reachable",
    "contact-verified",
    "forum-arranged",
    "forum-evaluated",
    "handbook-approver",
    "partner-left-out",
    "school-year-known",
    "service-reviewed",
    "text-approved",
}
"""What only the municipality can say."""


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO())


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("levels", ["bti", "tre-nivaer", "none"])
def test_a_start_has_no_errors_and_lacks_what_only_the_municipality_knows(standard: str, levels: str) -> None:
    assert levels == "none" or levels in models(standard, LEVELS)
    made = said_by_handbok(
        "new", "haram", "--email", "a@haram.kommune.no", "--standard", standard,
        "--levels", levels, "--forums", ",".join(models(standard, FORUMS)),
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    checked = said_by_handbok("check", "haram", "--no-source")
    assert checked.returncode == 0, checked.stdout
    own = [line for line in checked.stdout.splitlines() if line.startswith("handbook/haram/")]
    told = {rule for line in own for rule in re.findall(r"\[([\w-]+)\]$", line)}
    assert told <= TO_FILL_IN, [line for line in own if line.rpartition("[")[2].rstrip("]") not in TO_FILL_IN]


def test_the_usual_start_has_no_errors() -> None:
    assert said_by_handbok("new", "0301", "--email", "a@oslo.kommune.no").returncode == 0
    assert said_by_handbok("check").returncode == 0
