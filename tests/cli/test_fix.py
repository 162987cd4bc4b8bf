"""`handbok fix`: what is safe to mend is mended, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import checked, errors, mini_file, said_by_handbok, varied

SCHOOL = "lillevik/services/skole.yml"


def fixed(folder: Path, name: str, text: str) -> tuple[str, str]:
    """The file afterwards, and what was said."""
    root = varied(folder, {name: text})
    result = said_by_handbok("fix", "--handbook", str(root), "--yes")
    assert result.returncode == 0, result.stderr
    return (root / name).read_text(encoding="utf-8"), result.stdout


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("reviewed: 2026-09-01", "reviewed: 01.09.2026", "dato: 01.09.2026 → 2026-09-01"),
        ("role: Rektor", "role: Helsesøster", "nytt navn: Helsesøster → Helsesykepleier"),
        ('["barnevernsloven § 13-2"]', "[barnevernloven § 6-4]", "bestemmelsen har flyttet: barnevernloven § 6-4 →"),
    ],
)
def test_what_is_written_in_an_old_way_is_written_in_ours(tmp_path: Path, before: str, after: str, said: str) -> None:
    text = mini_file(SCHOOL)
    assert before in text
    found, told = fixed(tmp_path, SCHOOL, text.replace(before, f"{after} # se her"))
    assert said in told
    assert after not in found
    assert "# se her" in found
    assert errors(checked(tmp_path / "handbook")) == []


def test_a_number_is_grouped_as_ours(tmp_path: Path) -> None:
    found, told = fixed(tmp_path, SCHOOL, mini_file(SCHOOL).replace("phone: 00 00 00 01", "phone: 22222222", 1))
    assert "telefonnummer: 22222222 → 22 22 22 22" in told
    assert "phone: 22 22 22 22\n" in found


@pytest.mark.parametrize(
    "text", ["note: Den gamle helsesøsteren.", "note: Møtet 01.02.2026.", "note: «Helsesøster» sa de."]
)
def test_running_text_and_what_is_right_stay(tmp_path: Path, text: str) -> None:
    before = f"{mini_file(SCHOOL)}{text}\n"
    found, told = fixed(tmp_path, SCHOOL, before)
    assert found == before
    assert "Ingenting å endre." in told


def test_a_day_that_is_not_in_the_calendar_is_left_for_somebody_to_see(tmp_path: Path) -> None:
    before = mini_file(SCHOOL).replace("reviewed: 2026-09-01", "reviewed: 31.02.2026")
    assert fixed(tmp_path, SCHOOL, before)[0] == before


def test_nobody_to_ask_means_that_nothing_is_written(tmp_path: Path) -> None:
    root = varied(tmp_path, {SCHOOL: mini_file(SCHOOL).replace("2026-09-01", "01.09.2026", 1)})
    result = said_by_handbok("fix", "--handbook", str(root))
    assert result.returncode == 2
    assert "--yes" in result.stderr
    assert "01.09.2026" in (root / SCHOOL).read_text(encoding="utf-8")
