"""What may be written of a survey among staff: counts that can be so, of the questions there are, and no words."""

from __future__ import annotations

import pytest
from builder.model.base import Part
from builder.model.description import described
from builder.model.formats import PROSE, TEXT
from builder.model.staff_question import StaffQuestion
from builder.model.survey import SURVEYS, StaffSurvey, SurveyAnswers, SurveyGroup

from tests.rules.test_rules import told
from tests.support import ROOT


def errors_of(*groups: str) -> list[str]:
    found = told(f"surveys: [{{id: var, closed: 2026-03-20, groups: [{', '.join(groups)}]}}]")
    return [message for rule, message in found if rule not in {"survey-small-group", "unknown-reference"}]


def group(answers: str, counts: str = "asked: 12, answered: 9", services: str = "ppt") -> str:
    return f"{{services: [{services}], {counts}, answers: [{answers}]}}"


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        (
            [group("", "asked: 8, answered: 9")],
            "har flere som svarte (answered: 9) enn som ble spurt (asked: 8)",
        ),
        (
            [group("{question: effect, agree: 7, disagree: 2, unknown: 1}")],
            "har 10 svar på «effect», men bare 9 svarte (answered); tell på nytt",
        ),
        (
            [group("{question: effect, agree: 7}, {question: effect, agree: 2}")],
            "har svarene på «effect» to ganger; la ett punkt stå igjen",
        ),
        (
            [group("", services="ppt, skole"), group("", services="skole")],
            "har tjenesten «skole» i to grupper, så svarene blir talt dobbelt; la den stå i én",
        ),
        ([group("", services="ppt, ppt")], "har tjenesten «ppt» i to grupper"),
    ],
)
def test_counts_that_cannot_be_are_told(groups: list[str], said: str) -> None:
    (found,) = errors_of(*groups)
    assert said in found


def test_an_unknown_question_is_told_with_the_one_that_was_meant() -> None:
    (found,) = errors_of(group("{question: whom-to-rng, agree: 7}"))
    assert "«whom-to-ring»" in found


@pytest.mark.parametrize("wrong", ["agree: -1", "agree: mange", "agree: 2.5", "asked: 0"])
def test_a_count_is_a_whole_number(wrong: str) -> None:
    assert errors_of(
        group("", f"answered: 0, {wrong}") if wrong.startswith("asked") else group(f"{{question: effect, {wrong}}}")
    )


def test_some_may_leave_a_question_out() -> None:
    assert errors_of(group("{question: effect, agree: 3, disagree: 3}")) == []


def test_there_is_no_room_for_words() -> None:
    parts: tuple[type[Part], ...] = (StaffSurvey, SurveyGroup, SurveyAnswers)
    values = [field.value for part in parts for field in described(part)]
    assert TEXT not in values
    assert PROSE not in values
    assert SURVEYS.audience == "internal"
    assert not SURVEYS.exported


@pytest.mark.parametrize("standard", ["nb", "nn"])
def test_the_page_for_editors_has_every_question_by_its_name(standard: str) -> None:
    text = (ROOT / "docs" / "redaktor" / f"spor-ansatte.{standard}.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("|") and "`" in line]
    assert [row.split("`")[1] for row in rows] == [question.value for question in StaffQuestion]
    if standard == "nb":
        assert [row.split("|")[2].strip() for row in rows] == [question.label for question in StaffQuestion]
