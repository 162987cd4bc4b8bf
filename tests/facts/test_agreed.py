"""Agreements: what answers what, whether both stand by it, who it counts for, and how it goes."""

from __future__ import annotations

import datetime as dt

import pytest
from builder.facts.agreed import (
    Confirmed,
    agreements_of,
    confirmed,
    directions,
    needed_by,
    open_needs,
    seen_from,
    trend,
)
from builder.facts.approvals import digest, drafts
from builder.facts.audience import for_audience
from builder.model.agreement import AGREEMENTS, Agreement
from builder.model.audience import Audience
from builder.model.handbook import Handbook
from builder.model.service import SERVICES
from builder.selfcheck.agreeing import agreeing

from tests.facts.support import handbook as with_fragment
from tests.facts.support import of_rule
from tests.support import TODAY

RECORD = """\
agreements:
  - id: ppt-skole
    title: PPT og skolen
    one:
      service: ppt
      gives:
        - {{what: Svarer., within: {{amount: 5, unit: days}}, answers: [svar, rad]}}
        - {{what: Kommer., recurrence: {{every: 1, unit: month}}}}
    other:
      service: skole
      needs: [{{id: svar, what: Et svar.}}, {{id: rad, what: Et råd.}}, {{id: dato, what: En dato.}}]
    confirmed: [{confirmed}]
"""
BOTH = "{service: ppt, date: 2026-09-01, by: Leder}, {service: skole, date: 2026-09-03, by: Rektor}"


def agreed(confirmed: str = "", more: str = "") -> Handbook:
    return with_fragment(RECORD.format(confirmed=confirmed) + more)


def only(handbook: Handbook) -> Agreement:
    (one,) = handbook.of(AGREEMENTS)
    return one


def test_a_promise_may_answer_several_needs_and_what_is_left_is_open() -> None:
    handbook = agreed()
    given, got = directions(only(handbook))
    assert [[need.id for need in line.needs] for line in given.lines] == [["svar", "rad"], [], ["dato"]]
    assert [need.id for need in given.open] == ["dato"]
    assert (got.giver, got.lines) == ("skole", ())
    assert [(one.value.id, *needed_by(one)) for one in open_needs(handbook)] == [("dato", "skole", "ppt")]


def test_a_promise_of_ones_own_answers_no_need_of_ones_own() -> None:
    text = RECORD.format(confirmed="").replace(
        "one:\n      service: ppt\n", "one:\n      service: ppt\n      needs: []\n"
    )
    own = text.replace("needs: [{id: svar", "gives: [{what: Selv., answers: [dato]}]\n      needs: [{id: svar")
    assert [one.value.id for one in open_needs(with_fragment(own))] == ["dato"]
    assert of_rule("agreement-answer", own) == ["«PPT» har ikke noe behov med id «dato»"]


def test_each_service_sees_first_what_it_gives_itself() -> None:
    agreement = only(agreed())
    assert [way.giver for way in seen_from(agreement, "ppt")] == ["ppt", "skole"]
    assert [way.giver for way in seen_from(agreement, "skole")] == ["skole", "ppt"]


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("", Confirmed.NONE),
        ("{service: ppt, date: 2026-09-01, by: Leder}", Confirmed.ONE),
        (BOTH, Confirmed.BOTH),
        (f"{BOTH}, {{service: ppt, date: 2020-01-01, by: Leder}}", Confirmed.BOTH),
        (BOTH.replace("2026-09-03", "2025-11-21"), Confirmed.LONG_AGO),
        (BOTH.replace("2026-09-03", "2025-11-22"), Confirmed.BOTH),
        (BOTH.replace("2026-09-03", "2026-11-23"), Confirmed.ONE),
    ],
)
def test_both_have_confirmed_within_a_year_and_the_newest_counts(written: str, status: Confirmed) -> None:
    assert confirmed(only(agreed(written)), TODAY) is status


def test_the_finding_names_who_has_not_confirmed() -> None:
    text = RECORD.format(confirmed="{service: ppt, date: 2026-09-01, by: Leder}")
    assert of_rule("agreement-confirmed", text) == [
        "«Lillevik skole» har ikke bekreftet «PPT og skolen»; avtalen gjelder først når begge har gjort det"
    ]


def test_an_agreement_of_a_unit_is_that_of_its_teams() -> None:
    team = (
        "services: [{id: team-a, name: Team A, category: ppt, government: municipality, summary: Team., part_of: ppt}]"
    )
    handbook = agreed(more=team)
    service = handbook.find(SERVICES, "team-a")
    assert service is not None
    assert [(one.id, own) for one, own in agreements_of(handbook, service)] == [("ppt-skole", "ppt")]


def test_a_confirmation_makes_no_draft_of_what_is_approved() -> None:
    before = agreed()
    text = "editions: [{{id: a, version: '1', status: approved, by: Leder, date: 2026-10-01, texts: [{name}]}}]"
    edition = text.format(name=f"'agreements:ppt-skole {digest(only(before))}'")
    assert "ppt-skole" not in [one.id for one in drafts(agreed(BOTH, edition))]


def test_how_it_goes_is_since_the_edition_that_is_approved() -> None:
    edition = (
        "editions: [{id: a, version: '1', status: approved, by: Leder, date: 2026-09-02, "
        "texts: ['agreements:ppt-skole 123']}]"
    )
    assert trend(agreed(BOTH)) is None, "no edition, nothing to compare with"
    found = trend(agreed(BOTH, edition))
    assert found is not None
    assert (len(found.before), len(found.now), found.edition) == (0, 1, "1")
    said = [one.message.text() for one in agreeing(agreed(BOTH, edition))]
    assert "1 av 1 samarbeidsavtaler er bekreftet av begge nå, og 0 var det da utgave 1 ble godkjent" in said
    assert "1 av 3 behov i samarbeidsavtalene har ingen lovet noe om" in said


def test_nothing_is_said_where_nothing_is_agreed() -> None:
    assert list(agreeing(with_fragment())) == []


def test_everybody_is_told_what_is_agreed_but_not_by_whom_and_nothing_of_what_is_internal() -> None:
    public = for_audience(agreed(BOTH), Audience.PUBLIC)
    assert [one.by for one in only(public).confirmed] == ["", ""]
    assert only(public).confirmed[0].date == dt.date(2026, 9, 1)
    hidden = for_audience(agreed(BOTH, "services: [{id: ppt, audience: internal}]"), Audience.PUBLIC)
    assert hidden.of(AGREEMENTS) == ()
