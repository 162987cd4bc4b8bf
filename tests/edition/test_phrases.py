"""Data as a reader would say it: when, how soon, for whom."""

from __future__ import annotations

import datetime as dt

import pytest
from builder.edition.phrases import Phrases
from builder.i18n import translations
from builder.model.ages import Ages
from builder.model.deadline import Deadline
from builder.model.forum import Forum
from builder.model.recurrence import Recurrence
from builder.model.service import Hours
from builder.model.vocabulary import Category


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return Phrases("nb", translations("nb").gettext)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"every": "1", "unit": "day"}, "hver dag"),
        ({"every": "1", "unit": "week"}, "hver uke"),
        ({"every": "2", "unit": "week"}, "hver 14. dag"),
        ({"every": "3", "unit": "week"}, "hver 3. uke"),
        ({"every": "4", "to": "6", "unit": "week"}, "hver 4.–6. uke"),
        ({"every": "1", "to": "2", "unit": "week"}, "hver 1.–2. uke"),
        ({"every": "1", "unit": "month"}, "hver måned"),
        ({"every": "1", "unit": "quarter"}, "hvert kvartal"),
        ({"every": "1", "unit": "semester"}, "hvert halvår"),
        ({"every": "2", "unit": "year"}, "hvert 2. år"),
        ({"times": "1", "per": "year"}, "én gang i året"),
        ({"times": "2", "per": "semester"}, "2 ganger i halvåret"),
        ({"times": "10", "per": "year"}, "10 ganger i året"),
        ({"times": "2", "to": "3", "per": "year"}, "2–3 ganger i året"),
        ({"dates": ["2026-03-31"]}, "tirsdag 31. mars 2026"),
        (
            {"dates": ["2026-03-02", "2026-09-01", "2026-12-24"]},
            "mandag 2. mars 2026, tirsdag 1. september 2026 og torsdag 24. desember 2026",
        ),
        ({"as_needed": "når noen ber om det"}, "ved behov: når noen ber om det"),
        ({"every": "1", "unit": "week", "weekday": "tuesday"}, "hver uke, tirsdag"),
        ({"every": "1", "unit": "month", "weekday": "saturday", "week": "1"}, "hver måned, første lørdag i måneden"),
        ({"every": "1", "unit": "month", "weekday": "monday", "week": "-1"}, "hver måned, siste mandag i måneden"),
        ({"every": "1", "unit": "week", "note": "ikke i ferien"}, "hver uke, ikke i ferien"),
    ],
)
def test_when_a_forum_meets(phrases: Phrases, data: dict[str, object], said: str) -> None:
    assert phrases.recurrence(Recurrence.model_validate(data)) == said


@pytest.mark.parametrize("week", ["0", "5"])
def test_a_week_of_the_month_that_cannot_be_said_is_not_taken(week: str) -> None:
    """A value that would silently be left out of the sentence must be refused, or said."""
    data = {"every": "1", "unit": "month", "weekday": "monday", "week": week}
    try:
        recurrence = Recurrence.model_validate(data)
    except ValueError:
        return
    assert Phrases("nb", str).recurrence(recurrence) != "hver måned, mandag"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"at_once": "true"}, "straks"),
        ({"at_once": "true", "from": "barnet er trygt"}, "straks når barnet er trygt"),
        ({"amount": "1", "unit": "hours"}, "innen 1 time"),
        ({"amount": "24", "unit": "hours"}, "innen 24 timer"),
        ({"amount": "7", "unit": "days"}, "innen 7 dager"),
        ({"amount": "1", "unit": "working-days"}, "innen 1 arbeidsdag"),
        ({"amount": "3", "unit": "working-days"}, "innen 3 arbeidsdager"),
        ({"amount": "1", "unit": "weeks"}, "innen 1 uke"),
        ({"amount": "6", "unit": "months", "before": "den unge fyller 18"}, "senest 6 måneder før den unge fyller 18"),
        ({"amount": "1", "unit": "weeks", "before": "møtet"}, "senest 1 uke før møtet"),
        ({"amount": "3", "unit": "months", "from": "meldingen kom"}, "innen 3 måneder, regnet fra meldingen kom"),
    ],
)
def test_how_soon(phrases: Phrases, data: dict[str, object], said: str) -> None:
    assert phrases.deadline(Deadline.model_validate(data)) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["monday"], "mandag"),
        (["monday", "tuesday"], "mandag og tirsdag"),
        (["monday", "tuesday", "wednesday"], "mandag–onsdag"),
        (["monday", "tuesday", "wednesday", "thursday", "friday"], "mandag–fredag"),
        (["monday", "wednesday", "friday"], "mandag, onsdag og fredag"),
        (["thursday", "friday", "saturday", "sunday"], "torsdag–søndag"),
    ],
)
def test_when_somebody_answers(phrases: Phrases, days: list[str], said: str) -> None:
    hours = Hours.model_validate({"days": days, "opens": "8:00", "closes": "15:30"})
    assert phrases.hours(hours) == f"{said} 08:00–15:30"
    noted = Hours.model_validate({"days": days, "opens": "8:00", "closes": "15:30", "note": "ikke i ferien"})
    assert phrases.hours(noted) == f"{said} 08:00–15:30 (ikke i ferien)"


def test_hours_on_a_wall_are_short(phrases: Phrases) -> None:
    days = ["monday", "tuesday", "wednesday", "thursday", "friday"]
    hours = Hours.model_validate({"days": days, "opens": "8:00", "closes": "15:05"})
    assert phrases.short_hours(hours) == "man–fre 8–15:05"
    two = Hours.model_validate({"days": ["tuesday", "thursday"], "opens": "9:30", "closes": "21:00", "note": "i dag"})
    assert phrases.short_hours(two) == "tir og tor 9:30–21 (i dag)"


@pytest.mark.parametrize(
    ("data", "said"),
    [({}, "alle aldre"), ({"from": "16"}, "fra 16 år"), ({"to": "5"}, "til og med 5 år"), ({"from": "0", "to": "18"}, "0–18 år"),
     ({"from": "0"}, "fra 0 år")],
)  # fmt: skip
def test_ages(phrases: Phrases, data: dict[str, str], said: str) -> None:
    assert phrases.ages(Ages.model_validate(data)) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [("nb", "tirsdag 31. mars 2026"), ("nn", "tysdag 31. mars 2026"), ("en", "Tuesday 31 March 2026")],
)
def test_dates_are_written_as_the_language_does(language: str, said: str) -> None:
    assert Phrases(language, str).date(dt.date(2026, 3, 31)) == said


@pytest.mark.parametrize(
    ("language", "short", "bare"),
    [
        ("nb", "tir. 8. des. 2026", "8. desember 2026"),
        ("nn", "ty. 8. des. 2026", "8. desember 2026"),
        ("en", "Tue, 8 Dec 2026", "8 December 2026"),
    ],
)
def test_a_date_is_short_in_tables_and_bare_for_texts(language: str, short: str, bare: str) -> None:
    phrases, day = Phrases(language, str), dt.date(2026, 12, 8)
    assert (phrases.short_date(day), phrases.bare_date(day)) == (short, bare)


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")]
)
def test_lists_are_said_as_norwegians_do(phrases: Phrases, words: list[str], said: str) -> None:
    assert phrases.listed(words) == said


@pytest.mark.parametrize(
    ("word", "said"), [(Category.SCHOOL, "skole"), (Category.NAV, "NAV"), (Category.PPT, "PP-tjeneste")]
)
def test_a_label_inside_a_sentence_has_a_small_letter_unless_it_is_an_abbreviation(
    phrases: Phrases, word: Category, said: str
) -> None:
    assert phrases.inside(word) == said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"starts": "9:00", "minutes": "300"}, "klokka 09:00–14:00"),
        ({"starts": "23:00", "minutes": "90"}, "klokka 23:00–00:30"),
        ({"starts": "9:00"}, "klokka 09:00"),
        ({"minutes": "90"}, "1 time og 30 minutter"),
        ({"minutes": "420"}, "7 timer"),
        ({}, ""),
    ],
)
def test_when_in_the_day_a_forum_meets(phrases: Phrases, fields: dict[str, str], said: str) -> None:
    forum = Forum.model_validate({"id": "x", "name": "X", "kind": "standing", "purpose": "Møtes.", **fields})
    assert phrases.time_span(forum) == said
