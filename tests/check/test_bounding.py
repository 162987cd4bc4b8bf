"""A file with thousands of faults is told with a few of them and how many more there are, and hides no other."""

from __future__ import annotations

import json
import tracemalloc
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from builder.check.bounding import IN_ALL, IN_FILE, bounded
from builder.cli.check import _is_changed
from builder.load.yaml_text import MAX_NODES, parse
from builder.problem import Mark, Message, Problem, Severity, number_of

from tests.support import mini_file, said_by_handbok, varied

SCHOOL = "lillevik/services/skole.yml"
BROKEN = mini_file(SCHOOL).replace("summary:", "sumary:")
#: Nearly as many nodes as one file may have, each of them wrong; and how many findings that is.
FLOODS = {
    "records": ("lillevik/services.yml", "- a:\n" * (MAX_NODES // 3)),
    "fields": ("lillevik/services/x.yml", "".join(f"sumary{n}: x\n" for n in range(MAX_NODES // 2 - 1))),
    "keys": ("lillevik/services/x.yml", "a:\n" * (MAX_NODES // 2 - 1)),
    "points": ("lillevik/services/x.yml", "contacts:\n" + "  - x\n" * (MAX_NODES - 4)),
    "values": ("lillevik/services/x.yml", "aliases:\n" + "  - NULL\n" * (MAX_NODES - 4)),
    "cut": ("lillevik/services/x.yml", "aliases: [" + "Hei,og du, " * (MAX_NODES // 2 - 4) + "x]\n"),
}


def found(path: str, count: int, rule: str = "shape", severity: Severity = Severity.ERROR) -> list[Problem]:
    return [Problem(Mark(path, line + 1), rule, Message("x {n}", n=line), severity) for line in range(count)]


def told(problems: Sequence[Problem]) -> list[Problem]:
    kept = list(bounded(problems))
    assert number_of(kept) == len(problems)
    return kept


def test_few_are_told_as_they_are() -> None:
    problems = found("a.yml", IN_FILE + 1)
    assert told(problems) == problems


def test_of_many_in_a_file_the_first_are_told_and_how_many_more() -> None:
    kept = told(list(reversed(found("a.yml", 1234))))
    assert [one.mark.line for one in kept] == list(range(1, IN_FILE + 2))
    assert kept[-1].text() == f"… og {1234 - IN_FILE} funn til av samme slag i denne fila"
    assert (kept[-1].rule, kept[-1].severity) == ("shape", Severity.ERROR)


def test_neither_another_rule_nor_another_file_is_hidden() -> None:
    one = found("a.yml", 1, "identity-number")[0]
    other = found("b.yml", 1)[0]
    kept = told([*found("a.yml", 5000), one, *found("a.yml", 5000, severity=Severity.WARNING), other])
    assert one in kept
    assert other in kept
    assert len(kept) == 2 * (IN_FILE + 1) + 2


@pytest.mark.parametrize("files", [2, 200, 1001])
def test_of_very_many_files_each_is_told(files: int) -> None:
    kept = told([problem for n in range(files) for problem in found(f"{n}.yml", 60)])
    assert len({one.mark.path for one in kept}) == files
    assert len(kept) <= max(IN_ALL, files) + files


@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_in_one_file_hides_nothing_in_another(tmp_path: Path, flood: str) -> None:
    name, text = FLOODS[flood]
    root = varied(tmp_path, {SCHOOL: BROKEN, name: text})
    common = ("check", "--handbook", str(root))
    data = json.loads(said_by_handbok(*common, "--format", "json").stdout)
    count, lines = sum(one["count"] for one in data), Counter(one["rule"] for one in data if one["path"].endswith(name))
    assert count > MAX_NODES // 3
    assert max(lines.values()) == IN_FILE + 1
    assert any("«sumary»" in one["message"] for one in data)
    for form in ("text", "github", "gitlab"):
        assert "«sumary»" in said_by_handbok(*common, "--format", form).stdout
    text = said_by_handbok(*common, "--all").stdout
    numbers = [int(word) for word in text.splitlines()[-1].replace(",", " ").split() if word.isdigit()]
    assert sum(numbers) == count
    runs = json.loads(said_by_handbok(*common, "--format", "sarif").stdout)["runs"]
    assert sum(one["occurrenceCount"] for one in runs[0]["results"]) == count


@pytest.mark.parametrize("unit", ["- a:\n", "a:\n", "- x\n", "[],", "- {a: {b: c}}\n"])
def test_a_file_may_have_so_many_fields_and_points_and_no_more(unit: str) -> None:
    text = unit * (990_000 // len(unit))
    content = (f"[{text}]" if unit.endswith(",") else text).encode()
    tracemalloc.start()
    tree, problems = parse("f.yml", content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert tree is None
    assert [one.text() for one in problems][-1] == (
        f"fila er for lang: den har mer enn {MAX_NODES} felter og punkter; del den i flere filer"
    )
    assert peak < 40_000_000


def test_as_many_as_that_are_read() -> None:
    tree, problems = parse("f.yml", b"- x\n" * (MAX_NODES - 1))
    assert tree is not None
    assert not problems


def test_what_is_changed_is_told_also_where_it_is_among_many() -> None:
    """`--changed-since` leaves out the lines that are as they were; what stands for many may be on any line."""
    rest = list(bounded(found("a.yml", 200, severity=Severity.WARNING)))[-1]
    assert _is_changed(rest, {"a.yml": frozenset({190})})
    assert not _is_changed(rest, {"b.yml": frozenset({190})})
