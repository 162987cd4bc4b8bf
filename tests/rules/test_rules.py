"""Each rule says yes to its good example and no to its bad one, and documents itself."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import textwrap

import builder.rules
import pytest
from builder.check.checker import Checked, check
from builder.load.declaration import Declaration
from builder.load.folder import Folder
from builder.load.merge import merged
from builder.load.tree import Mapping, Sequence
from builder.load.yaml_text import parse
from builder.model.kinds import KINDS
from builder.problem import Severity
from builder.rules import registry
from builder.rules.documentation import documentation
from builder.rules.expectation import AnyExpectation, Expectation
from builder.rules.registry import EXPECTATIONS

from tests.support import MINI, SLUG, TODAY

FRAGMENT = "eksempel.yml"


def with_fragment(fragment: str) -> Checked:
    """The miniature handbook with the records of a fragment merged in by id."""
    tree, problems = parse(FRAGMENT, fragment.encode())
    assert problems == []
    assert isinstance(tree, Mapping)
    loaded = Folder(MINI, KINDS, "mini").load(SLUG)
    declarations = list(loaded.declarations)
    for kind, records in tree.fields.items():
        assert kind in KINDS
        assert isinstance(records, Sequence)
        for record in records.items:
            assert isinstance(record, Mapping)
            _merge_in(declarations, kind, record)
    loaded.declarations, loaded.texts[FRAGMENT] = declarations, fragment
    return check(loaded, TODAY)


def _merge_in(declarations: list[Declaration], kind: str, record: Mapping) -> None:
    identity = record.text("id")
    for index, declaration in enumerate(declarations):
        if (declaration.kind, declaration.id) == (kind, identity):
            changed = merged(declaration.tree, record)
            assert isinstance(changed, Mapping)
            declarations[index] = Declaration(kind, identity, changed)
            return
    declarations.append(Declaration(kind, identity, record))


ALL = pytest.mark.parametrize("expectation", EXPECTATIONS, ids=lambda one: one.id)
SHAPE = ("shape", "missing-field", "unknown-field")


def cases(of: str) -> list[object]:
    """Each case that is right, or wrong, with its expectation."""
    return [
        pytest.param(expectation, case, id=f"{expectation.id}-{number}")
        for expectation in EXPECTATIONS
        for number, case in enumerate(getattr(documentation(expectation), of), start=1)
    ]


def problems_of(result: Checked, *rules: str) -> list[str]:
    return [f"{p.mark}: {p.message.text()}" for p in result.problems if p.rule in rules]


@pytest.mark.parametrize(("expectation", "case"), cases("right"))
def test_what_is_right_by_the_documentation_is_let_through(expectation: AnyExpectation, case: str) -> None:
    result = with_fragment(case)
    assert problems_of(result, expectation.id) == []
    assert problems_of(result, *SHAPE) == []


@pytest.mark.parametrize(("expectation", "case"), cases("wrong"))
def test_what_is_wrong_by_the_documentation_is_told_where_it_is(expectation: AnyExpectation, case: str) -> None:
    result = with_fragment(case)
    found = [problem for problem in result.problems if problem.rule == expectation.id]
    assert found
    for problem in found:
        assert problem.severity is expectation.severity
        assert problem.mark.path == FRAGMENT
        assert 1 <= problem.mark.line <= case.count("\n")
        assert problem.message.text().strip()
    assert problems_of(result, *SHAPE) == []


@ALL
def test_the_miniature_handbook_breaks_no_rule(expectation: AnyExpectation, mini_checked: Checked) -> None:
    assert [p for p in mini_checked.problems if p.rule == expectation.id] == []


@ALL
def test_a_rule_has_a_title_a_reason_and_a_source(expectation: AnyExpectation) -> None:
    found = documentation(expectation)
    assert (found.id, found.severity) == (expectation.id, expectation.severity)
    assert found.title.endswith(".")
    assert len(found.title) > 15
    assert len(found.reason.split()) >= 8
    assert len(found.source) > 10
    text = inspect.cleandoc(expectation.text)
    assert text.index("Kilde:") < text.index("Riktig::") < text.index("Feil::")


def test_every_expectation_is_registered_once() -> None:
    modules = [
        importlib.import_module(f"builder.rules.{one.name}") for one in pkgutil.iter_modules(builder.rules.__path__)
    ]
    written = [one for module in modules for one in vars(module).values() if isinstance(one, Expectation)]
    assert {one.id for one in written} == {one.id for one in EXPECTATIONS}
    ids = [one.id for one in EXPECTATIONS]
    assert len(ids) == len(set(ids))
    for module in modules:
        exported = getattr(module, "EXPECTATIONS", None)
        if exported is not None:
            assert (
                set(exported) == {one for one in vars(module).values() if isinstance(one, Expectation)}
                or module is registry
            )


def test_severities_are_severities() -> None:
    assert all(isinstance(expectation.severity, Severity) for expectation in EXPECTATIONS)


def told(fragment: str) -> list[tuple[str, str]]:
    """Rule and message of each finding with a fragment merged in."""
    return [(p.rule, p.message.text()) for p in with_fragment(textwrap.dedent(fragment)).problems]
