"""`handbok check`: what it finds is told in every format, and nothing in the data can forge a finding."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import BROKEN, SCHOOL, WARNED, assert_plain
from tests.support import (
    MINI,
    SLUG,
    handbok,
    mini_file,
    said_by_handbok,
    varied,
)


def test_a_good_handbook_has_no_findings() -> None:
    result = handbok("check", "--handbook", str(MINI))
    assert (result.returncode, result.stdout, result.stderr) == (0, "Ingen funn.\n", "")


def test_findings_are_one_line_each_and_counted(tmp_path: Path) -> None:
    root = varied(tmp_path, {SCHOOL: BROKEN})
    result = said_by_handbok("check", "--no-source", "--all", "--handbook", str(root))
    assert result.returncode == 1
    assert result.stdout.splitlines() == [
        f"{root}/{SCHOOL}:5:1: feil: «sumary» er ikke et felt her; mente du «summary»? [unknown-field]",
        f"{root}/{SCHOOL}:1:1: feil: Kort fortalt (summary) mangler [missing-field]",
        "2 feil.",
    ]
    assert_plain(result)


def test_warnings_do_not_fail_a_check(tmp_path: Path) -> None:
    root = varied(tmp_path, {SCHOOL: WARNED})
    result = said_by_handbok("check", "--no-source", "--handbook", str(root))
    assert result.returncode == 0
    assert result.stdout.splitlines() == [
        f"{root}/{SCHOOL}:7:5: advarsel: «Rektor» i Lillevik skole har ingen stedfortreder; "
        "skriv hvem som svarer ved fravær under deputy [contact-deputy]",
        "1 advarsel.",
    ]


def test_findings_as_json(tmp_path: Path) -> None:
    root = varied(tmp_path, {SCHOOL: BROKEN})
    result = said_by_handbok("check", "--handbook", str(root), "--format", "json")
    assert result.returncode == 1
    assert json.loads(result.stdout) == [
        {
            "path": f"{root}/{SCHOOL}",
            "line": 1,
            "column": 1,
            "severity": "error",
            "rule": "missing-field",
            "message": "Kort fortalt (summary) mangler",
            "count": 1,
        },
        {
            "path": f"{root}/{SCHOOL}",
            "line": 5,
            "column": 1,
            "severity": "error",
            "rule": "unknown-field",
            "message": "«sumary» er ikke et felt her; mente du «summary»?",
            "count": 1,
        },
    ]


def test_no_findings_as_json_is_an_empty_list() -> None:
    result = said_by_handbok("check", "--handbook", str(MINI), "--format", "json")
    assert (result.returncode, json.loads(result.stdout)) == (0, [])


def test_findings_for_github_stand_on_the_changed_lines(tmp_path: Path) -> None:
    root = varied(tmp_path, {SCHOOL: WARNED.replace("summary:", "sumary:")})
    result = said_by_handbok("check", "--handbook", str(root), "--format", "github")
    assert result.returncode == 1
    assert result.stdout.splitlines()[:2] == [
        f"::error file={root}/{SCHOOL},line=1,col=1,title=missing-field::Kort fortalt (summary) mangler",
        f"::error file={root}/{SCHOOL},line=5,col=1,title=unknown-field::«sumary» er ikke et felt her; mente du «summary»?",
    ]


def test_a_finding_cannot_forge_another_for_github(tmp_path: Path) -> None:
    text = mini_file(SCHOOL).replace("category: school", 'category: "x%\\n::error file=a,line=1::falsk"')
    result = said_by_handbok("check", "--handbook", str(varied(tmp_path, {SCHOOL: text})), "--format", "github")
    assert result.returncode == 1
    assert [line for line in result.stdout.splitlines() if line.startswith("::error file=a,")] == []
    assert "x%25 ::error file=a,line=1::falsk" in result.stdout


def test_a_finding_cannot_forge_another_on_the_screen(tmp_path: Path) -> None:
    text = mini_file(SCHOOL).replace("category: school", 'category: "x\\nIngen funn. [bold]\\e[2J"')
    result = said_by_handbok("check", "--handbook", str(varied(tmp_path, {SCHOOL: text})))
    assert result.returncode == 1
    assert "\x1b" not in result.stdout
    assert not any(line.startswith("Ingen funn.") for line in result.stdout.splitlines())


def test_only_the_municipalities_asked_for_are_checked(tmp_path: Path) -> None:
    root = varied(tmp_path, {SCHOOL: BROKEN})
    shutil.copytree(MINI / SLUG, root / "storevik")
    identity = (root / "storevik" / "municipality.yml").read_text().replace("id: lillevik", "id: storevik")
    (root / "storevik" / "municipality.yml").write_text(identity)
    assert said_by_handbok("check", "storevik", "--handbook", str(root)).returncode == 0
    assert said_by_handbok("check", "lillevik", "--handbook", str(root)).returncode == 1
    both = said_by_handbok("check", "--handbook", str(root))
    assert both.returncode == 1
    assert both.stdout.count(f"{SLUG}/services/skole.yml") == 1
    assert said_by_handbok("check", "--all", "--handbook", str(root)).stdout.count(f"{SLUG}/services/skole.yml") == 2


def test_a_finding_in_a_shared_file_is_told_once(tmp_path: Path) -> None:
    root = varied(tmp_path, {"common/glossary.yml": mini_file("common/glossary.yml") + "- {id: x}\n"})
    shutil.copytree(root / SLUG, root / "storevik")
    identity = (root / "storevik" / "municipality.yml").read_text().replace("id: lillevik", "id: storevik")
    (root / "storevik" / "municipality.yml").write_text(identity)
    lines = said_by_handbok("check", "--no-source", "--handbook", str(root)).stdout.splitlines()
    assert len(lines) == len(set(lines)) == 3


@pytest.mark.parametrize("language", ["nn", "en"])
def test_findings_are_told_in_the_language_asked_for(tmp_path: Path, language: str) -> None:
    root = varied(tmp_path, {SCHOOL: BROKEN})
    result = said_by_handbok("check", "--handbook", str(root), "--language", language)
    assert result.returncode == 1
    assert "[unknown-field]" in result.stdout
    assert "summary" in result.stdout
    assert "Project-Id-Version" not in result.stdout
    assert_plain(result)
