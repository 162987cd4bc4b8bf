"""What is told of the rules: the catalogue of them, and `handbok explain`."""

from __future__ import annotations

import ast

import pytest
from builder.check.catalogue import BUILT_IN, catalogue
from builder.load.yaml_text import parse
from builder.problem import Severity
from builder.rules.documentation import documentation
from builder.rules.expectation import Expectation, Scope, itself
from builder.rules.registry import EXPECTATIONS

from tests.support import ROOT, said_by_handbok


def test_the_catalogue_holds_every_id_once() -> None:
    assert list(catalogue()) == [one.id for one in BUILT_IN] + [expectation.id for expectation in EXPECTATIONS]
    assert len(catalogue()) == len(BUILT_IN) + len(EXPECTATIONS)


def test_every_id_in_the_code_is_in_the_catalogue() -> None:
    """A check that is built in has its id in a constant named RULE or …_RULE."""
    ids = set()
    for path in (ROOT / "builder").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                names = [target.id for target in node.targets if isinstance(target, ast.Name)]
                ids |= {node.value.value for name in names if name == "RULE" or name.endswith("_RULE")}
    assert ids == {one.id for one in BUILT_IN}


@pytest.mark.parametrize(
    "text", ["", "Tittel.", "Tittel.\n\nGrunn.\n\nKilde: x\n", "T.\n\nG.\n\nKilde: x\n\nRiktig::\n\n    a: 1\n"]
)
def test_a_rule_that_lacks_a_part_is_refused(text: str) -> None:
    lame = Expectation("lame", Severity.ERROR, Scope.RECORD, itself, lambda _asked, _law: iter(()), text)
    with pytest.raises(ValueError, match="lame"):
        documentation(lame)


def test_every_case_of_a_sort_is_found_and_the_first_is_the_example() -> None:
    block = "{}::\n\n    a: {}\n\n"
    text = "T.\n\nG.\n\nKilde: x\n\n" + "".join(
        block.format(heading, number) for number, heading in enumerate(("Riktig", "Feil", "Riktig", "Feil"))
    )
    found = documentation(
        Expectation("many", Severity.ERROR, Scope.RECORD, itself, lambda _asked, _law: iter(()), text)
    )
    assert (found.right, found.wrong) == (("a: 0\n", "a: 2\n"), ("a: 1\n", "a: 3\n"))
    assert (found.good, found.bad) == ("a: 0\n", "a: 1\n")


@pytest.mark.parametrize(
    "one", [one for one in catalogue().values() if one.id not in ("yaml", "text-cut")], ids=lambda one: one.id
)
def test_examples_are_yaml(one: object) -> None:
    for example in (one.good, one.bad):  # type: ignore[attr-defined]
        tree, problems = parse("x.yml", example.encode())
        assert tree is not None
        assert problems == []


@pytest.mark.parametrize("rule_id", ["yaml", "text-cut"])
def test_the_examples_of_yaml_are_one_right_and_one_wrong(rule_id: str) -> None:
    assert parse("x.yml", catalogue()[rule_id].good.encode())[1] == []
    assert [problem.rule for problem in parse("x.yml", catalogue()[rule_id].bad.encode())[1]] == [rule_id]


@pytest.mark.parametrize("rule_id", list(catalogue()))
def test_each_id_is_explained(rule_id: str) -> None:
    result = said_by_handbok("explain", rule_id)
    assert (result.returncode, result.stderr) == (0, "")
    one = catalogue()[rule_id]
    said = " ".join(result.stdout.split())
    for part in (rule_id, one.title, one.source, "Riktig:", "Feil:"):
        assert part in said
    assert all(line.strip() in result.stdout for line in one.good.splitlines())


def test_all_rules_are_listed_with_their_severity() -> None:
    lines = said_by_handbok("explain").stdout.splitlines()
    assert lines[0].split() == ["Id", "Alvor", "Regel"]
    assert [line.split()[:2] for line in lines[1:]] == [
        [one.id, {"error": "feil", "warning": "advarsel", "advice": "råd"}[one.severity.value]]
        for one in catalogue().values()
    ]


def test_an_unknown_id_is_told_with_the_nearest() -> None:
    result = said_by_handbok("explain", "law-citaton")
    assert (result.returncode, result.stdout) == (2, "")
    assert " ".join(result.stderr.split()) == (
        "Det finnes ingen regel med id «law-citaton»; mente du «law-citation»? (handbok explain viser alle)"
    )
