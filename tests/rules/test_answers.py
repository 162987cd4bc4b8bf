"""Expectations asked of whole handbooks: what the check finds is what does not hold, no more and no less."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from builder.check.checker import Checked, check
from builder.facts.parts import Within
from builder.load.folder import Folder
from builder.model.kinds import KINDS
from builder.model.service import SERVICES
from builder.problem import Mark
from builder.rules import contact_rules, forum_life_rules
from builder.rules.answers import answers, finding, holds, marks
from builder.rules.expectation import Answer, AnyExpectation, File, Lack, Scope, owner

from tests.rules.test_rules import ALL, with_fragment
from tests.support import MINI, ROOT, TODAY

HANDBOOKS = (("risor", ROOT / "handbook"), ("harstad", ROOT / "handbook"), ("lillevik", MINI))


@pytest.fixture(scope="module", params=HANDBOOKS, ids=lambda one: one[0])
def handbook_and_files(request: pytest.FixtureRequest) -> tuple[Checked, list[File]]:
    slug, root = request.param
    loaded = Folder(root, KINDS, "x").load(slug)
    return check(loaded, TODAY), [File(path, text) for path, text in loaded.texts.items()]


def every_answer(expectation: AnyExpectation, result: Checked, files: list[File]) -> Iterator[Answer[object]]:
    if expectation.scope is Scope.FILE:
        return (answer for file in files for answer in expectation.answers(file, file))
    return iter(answers(result.handbook, expectation))


def does_hold(expectation: AnyExpectation, asked: object, result: Checked) -> bool:
    context = {Scope.HANDBOOK: result.handbook, Scope.RECORD: result.handbook.law, Scope.FILE: asked}
    return expectation.holds(asked, context[expectation.scope])


@ALL
def test_what_is_found_and_what_is_accepted_is_what_was_asked_and_did_not_hold(
    expectation: AnyExpectation, handbook_and_files: tuple[Checked, list[File]]
) -> None:
    result, files = handbook_and_files
    asked = list(every_answer(expectation, result, files))
    failed = [answer for answer in asked if not answer.holds]
    held = sum(does_hold(expectation, answer.asked, result) for answer in asked)
    assert len(failed) == len(asked) - held
    found = {p for p in result.problems if p.rule == expectation.id}
    accepted = {one.problem for one in result.accepted if one.problem.rule == expectation.id}
    assert {(p.mark, p.message) for p in found | accepted} == {
        (one.mark, one.message) for answer in failed for one in answer.findings
    }


@ALL
def test_each_thing_is_asked_once(expectation: AnyExpectation, handbook_and_files: tuple[Checked, list[File]]) -> None:
    result, _ = handbook_and_files
    asked = [answer.asked for answer in answers(result.handbook, expectation)]
    things = [(owner(one), one.value if isinstance(one, Within) else None) for one in asked]
    assert len(things) == len(set(things))


def test_one_thing_may_be_asked_for_by_its_place() -> None:
    handbook = with_fragment(
        """
        services:
          - {id: ppt, contacts: [{id: leder, deputy: null, verified: {date: 2026-05-21}}]}
        """
    ).handbook
    service = handbook.find(SERVICES, "ppt")
    assert service is not None
    assert not holds(handbook, contact_rules.deputy, service, "contacts", 0)
    assert holds(handbook, contact_rules.reachable, service, "contacts", 0)
    found = marks(handbook, contact_rules.EXPECTATIONS, service, "contacts", 0)
    assert {name: one.lack for name, one in found.items()} == {
        "contact-deputy": Lack.MISSING,
        "contact-verified": Lack.STALE,
    }
    assert found["contact-deputy"].mark == Mark("eksempel.yml", 3, 34)
    assert finding(handbook, contact_rules.verified, service, "contacts", 1) is None


def test_what_is_not_asked_is_as_expected() -> None:
    fragment = "forums: [{id: team, kind: informal, standing: null}]"
    handbook = with_fragment(fragment).handbook
    (team,) = (forum for forum in handbook.forums if forum.id == "team")
    assert answers(handbook, forum_life_rules.evaluated) == ()
    assert holds(handbook, forum_life_rules.evaluated, team)
