"""What a meeting's page says of when it was held is what the check and the self-check ask of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import Document, checked, mini_file, own, site_html, varied

FORUMS, MUNICIPALITY = "lillevik/forums.yml", "lillevik/municipality.yml"


def page(folder: Path, standing: str, started: str, municipality: str = "") -> str:
    """The page of the team, which meets regularly, with another standing."""
    lines = [line for line in mini_file(FORUMS).splitlines() if not line.strip().startswith(("standing:", "started:"))]
    lines.insert(1, f"  started: {started}")
    if standing:
        lines.insert(1, f"  standing: {standing}")
    root = varied(folder, {FORUMS: "\n".join(lines) + "\n", MUNICIPALITY: municipality or mini_file(MUNICIPALITY)})
    return Document(site_html(checked(root).handbook)["moteplasser/team"]).text


@pytest.mark.parametrize(
    ("standing", "started", "said"),
    [
        ("", "2026-11-20", []),
        ("", "2020-01-01", ["Sist avholdtikke registrert"]),
        ("{arranged: 2026-11-20}", "2020-01-01", ["Sist avholdtfredag 20. november 2026 eksempel"]),
        ("{arranged: 2024-01-20}", "2020-01-01", ["Sist avholdtlørdag 20. januar 2024 eksempel for lenge siden"]),
    ],
    ids=["new", "never", "held", "long ago"],
)
def test_a_date_is_marked_as_the_check_marks_it(tmp_path: Path, standing: str, started: str, said: list[str]) -> None:
    text = page(tmp_path, standing, started)
    assert [sentence for sentence in said if sentence not in text] == []
    assert ("Sist avholdt" in text) == bool(said)
    assert ("for lenge siden" in text) == any("for lenge siden" in sentence for sentence in said)


@pytest.mark.parametrize(
    ("started", "said"), [("2019", "2019"), ("2019-08", "august 2019"), ("2019-08-20", "20. august 2019")]
)
def test_a_forum_may_know_only_the_year_it_began(tmp_path: Path, started: str, said: str) -> None:
    assert f"Startet{said}" in page(tmp_path, "", started)


def test_the_date_is_an_example_only_in_a_demonstration(tmp_path: Path) -> None:
    text = page(tmp_path, "{arranged: 2026-11-20}", "2020-01-01", own(mini_file(MUNICIPALITY)))
    assert "Sist avholdtfredag 20. november 2026" in text
    assert "eksempel" not in text
