"""What has to be done to keep a handbook true, by whom, and whom to ask."""

from __future__ import annotations

import datetime as dt

from builder.facts.tasks import Duty, Task, asked, owner_name, tasks
from builder.model.handbook import Handbook

from tests.facts.support import handbook

DAY = dt.timedelta(days=1)
OWN = "municipality: [{id: lillevik, demonstration: null}]\n"


def contact(fields: str) -> Handbook:
    return handbook(f"services: [{{id: ppt, contacts: [{{id: leder, {fields}}}]}}]")


def of(found: Handbook, duty: Duty, within: dt.timedelta = 30 * DAY) -> list[Task]:
    return [task for task in tasks(found, within) if task.duty is duty]


def test_a_contact_is_due_by_the_interval_of_the_municipality() -> None:
    said = "verified: {date: 2026-06-01, by: Sekretær, how: Ringte}"
    (task,) = [task for task in of(contact(said), Duty.VERIFY) if task.reference == "ppt.leder"]
    assert (task.due, task.late(dt.date(2026, 11, 22)), task.late(dt.date(2026, 12, 2))) == (
        dt.date(2026, 12, 1),
        False,
        True,
    )
    assert not [task for task in of(contact(said), Duty.VERIFY, 8 * DAY) if task.reference == "ppt.leder"]
    never = [task for task in of(contact("verified: null"), Duty.VERIFY, 0 * DAY) if task.reference == "ppt.leder"]
    assert [(task.due, task.owner) for task in never] == [(None, "ppt.leder")]


def test_vacancies_reviews_plans_and_accepted_findings_are_there() -> None:
    found = handbook(
        "services: [{id: ppt, next_review: 2026-11-01, contacts: [{id: leder, vacant: true}]}]\n"
        "plans: [{id: oppvekstplan, valid_to: 2026-12-01}]\n"
        "accepted: [{id: a, rule: contact-deputy, record: 'services:ppt', reason: Snart, accepted_by: Leder, "
        "until: 2026-12-10}]"
    )
    assert [task.reference for task in of(found, Duty.VACANT)] == ["ppt.leder"]
    assert "ppt" in [task.reference for task in of(found, Duty.REVIEW)]
    assert [task.reference for task in of(found, Duty.RENEW)][-1:] == ["oppvekstplan"]
    assert [task.reference for task in of(found, Duty.ACCEPTED)] == ["a"]
    days = [task.due for task in tasks(found) if task.due]
    assert days == sorted(days), "what should be done first is first"


def test_a_demonstration_has_nothing_to_approve_and_a_handbook_is_one_task_until_it_is() -> None:
    assert of(handbook(), Duty.APPROVE) == []
    (whole,) = of(handbook(OWN), Duty.APPROVE)
    assert whole.reference == "lillevik"
    edition = (
        'editions: [{id: "1", version: "1", status: approved, by: Leder, date: 2026-11-01, texts: ["rules:x 0"]}]\n'
    )
    assert "ppt" in [task.reference for task in of(handbook(OWN + edition), Duty.APPROVE)]


def test_who_is_asked_is_the_contact_its_deputy_or_the_owner_and_the_editors_at_last() -> None:
    found = contact("verified: null, phone: 22 22 22 22")
    (task,) = [task for task in of(found, Duty.VERIFY) if task.reference == "ppt.leder"]
    assert asked(found, task).phone == "22 22 22 22"
    gone = contact("vacant: true, deputy: {role: Nestleder, email: nest@lillevik.example}")
    (task,) = of(gone, Duty.VACANT)
    assert asked(gone, task).email == "redaksjon@lillevik.example", "the owner is the vacant contact itself"
    (review,) = [one for one in tasks(found, 400 * DAY) if one.duty is Duty.REVIEW and one.reference == "lillevik"]
    assert (owner_name(found, review.owner), asked(found, review).name) == ("Kommunalsjef", "Redaktør")
