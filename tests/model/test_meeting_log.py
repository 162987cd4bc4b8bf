"""What may be noted of a meeting: nothing that cannot be so, and no words."""

from __future__ import annotations

import pytest
from builder.model.base import Part
from builder.model.description import described
from builder.model.formats import PROSE, TEXT
from builder.model.meeting_log import MEETINGS, MeetingLog, MeetingNote

from tests.rules.test_rules import told

NOT_HELD = "er avlyst, så ingen kom og ingenting ble bestemt; ta ut came, decided, about og done, eller cancelled"


def shape_of(*meetings: str) -> list[str]:
    found = told(f"meetings: [{{id: team, forum: team, meetings: [{', '.join(meetings)}]}}]")
    return [message for rule, message in found if rule == "shape"]


@pytest.mark.parametrize("more", ["came: [ppt]", "decided: 0", "done: 0", "about: [routine]"])
def test_nobody_came_to_what_was_cancelled(more: str) -> None:
    (said,) = shape_of(f"{{date: 2026-11-03, cancelled: true, {more}}}")
    assert said.endswith(NOT_HELD)


@pytest.mark.parametrize(
    ("meeting", "said"),
    [
        ("decided: 2, done: 3", "har flere gjort (done: 3) enn bestemt (decided: 2)"),
        ("done: 1", "har flere gjort (done: 1) enn bestemt (decided: 0)"),
    ],
)
def test_no_more_is_done_than_was_decided(meeting: str, said: str) -> None:
    (found,) = shape_of(f"{{date: 2026-11-03, {meeting}}}")
    assert found.endswith(said)


def test_a_meeting_is_noted_once_in_each_place() -> None:
    (said,) = shape_of("{date: 2026-11-03}", "{date: 2026-11-03, cancelled: true}")
    assert said.endswith("har møtet 2026-11-03 to ganger; la ett stå igjen")
    places = [f"{{date: 2026-11-03, place: {place}}}" for place in ("bakken", "lia")]
    assert shape_of(*places) == []


def test_there_is_no_room_for_words_about_a_case() -> None:
    parts: tuple[type[Part], ...] = (MeetingLog, MeetingNote)
    values = [field.value for part in parts for field in described(part)]
    assert TEXT not in values
    assert PROSE not in values
    assert MEETINGS.audience == "internal"
