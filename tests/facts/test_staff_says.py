"""What may be told of a survey: shares of enough people, and nothing a reader can reckon the others from."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Sequence

import pytest
from builder.facts.staff_says import SMALLEST, SurveyResult, Tally, before, latest, results
from builder.model.handbook import Handbook
from builder.model.staff_question import StaffQuestion
from builder.model.survey import SurveyGroup
from builder.selfcheck.criteria import self_check

from tests.rules.test_rules import with_fragment

SERVICES = ["ppt", "skole", "nav", "bup"]
OTHERS = """
services:
  - {id: nav, name: NAV, category: nav, government: municipality, summary: Arbeid.}
  - {id: bup, name: BUP, category: bup, government: health-trust, summary: Psykisk helse.}
"""


def survey(*groups: str, closed: str = "2026-03-20") -> str:
    return f"  - {{id: s{closed}, closed: {closed}, groups: [{', '.join(groups)}]}}\n"


def group(service: str, answered: int, answers: str) -> str:
    return f"{{services: [{service}], asked: 90, answered: {answered}, answers: [{answers}]}}"


def surveyed(*surveys: str) -> Handbook:
    return with_fragment(f"{OTHERS}surveys:\n{''.join(surveys)}" if surveys else OTHERS).handbook


def told_of(*groups: str) -> SurveyResult:
    found = latest(surveyed(survey(*groups)))
    assert found
    return found


def shown(result: SurveyResult) -> list[str]:
    return [one for found in result.groups for one in found.services]


def split(question: str, *counts: Sequence[int]) -> list[str]:
    """A group for each, with how many agree and how many disagree."""
    return [
        group(service, agree + disagree, f"{{question: {question}, agree: {agree}, disagree: {disagree}}}")
        for service, (agree, disagree) in zip(SERVICES, counts, strict=False)
    ]


def test_the_share_is_of_all_who_answered_and_who_does_not_know_does_not_agree() -> None:
    found = told_of(group("ppt", 10, "{question: effect, agree: 1, partly_agree: 3, partly_disagree: 2, unknown: 2}"))
    assert found.together("internkontroll") == Tally(agree=4, unknown=2, answers=8, n=8)
    tally = found.together("internkontroll")
    assert tally
    assert (tally.percent, tally.percent_unknown) == (50, 25)


def test_a_criterion_is_its_questions_together_and_the_people_of_the_one_fewest_answered() -> None:
    found = told_of(group("ppt", 12, "{question: effect, agree: 12}, {question: followed, disagree: 8}"))
    assert found.together("internkontroll") == Tally(agree=12, unknown=0, answers=20, n=8)
    assert found.together("forankring") is None
    assert found.of("forankring") == ()


@pytest.mark.parametrize(
    ("answered", "seen"),
    [
        # One that is small takes the smallest of the others with it.
        ([(2, 1), (6, 4), (20, 10), (5, 3)], ["skole", "nav"]),
        # Two that are small, and five answers between them, hide each other.
        ([(2, 1), (1, 1), (20, 10), (5, 3)], ["nav", "bup"]),
        # Two that are small, with four answers between them, are not enough.
        ([(2, 0), (1, 1), (20, 10), (5, 3)], ["nav"]),
        # Nobody is hidden by a group where nobody answered.
        ([(0, 0), (6, 4), (20, 10), (5, 3)], ["skole", "nav", "bup"]),
        ([(3, 2), (6, 4), (20, 10), (5, 3)], SERVICES),
        ([(2, 1), (20, 10)], []),
    ],
)
def test_small_groups_are_hidden_also_from_those_who_subtract(answered: list[tuple[int, int]], seen: list[str]) -> None:
    found = told_of(*split("effect", *answered))
    assert shown(found) == seen
    assert found.together("internkontroll")
    assert len(found.groups) + len(found.hidden) == len(answered)


def test_under_five_answers_in_all_are_not_told() -> None:
    found = told_of(*split("effect", (2, 2)))
    assert not found.told
    assert found.together("internkontroll") is None
    assert [one.everybody for one in found.said] == [None]


def test_a_question_few_in_a_group_answered_is_told_of_all_alone() -> None:
    two = "{{question: effect, agree: {}}}, {{question: followed, agree: {}}}"
    found = told_of(group("ppt", 20, two.format(20, 3)), group("skole", 30, two.format(30, 30)))
    effect, followed = found.said
    assert [tally and tally.n for tally in effect.groups] == [20, 30]
    assert followed.groups == (None, None)
    assert followed.everybody
    assert followed.everybody.n == 33
    assert [tally and tally.n for _, tally in found.by_group("internkontroll")] == [20, 30]


def combinations(result: SurveyResult, everyone: Sequence[SurveyGroup]) -> list[tuple[StaffQuestion, int]]:
    """Of each question, how many people there are in whatever can be reckoned by adding and subtracting what is told."""
    found: list[tuple[StaffQuestion, int]] = []
    for said in result.said:
        if not said.everybody:
            continue
        told = [(one, tally.n) for one, tally in zip(result.groups, said.groups, strict=True) if tally]
        for size in range(len(told) + 1):
            left = (sum(count for _, count in some) for some in itertools.combinations(told, size))
            found.extend((said.question, said.everybody.n - people) for people in left)
        found.extend((said.question, count) for _, count in told)
        assert said.everybody.n == sum(one.answers_to(said.question).count for one in everyone)
    return found


def test_nothing_can_be_reckoned_of_fewer_than_five() -> None:
    """Tried with groups of all sizes, where not all answer all: what is left of a total is five or more, or nobody."""
    chance = random.Random(5)
    for _ in range(60):
        groups = []
        for service in SERVICES[: chance.randint(1, 4)]:
            answered = chance.choice([0, 1, 2, 3, 4, 5, 6, 8, 30])
            counts = {
                name: chance.choice([answered, answered, chance.randint(0, answered)]) for name in ("effect", "others")
            }
            answers = ", ".join(f"{{question: {name}, agree: {count}}}" for name, count in counts.items())
            groups.append(group(service, answered, answers))
        found = told_of(*groups)
        for question, people in combinations(found, found.survey.groups):
            assert people == 0 or people >= SMALLEST, (question, groups)
        left = [one for one in found.hidden if one.answered]
        assert len(left) != 1 or not found.groups, groups


def test_what_has_not_closed_is_not_counted_yet() -> None:
    handbook = surveyed(survey(group("ppt", 9, ""), closed="2026-11-23"))
    assert results(handbook) == ()


@pytest.mark.parametrize(("closed", "old"), [("2024-11-22", False), ("2024-11-21", True)])
def test_a_survey_is_old_after_two_years(closed: str, old: bool) -> None:
    found = latest(surveyed(survey(group("ppt", 9, ""), closed=closed)))
    assert found
    assert found.old is old


def test_the_edition_is_the_one_that_was_approved_when_they_were_asked() -> None:
    editions = (
        "editions:\n"
        '  - {id: "2", version: "2026.1", status: approved, by: Leder, date: 2026-09-01}\n'
        '  - {id: "1", version: "2025.1", status: superseded, by: Leder, date: 2025-06-01}\n'
        '  - {id: "3", version: "2027.1", status: draft}\n'
    )
    surveys = [
        survey(group("ppt", n + 8, ""), closed=day) for n, day in enumerate(("2025-05-31", "2026-03-20", "2026-10-01"))
    ]
    handbook = with_fragment(f"{editions}{OTHERS}surveys:\n{''.join(surveys)}").handbook
    assert [(one.survey.closed.year, one.edition) for one in results(handbook)] == [
        (2026, "2026.1"), (2026, "2025.1"), (2025, ""),
    ]  # fmt: skip


def test_the_time_before_is_compared_where_the_questions_are_the_same() -> None:
    effect, both = (
        split("effect", (6, 4)),
        [group("ppt", 9, "{question: effect, agree: 9}, {question: followed, agree: 9}")],
    )
    earlier = survey(*split("effect", (2, 8)), closed="2024-12-01")
    found = before(surveyed(survey(*effect), earlier), "internkontroll")
    assert found
    assert (found[0].survey.closed, found[1].percent) == (dt.date(2024, 12, 1), 20)
    assert before(surveyed(survey(*both), earlier), "internkontroll") is None
    assert before(surveyed(survey(*effect)), "internkontroll") is None
    assert before(surveyed(), "internkontroll") is None


def test_every_criterion_of_the_research_is_asked_about(mini: Handbook) -> None:
    assert {question.criterion for question in StaffQuestion} == {one.id for one in self_check(mini).criteria}
    assert len(StaffQuestion) == 12
