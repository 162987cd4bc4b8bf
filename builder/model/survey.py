"""What staff answered when they were asked how they work together: counts of answers, and not a word of anybody's.

A survey has a group for each part of the staff that is counted by itself. There is room for ids and numbers only, so
that no respondent, child or case can be told of. Small groups are never shown (see `builder.facts.staff_says`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Self

from pydantic import Field, model_validator

from builder.i18n import N_
from builder.model.audience import Audience
from builder.model.base import Part, Record
from builder.model.fields import Date, ServiceRef, reject
from builder.model.kind import Kind, Together
from builder.model.staff_question import StaffQuestion
from builder.problem import Message

_MOST = 9999
_TOO_MANY_ANSWERED = N_("har flere som svarte (answered: {answered}) enn som ble spurt (asked: {asked})")
_TOO_MANY_ANSWERS = N_("har {number} svar på «{question}», men bare {answered} svarte (answered); tell på nytt")
_QUESTION_TWICE = N_("har svarene på «{question}» to ganger; la ett punkt stå igjen")
_SERVICE_TWICE = N_("har tjenesten «{service}» i to grupper, så svarene blir talt dobbelt; la den stå i én")


class SurveyAnswers(Part):
    """How many ticked each box of a question."""

    KEY = "question"

    question: StaffQuestion = Field(
        title="Spørsmål", description="Hvilket av spørsmålene på arket det gjelder, med navnet fra lista."
    )
    disagree: int = Field(0, title="Helt uenig", ge=0, le=_MOST, description="Hvor mange som krysset for helt uenig.")
    partly_disagree: int = Field(
        0, title="Litt uenig", ge=0, le=_MOST, description="Hvor mange som krysset for litt uenig."
    )
    partly_agree: int = Field(0, title="Litt enig", ge=0, le=_MOST, description="Hvor mange som krysset for litt enig.")
    agree: int = Field(0, title="Helt enig", ge=0, le=_MOST, description="Hvor mange som krysset for helt enig.")
    unknown: int = Field(0, title="Vet ikke", ge=0, le=_MOST, description="Hvor mange som krysset for vet ikke.")

    @property
    def agreeing(self) -> int:
        """How many agree, wholly or partly."""
        return self.partly_agree + self.agree

    @property
    def count(self) -> int:
        """How many ticked any box. Not to know is an answer too."""
        return self.disagree + self.partly_disagree + self.agreeing + self.unknown


class SurveyGroup(Part):
    """Staff that are counted by themselves: those of one service, or of several."""

    services: tuple[ServiceRef, ...] = Field(
        title="Tjenester",
        min_length=1,
        description="Tjenestene de ansatte i gruppa arbeider i. Slå sammen tjenester til det er minst fem svar.",
    )
    asked: int = Field(title="Spurt", ge=1, le=_MOST, description="Hvor mange ansatte som fikk spørsmålene.")
    answered: int = Field(title="Svarte", ge=0, le=_MOST, description="Hvor mange som leverte et svar.")
    answers: tuple[SurveyAnswers, ...] = Field(
        (), title="Svar", description="Ett punkt for hvert spørsmål, med hvor mange som krysset hvor."
    )

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.answered > self.asked:
            raise reject(Message(_TOO_MANY_ANSWERED, answered=self.answered, asked=self.asked))
        twice = _first_twice(one.question.value for one in self.answers)
        if twice:
            raise reject(Message(_QUESTION_TWICE, question=twice))
        for one in self.answers:
            if one.count > self.answered:
                said = {"number": one.count, "question": one.question.value, "answered": self.answered}
                raise reject(Message(_TOO_MANY_ANSWERS, **said))
        return self

    def answers_to(self, question: StaffQuestion) -> SurveyAnswers:
        """The counts of a question: none of what was not asked, or nobody answered."""
        return next((one for one in self.answers if one.question is question), SurveyAnswers(question=question))


class StaffSurvey(Record):
    """One time staff were asked."""

    TITLE = "id"  # it has no name of its own: the day says which it is

    closed: Date = Field(title="Avsluttet", description="Siste dag de ansatte kunne svare.")
    groups: tuple[SurveyGroup, ...] = Field(
        title="Grupper",
        min_length=1,
        description="Hvem som ble spurt, og hva de svarte. Har dere bare tall for alle, skriver dere én gruppe.",
    )

    @model_validator(mode="after")
    def _each_service_once(self) -> Self:
        twice = _first_twice(service for group in self.groups for service in group.services)
        if twice:
            raise reject(Message(_SERVICE_TWICE, service=twice))
        return self


def _first_twice(names: Iterable[str]) -> str | None:
    return next((name for name, count in Counter(names).items() if count > 1), None)


SURVEYS = Kind(
    name="surveys",
    record=StaffSurvey,
    label=N_("spørreundersøkelse"),
    plural=N_("Spørreundersøkelser blant de ansatte"),
    description=(
        "Hva de ansatte svarte da de ble spurt om samarbeidet: bare antall svar. Grupper med under fem svar blir ikke "
        "vist. Bare for ansatte."
    ),
    address=Together("egenkontroll", "ansatte"),
    order=lambda survey: (survey.closed, survey.id),
    newest_first=True,
    linkable=False,
    minor=True,
    told=False,
    exported=False,
    audience=Audience.INTERNAL,
)
