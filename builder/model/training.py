"""Cases to practise on: a situation, questions, and answers that lead to the routines."""

from __future__ import annotations

from pydantic import Field

from builder.i18n import N_
from builder.model.base import Part
from builder.model.fields import Prose, Text
from builder.model.kind import Kind, OwnPages
from builder.model.maintained import Maintained
from builder.model.related import Related
from builder.model.result_group import ResultGroup
from builder.model.vocabulary import Category


class Question(Part):
    """A question with the answer the handbook gives."""

    question: Text = Field(title="Spørsmål", description="Et spørsmål gruppa kan være uenig om.")
    answer: Prose = Field(title="Svar", description="Vis til rutinene med lenker, som [meldeplikt](rules:meldeplikt).")


class TrainingCase(Maintained):
    """A made-up situation to discuss at a staff meeting. Never a real child."""

    title: Text = Field(
        title="Tittel", description="Hva øvelsen handler om, for eksempel «Gutten som sluttet å snakke»."
    )
    order: int = Field(50, title="Rekkefølge", ge=-999, le=999, description="Lavest tall står først.")
    categories: tuple[Category, ...] = Field((), title="For", description="Typer tjenester. Tomt betyr alle.")
    situation: Prose = Field(title="Situasjon", description="Oppdiktet. Ingen skal kunne kjenne igjen noen.")
    questions: tuple[Question, ...] = Field(
        title="Spørsmål og svar", min_length=1, description="Spørsmålene, hvert med svaret rutinene gir."
    )
    concerns: Related = Field(
        default_factory=Related,
        title="Rutiner det øves på",
        description="Forløp, regler og møter øvelsen handler om. De blir lenker begge veier.",
    )


TRAINING = Kind(
    name="training",
    record=TrainingCase,
    label=N_("øvelse"),
    plural=N_("Øv dere"),
    description="En øvelse: en situasjon med spørsmål og svar som viser til rutinene.",
    address=OwnPages("ovelser"),
    telling=N_("Øv på dette"),
    group=ResultGroup.PRACTICE,
    news=N_("Ny øvelse: {name}"),
)
