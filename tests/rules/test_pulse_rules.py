"""What the check says of the pulse of meetings, in full."""

from __future__ import annotations

import pytest

from tests.rules.test_rules import told


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        (
            """
            meetings:
              - id: team
                forum: team
                meetings: [{date: 2026-09-01, cancelled: true}, {date: 2026-10-01, cancelled: true},
                           {date: 2026-11-01, cancelled: true}]
            """,
            (
                "pulse-in-a-row",
                "«Tverrfaglig team» er avlyst 3 ganger på rad, sist 2026-11-01; si fra til lederen og hold det neste, "
                "endre hvor ofte det er (recurrence), eller ta møteplassen ut",
            ),
        ),
        (
            """
            forums: [{id: team, recurrence: {every: 1, to: null, unit: month, week: 1, weekday: tuesday}}]
            meetings: [{id: team, forum: team, meetings: [{date: 2026-10-06, came: [ppt]}]}]
            """,
            (
                "pulse-missing",
                "møtet 2026-11-03 i «Tverrfaglig team» er ikke ført; skriv det under meetings, med cancelled: true om "
                "det ble avlyst",
            ),
        ),
        (
            """
            forums: [{id: team, recurrence: {every: 1, to: null, unit: month, week: 1, weekday: tuesday}}]
            meetings: [{id: team, forum: team, meetings: [{date: 2026-08-04, came: [ppt]}]}]
            """,
            (
                "pulse-missing",
                "3 møter i «Tverrfaglig team» er ikke ført, det første 2026-09-01; skriv dem under meetings, med "
                "cancelled: true for dem som ble avlyst",
            ),
        ),
        (
            """
            services: [{id: nav, name: NAV, category: nav, government: municipality, summary: Arbeid.}]
            meetings: [{id: team, forum: team, meetings: [{date: 2026-11-03, came: [nav]}]}]
            """,
            (
                "pulse-attendee",
                "«NAV» er ikke deltaker i «Tverrfaglig team»; skriv tjenesten under members i møteplassen, eller ta den "
                "ut her",
            ),
        ),
        (
            "meetings: [{id: team, forum: team, meetings: [{date: 2026-11-23, cancelled: true}]}]",
            ("pulse-day", "møtet 2026-11-23 er ikke kommet ennå; før det når det er holdt eller avlyst"),
        ),
        (
            """
            meetings:
              - {id: team, forum: team, meetings: [{date: 2026-11-03, came: [ppt]}]}
              - {id: andre, forum: team, meetings: [{date: 2026-11-03, came: [ppt]}]}
            """,
            ("pulse-day", "møtet 2026-11-03 i «Tverrfaglig team» er ført i en annen fil også; la det stå ett sted"),
        ),
        (
            "forums: [{id: team, kind: case}]\nmeetings: [{id: team, forum: team, meetings: [{date: 2026-11-03}]}]",
            (
                "pulse-case",
                "«Tverrfaglig team» samles rundt ett barn, så dagen og hvem som kom, forteller om saken; slett "
                "møtepulsen. Den er for faste møter",
            ),
        ),
    ],
)
def test_a_finding_says_what_is_wrong_and_what_to_do(fragment: str, expected: tuple[str, str]) -> None:
    assert expected in told(fragment)


@pytest.mark.parametrize(
    "fragment",
    [
        "meetings: [{id: team, forum: teamet, meetings: [{date: 2026-11-03, came: [ppt]}]}]",
        "meetings: [{id: team, forum: team, meetings: [{date: 2026-11-03, came: [pptt]}]}]",
    ],
)
def test_what_is_misspelled_is_told_once(fragment: str) -> None:
    assert [rule for rule, _ in told(fragment)] == ["unknown-reference"]


def test_a_forum_without_a_pulse_is_not_asked_for_one() -> None:
    # The log of the miniature handbook is another forum's here, so that the team has none.
    fragment = """
    forums:
      - {id: annet, kind: informal, name: Kaffen, purpose: Treffes.}
    meetings: [{id: team, forum: annet, meetings: []}]
    """
    assert [rule for rule, _ in told(fragment) if rule.startswith("pulse")] == []
