"""What things say at once to what is asked of them, for the answer above the results."""

from __future__ import annotations

import datetime as dt

import pytest
from builder.edition.edition import Edition
from builder.search.at_once import AtOnce, Fact

from tests.rules.test_rules import with_fragment


def facts(fragment: str, kind: str, record_id: str) -> dict[str, Fact]:
    edition = Edition(with_fragment(fragment).handbook)
    record = next(one for one in getattr(edition.handbook, kind) if one.id == record_id)
    return {str(fact.asked): fact for fact in AtOnce(edition).of(record)}


def ppt(contact: str) -> dict[str, Fact]:
    return facts(f"{{services: [{{id: ppt, contacts: [{{id: leder, {contact}}}]}}]}}", "services", "ppt")


def test_a_service_tells_its_number_and_its_hours() -> None:
    phone = ppt("phone: 22 22 55 55")["phone"]
    assert phone.row == ["phone", "Leder. mandag–onsdag 09:00–15:30", "22 22 55 55", "tel:+47-22-22-55-55"]


def test_a_placeholder_is_shown_and_cannot_be_called() -> None:
    assert ppt("phone: 00 00 00 00")["phone"].row == ["phone", "Leder. mandag–onsdag 09:00–15:30", "00 00 00 00"]


def test_while_a_role_is_vacant_its_deputy_is_the_one_to_ring() -> None:
    phone = ppt("vacant: true, deputy: {role: Nestleder, phone: 22 22 55 66}")["phone"]
    assert phone.said.startswith("Nestleder. Leder: Stillingen er ubesatt")
    assert phone.phone == "22 22 55 66"


def test_a_service_tells_who_leads_it() -> None:
    assert ppt("person: Kari Eksempel")["leader"].said == "Leder: Kari Eksempel"


@pytest.mark.parametrize(
    ("field", "asked", "said"),
    [
        ("response_time: Innen ti dager.", "response", "Innen ti dager."),
        ("address: Storgata 1", "address", "Storgata 1"),
        ("opening_hours: [{days: [friday], opens: 8:00, closes: 12:00}]", "hours", "fredag 08:00–12:00"),
        ("decides: Rektor avgjør", "decides", "Rektor avgjør"),
    ],
)
def test_a_service_tells_what_is_asked_of_it(field: str, asked: str, said: str) -> None:
    assert facts(f"{{services: [{{id: ppt, {field}}}]}}", "services", "ppt")[asked].said.endswith(said)


def test_a_forum_tells_who_leads_and_its_days_for_more_than_a_year() -> None:
    recurrence = "recurrence: {every: 1, unit: month, weekday: monday, week: 1}, starts: 9:00"
    forum = (
        "{forums: [{id: rad, kind: standing, purpose: Råd, name: Rådet, chair: ppt.leder, convener: ppt.leder, "
        + recurrence
        + "}]}"
    )
    told = facts(forum, "forums", "rad")
    assert told["chair"].said == "Møteleder: Leder, PPT"
    days = [dt.date.fromisoformat(date) for date, _ in told["dates"].dates]
    assert told["dates"].dates[0] == ("2026-12-07", "mandag 7. desember 2026 klokka 09:00")
    assert days == sorted(days)
    assert days[-1] > dt.date(2027, 11, 22)


def test_a_meeting_that_falls_out_is_no_day_to_come() -> None:
    exception = "exceptions: [{date: 2026-12-07, cancelled: true, why: Snø}]"
    recurrence = f"recurrence: {{every: 1, unit: month, weekday: monday, week: 1, {exception}}}, starts: 9:00"
    told = facts(
        "{forums: [{id: rad, kind: standing, purpose: Råd, name: Rådet, " + recurrence + "}]}", "forums", "rad"
    )
    assert told["dates"].dates[0][0] == "2027-01-04"


def test_a_rule_tells_its_answer_and_an_emergency_number_when_to_ring_it() -> None:
    assert facts("{}", "rules", "samtykke")["says"].said == "Spør foreldrene først."
    number = facts("{emergency: [{id: politi, name: Politi, phone: '112', when: Fare}]}", "emergency", "politi")
    assert number["phone"].row == ["phone", "Fare", "112", "tel:112"]


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("duty-to-report", {"must", "says"}),
        ("consent", {"says"}),
        ("anonymous", {"says"}),
        ("confidentiality", set()),
        ("right-to-share", set()),
    ],
)
def test_only_what_holds_whoever_asks_is_told_of_a_single_rule(kind: str, asked: set[str]) -> None:
    """«May I tell NAV» is no question of what NAV may tell."""
    assert set(facts(f"{{rules: [{{id: samtykke, kind: {kind}}}]}}", "rules", "samtykke")) == asked


def test_what_has_nothing_to_say_at_once_says_nothing() -> None:
    assert facts("{}", "forms", "samtykke") == {}


def test_what_families_need_tells_who_decides_and_who_pays() -> None:
    found = facts("needs: [{id: reise, pays: {how: null}}]", "needs", "reise")
    assert found["decides"].said == "Bestemmer: Rektor, Lillevik skole. Rektor avgjør."
    assert found["pays"].said == "Betaler: Fylkeskommunen. Spør: Lillevik skole."


def test_what_is_not_settled_is_the_answer_to_who_pays() -> None:
    found = facts("needs: [{id: tolk}]", "needs", "tolk")
    assert found["pays"].said == "Det er ikke avklart hvem som betaler. Spør lederen din."
