"""Findings that are accepted in the data: hidden until a date, never errors."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from builder.check.checker import Checked, check
from builder.load.folder import Folder
from builder.model.kinds import KINDS
from builder.problem import Severity

from tests.support import MINI, SLUG, TODAY, checked, mini_file, varied

NAME = "lillevik/accepted.yml"
SERVICE = "lillevik/services/skole.yml"
ALONE = "{id: alene, role: Vaktmester, phone: 00 00 00 02, verified: {date: 2026-11-01, by: Rektor, how: Spurte}}"


def accepted(**changes: str) -> str:
    fields = {
        "id": "vaktmester",
        "rule": "contact-deputy",
        "record": "services:skole",
        "reason": "Rollen er under omlegging.",
        "accepted_by": "Rektor",
        "until": "2026-12-31",
    } | changes
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value)


def with_alone(tmp_path: Path, acceptance: str, today: dt.date = TODAY) -> Checked:
    """The miniature handbook with one contact that has no deputy, and an acceptance."""
    service = mini_file(SERVICE)
    root = varied(tmp_path, {SERVICE: service.replace("contacts:\n", f"contacts:\n  - {ALONE}\n"), NAME: acceptance})
    return check(Folder(root, KINDS, "mini").load(SLUG), today)


def rules(result: Checked) -> list[str]:
    return [problem.rule for problem in result.problems]


@pytest.mark.parametrize("target", [{}, {"record": "", "file": "lillevik/services/skole.yml"}])
def test_an_accepted_finding_is_kept_apart(tmp_path: Path, target: dict[str, str]) -> None:
    result = with_alone(tmp_path, accepted(**target))
    assert rules(result) == []
    assert [(one.problem.rule, one.acceptance.id) for one in result.accepted] == [("contact-deputy", "vaktmester")]
    assert result.accepted[0].problem.message.text().startswith("«Vaktmester» i ")


def test_it_is_accepted_through_the_last_day_and_returns_the_day_after(tmp_path: Path) -> None:
    assert rules(with_alone(tmp_path / "a", accepted(until=TODAY.isoformat()))) == []
    after = with_alone(tmp_path / "b", accepted(until=(TODAY - dt.timedelta(days=1)).isoformat()))
    assert sorted(rules(after)) == ["accepted-expired", "contact-deputy"]
    told = next(problem for problem in after.problems if problem.rule == "accepted-expired")
    assert told.severity is Severity.WARNING
    assert told.message.text() == (
        "«vaktmester» gikk ut 2026-11-21, så funnet er tilbake: rett det, eller vurder på nytt og sett ny dato"
    )
    assert str(told.mark) == "mini/lillevik/accepted.yml:6:8"
    assert after.accepted == ()


def test_another_record_and_another_rule_are_not_accepted(tmp_path: Path) -> None:
    assert sorted(rules(with_alone(tmp_path / "a", accepted(record="services:ppt")))) == [
        "accepted-unused",
        "contact-deputy",
    ]
    assert sorted(rules(with_alone(tmp_path / "b", accepted(rule="contact-verified")))) == [
        "accepted-unused",
        "contact-deputy",
    ]


def test_an_acceptance_that_matches_nothing_is_advice(tmp_path: Path) -> None:
    result = checked(varied(tmp_path, {NAME: accepted()}))
    assert [(p.rule, p.severity) for p in result.problems] == [("accepted-unused", Severity.ADVICE)]


def test_an_error_is_never_accepted(tmp_path: Path) -> None:
    name = "lillevik/pathways.yml"
    broken = mini_file(name).replace("responsible: skole.rektor", "responsible: skole.rector", 1)
    root = varied(tmp_path, {name: broken, NAME: accepted(rule="unknown-reference", record="pathways:bekymret-barn")})
    result = checked(root)
    assert "unknown-reference" in rules(result)
    assert not result.ok
    assert result.accepted == ()


@pytest.mark.parametrize(
    ("changes", "rule", "message"),
    [
        (
            {"rule": "contact-deputi"},
            "accepted-unknown-rule",
            "det finnes ingen regel «contact-deputi»; mente du «contact-deputy»?",
        ),
        (
            {"record": "services:skola"},
            "accepted-unknown-target",
            "det finnes ingen post «services:skola»; skriv type og id, som services:ppt",
        ),
        ({"file": "lillevik/roles.yml"}, "shape", "«posten» skal ha nøyaktig én av record og file"),
    ],
)
def test_an_acceptance_that_cannot_work_is_an_error(
    tmp_path: Path, changes: dict[str, str], rule: str, message: str
) -> None:
    result = checked(varied(tmp_path, {NAME: accepted(**changes)}))
    assert [(p.rule, p.severity, p.message.text()) for p in result.problems] == [(rule, Severity.ERROR, message)]


def test_without_acceptances_nothing_is_accepted() -> None:
    assert checked(MINI).accepted == ()
