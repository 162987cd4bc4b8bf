"""How the self-check goes from edition to edition: kept when one is approved, told as better and worse, to staff alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from builder.facts.approvals import approved_edition
from builder.model.approved_edition import Figure
from builder.model.handbook import Handbook
from builder.selfcheck.criteria import self_check
from builder.selfcheck.editions import earlier, figures, since_approved

from tests.cli.test_approve import NAME, PPT, approve, real
from tests.support import Document, checked, mini_file, own, public, said_by_handbok, site_html, varied

#: A line of the self-check: services that say what they do not do.
DOES_NOT = "service-does-not"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = real(varied(tmp_path, {NAME: own(mini_file(NAME))}))
    assert approve(root).returncode == 0
    return root


def handbook(root: Path) -> Handbook:
    return checked(root).handbook


def worse(root: Path) -> Handbook:
    """As the handbook is when somebody has taken out what a service does not do."""
    text = (root / PPT).read_text(encoding="utf-8")
    assert "does_not: [Gir ikke behandling.]\n" in text
    (root / PPT).write_text(text.replace("does_not: [Gir ikke behandling.]\n", ""), encoding="utf-8")
    return handbook(root)


def test_the_edition_keeps_how_each_line_stands(root: Path) -> None:
    edition = approved_edition(handbook(root))
    assert edition
    # Introductions are expected once a handbook is approved, and not before.
    later = {one for one in figures(self_check(handbook(root))) if not one.line.startswith("workplace-")}
    assert later == {*edition.figures}
    assert edition.by_line[DOES_NOT].held == edition.by_line[DOES_NOT].total
    assert len(edition.by_line) == len(edition.figures)


def test_what_approving_itself_makes_so_is_not_kept(root: Path) -> None:
    edition = approved_edition(handbook(root))
    assert edition
    assert not [line for line in edition.by_line if line.startswith(("text-approved", "handbook-approver"))]


def test_as_long_as_nothing_is_changed_nothing_is_better_or_worse(root: Path) -> None:
    since = since_approved(handbook(root), self_check(handbook(root)))
    assert since
    assert (since.edition.version, since.moved) == ("2026.2", ())
    assert "Alt står som da." in Document(site_html(handbook(root))["egenkontroll"]).text


def test_what_is_worse_is_told_with_what_it_was_and_where(root: Path) -> None:
    found = worse(root)
    since = since_approved(found, self_check(found))
    assert since
    (moved,) = [one for one in since.moved if one.now.line == DOES_NOT]
    assert (moved.better, moved.before.held - moved.now.held, since.worse) == (False, 1, 1)
    page = Document(site_html(found)["egenkontroll"])
    assert "Siden utgave 2026.2 ble godkjent" in page.text
    before, now = (f"{one.held} av {one.total}" for one in (moved.before, moved.now))
    assert f"I orden nå: {now}." in page.text
    assert f"Da utgave 2026.2 ble godkjent: {before}." in page.text
    said = said_by_handbok("status", "--handbook", str(root)).stdout
    assert "Siden utgave 2026.2 ble godkjent" in said
    assert "dårligere" in said


def test_the_edition_before_is_shown_too_and_the_last_one_is_held_against(root: Path) -> None:
    worse(root)
    assert approve(root, "2026.3").returncode == 0
    found = handbook(root)
    known = earlier(found, DOES_NOT)
    assert [one.edition.version for one in known] == ["2026.3", "2026.2"]
    assert known[0].figure.compared(known[1].figure) < 0
    since = since_approved(found, self_check(found))
    assert since
    assert (since.edition.version, since.moved) == ("2026.3", ())


def test_it_is_for_staff_alone(root: Path) -> None:
    edition = approved_edition(public(worse(root)))
    assert edition
    assert edition.figures == ()


def test_a_handbook_nobody_has_approved_says_nothing_of_it(mini: Handbook) -> None:
    assert since_approved(mini, self_check(mini)) is None
    assert "Siden utgave" not in Document(site_html(mini)["egenkontroll"]).text


def test_a_line_of_another_program_is_left_out(root: Path) -> None:
    path = root / "lillevik/editions.yml"
    text = path.read_text(encoding="utf-8").replace(DOES_NOT, "et-annet-sted", 1)
    path.write_text(text, encoding="utf-8")
    assert earlier(handbook(root), DOES_NOT) == ()
    since = since_approved(handbook(root), self_check(handbook(root)))
    assert since
    assert since.moved == ()


@pytest.mark.parametrize(
    ("now", "before", "sign"), [((2, 4), (1, 2), 0), ((3, 4), (1, 2), 1), ((1, 3), (1, 2), -1), ((0, 1), (0, 9), 0)]
)
def test_it_is_the_share_that_is_compared(now: tuple[int, int], before: tuple[int, int], sign: int) -> None:
    one, other = (Figure(line="x", held=held, total=total) for held, total in (now, before))
    found = one.compared(other)
    assert (found > 0) - (found < 0) == sign


def test_tools_get_the_figures(root: Path) -> None:
    (found,) = json.loads(said_by_handbok("status", "--format", "json", "--handbook", str(root)).stdout)
    known = [one["figure"] for row in found["criteria"] for one in row["statements"] if "figure" in one]
    assert {"line", "held", "total"} == set(known[0])
