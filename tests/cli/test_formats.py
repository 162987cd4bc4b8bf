"""How findings are told: beside the line they are about, and in the formats that tools read."""

from __future__ import annotations

import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from builder.check.catalogue import catalogue
from builder.cli.formats.excerpt import AROUND, Excerpts
from builder.cli.formats.text import as_text
from builder.cli.terminal import Screen
from builder.problem import Mark
from rich.cells import cell_len

from tests.support import MINI, SLUG, checked, mini_file, said_by_handbok, varied

SCHOOL = "lillevik/services/skole.yml"
BROKEN = mini_file(SCHOOL).replace("summary:", "sumary:")
WARNED = mini_file(SCHOOL).replace("    deputy: {role: Inspektør}\n", "")


def report(root: Path, output_format: str) -> Any:
    return json.loads(said_by_handbok("check", "--handbook", str(root), "--format", output_format).stdout)


# --strict


@pytest.mark.parametrize(
    ("content", "arguments", "code"),
    [
        (mini_file(SCHOOL), [], 0),
        (mini_file(SCHOOL), ["--strict"], 0),
        (WARNED, [], 0),
        (WARNED, ["--strict"], 1),
        (BROKEN, [], 1),
        (BROKEN, ["--strict"], 1),
    ],
)
def test_warnings_fail_a_strict_check_only(tmp_path: Path, content: str, arguments: list[str], code: int) -> None:
    root = varied(tmp_path, {SCHOOL: content})
    assert said_by_handbok("check", *arguments, "--handbook", str(root)).returncode == code


# The line with a caret


def test_a_finding_is_told_with_its_line_and_a_caret_below_the_place(tmp_path: Path) -> None:
    root = varied(tmp_path, {SCHOOL: BROKEN})
    lines = said_by_handbok("check", "--handbook", str(root)).stdout.splitlines()
    assert lines == [
        f"{root}/{SCHOOL}:5:1: feil: «sumary» er ikke et felt her; mente du «summary»? … og 1 funn som følger av det "
        "[unknown-field]",
        "    5 │ sumary: Skolen for alle barn i Lillevik.",
        "      │ ^",
        "1 feil. 1 funn til følger av disse: vis det med --all.",
    ]


def test_the_line_can_be_left_out(tmp_path: Path) -> None:
    root = varied(tmp_path, {SCHOOL: BROKEN})
    lines = said_by_handbok("check", "--no-source", "--all", "--handbook", str(root)).stdout.splitlines()
    assert len(lines) == 3
    assert "│" not in "".join(lines)


@pytest.mark.parametrize(
    ("line", "column", "shown", "below"),
    [
        ("name: X", 7, "name: X", "      ^"),
        ("name: blåbær", 12, "name: blåbær", "           ^"),
        ("\tname: X", 2, "    name: X", "    ^"),
        ("a\tb", 3, "a    b", "     ^"),
        ("日本: x", 5, "日本: x", "      ^"),
        ("😀: x", 4, "😀: x", "    ^"),
        ("a\x1b[2Jb", 6, "a\ufffd[2Jb", "     ^"),
        ("a\u202eb", 3, "a\ufffdb", "  ^"),
        ("x", 40, "x", " ^"),
        ("", 1, "", "^"),
        ("x   ", 1, "x", "^"),
    ],
)
def test_the_caret_stands_below_the_character(tmp_path: Path, line: str, column: int, shown: str, below: str) -> None:
    file = tmp_path / "a.yml"
    file.write_text(f"# first\n{line}\nlast\n", encoding="utf-8")
    assert Excerpts().at(Mark(str(file), 2, column)) == (shown, below)


def test_only_the_part_of_a_long_line_around_the_place_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_text("x" * 500 + "HER" + "y" * 500)
    found = Excerpts().at(Mark(str(file), 1, 501))
    assert found is not None
    line, caret = found
    assert line[cell_len(caret) - 1 :].startswith("HER")
    assert len(line) <= 2 * AROUND + 2
    assert line[0] == line[-1] == "…"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_yaml_counts_them(tmp_path: Path, ending: str) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(f"\ufeffa: 1{ending}b: 2{ending}".encode())
    assert Excerpts().at(Mark(str(file), 1, 1)) == ("a: 1", "^")
    assert Excerpts().at(Mark(str(file), 2, 4)) == ("b: 2", "   ^")


def test_there_is_no_excerpt_of_what_cannot_be_read(tmp_path: Path) -> None:
    big = tmp_path / "big.yml"
    big.write_bytes(b"a" * 2_000_000)
    small = tmp_path / "small.yml"
    small.write_bytes(b"a: b\xf8k\n")
    excerpts = Excerpts()
    for path in (tmp_path / "missing.yml", tmp_path, big, Path("a\0b")):
        assert excerpts.at(Mark(str(path))) is None
    assert excerpts.at(Mark(str(small), 9, 1)) is None
    assert excerpts.at(Mark(str(small), 1, 5)) == ("a: b\ufffdk", "    ^")


# GitLab


def test_findings_as_a_code_quality_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = varied(tmp_path, {SCHOOL: WARNED.replace("summary:", "sumary:")})
    monkeypatch.chdir(tmp_path)
    for issue in report(root, "gitlab"):
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["location"] == {
            "path": f"handbook/{SCHOOL}",
            "lines": {"begin": issue["location"]["lines"]["begin"]},
        }
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert re.fullmatch(r"[0-9a-f]{64}", issue["fingerprint"])
    assert [(i["check_name"], i["severity"], i["location"]["lines"]["begin"]) for i in report(root, "gitlab")] == [
        ("missing-field", "critical", 1),
        ("unknown-field", "critical", 5),
    ]
    assert report(varied(tmp_path / "2", {SCHOOL: WARNED}), "gitlab")[0]["severity"] == "minor"


def fingerprints(root: Path, *arguments: str) -> list[str]:
    said = said_by_handbok("check", "--handbook", str(root), "--format", "gitlab", *arguments).stdout
    return [issue["fingerprint"] for issue in json.loads(said)]


def test_a_fingerprint_survives_lines_above_and_another_language(tmp_path: Path) -> None:
    root = varied(tmp_path, {SCHOOL: BROKEN})
    before = fingerprints(root)
    assert before == fingerprints(root, "--language", "en")
    (root / SCHOOL).write_text("# En ny linje\n\n" + BROKEN, encoding="utf-8")
    assert before == fingerprints(root)


def test_equal_findings_have_fingerprints_of_their_own(tmp_path: Path) -> None:
    cited = 'legal_basis: ["barnevernsloven § 13-2"]'
    assert cited in mini_file(SCHOOL)
    text = mini_file(SCHOOL).replace(cited, "legal_basis: [tulleloven § 1, tulleloven § 1]")
    found = fingerprints(varied(tmp_path, {SCHOOL: text}))
    assert len(found) == len(set(found)) >= 2


# SARIF


def test_findings_as_sarif(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = varied(tmp_path, {SCHOOL: BROKEN})
    monkeypatch.chdir(tmp_path)
    log = report(root, "sarif")
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [(r["ruleId"], r["level"], r["message"]["text"]) for r in run["results"]] == [
        ("missing-field", "error", "Kort fortalt (summary) mangler"),
        ("unknown-field", "error", "«sumary» er ikke et felt her; mente du «summary»?"),
    ]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"] == {"uri": f"handbook/{SCHOOL}"}
        assert all(value >= 1 for value in location["physicalLocation"]["region"].values())
        assert len(result["partialFingerprints"]) == 1


def test_sarif_says_what_every_rule_is_for() -> None:
    log = report(MINI, "sarif")
    (run,) = log["runs"]
    assert run["results"] == []
    driver = run["tool"]["driver"]
    assert driver["name"] == "handbok"
    assert [rule["id"] for rule in driver["rules"]] == list(catalogue())
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert "```yaml" in rule["help"]["markdown"]


def test_a_place_outside_the_repository_is_a_whole_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = varied(tmp_path, {SCHOOL: BROKEN})
    shutil.move(root, tmp_path / "mappe med mellomrom")
    monkeypatch.chdir(tmp_path.parent)
    (run,) = report(tmp_path / "mappe med mellomrom", "sarif")["runs"]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == f"{tmp_path.name}/mappe%20med%20mellomrom/{SCHOOL}"
    monkeypatch.chdir("/usr")
    (run,) = report(tmp_path / "mappe med mellomrom", "sarif")["runs"]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.startswith("file:///")


@pytest.mark.parametrize("excerpts", [None, Excerpts()], ids=["alone", "with the lines"])
def test_with_styles_and_without_the_same_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, excerpts: Excerpts | None
) -> None:
    root = varied(tmp_path, {f"{SLUG}/services/ny.yml": 'id: ny\nukjent: "::warning::"\n'})
    problems = checked(root, shown=str(root)).problems

    def told() -> str:
        screen = Screen()
        screen.file = io.StringIO()
        as_text(problems, screen, str, excerpts)
        return screen.file.getvalue()

    plain = told()
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    styled = told()
    assert "\x1b[" in styled
    assert re.sub(r"\x1b\[[0-9;]*m", "", styled) == plain
    assert "«ukjent»" in plain
    assert ('"::warning::"' in plain) is (excerpts is not None)
