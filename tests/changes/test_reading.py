"""What readers meet anew: found by comparing what is said, not what is recorded."""

from __future__ import annotations

from pathlib import Path

from builder.changes import Action
from builder.changes.reading import ForReaders, Leaf, for_readers
from builder.model.handbook import Handbook

from tests.support import checked, mini_file, varied

TEAM, PPT = "lillevik/forums.yml", "lillevik/services/ppt.yml"


def told(before: Handbook, tmp_path: Path, name: str, old: str, new: str) -> ForReaders:
    text = mini_file(name)
    assert old in text
    return for_readers(before, checked(varied(tmp_path, {name: text.replace(old, new)})).handbook)


def test_the_same_is_nothing_new(mini: Handbook) -> None:
    assert for_readers(mini, mini) == ForReaders()


def test_a_meeting_that_moves_is_met_where_it_is_told(mini: Handbook, tmp_path: Path) -> None:
    found = told(mini, tmp_path, TEAM, "weekday: tuesday", "weekday: monday")
    assert Leaf("Tverrfaglig team", ("moteplasser/team.html",)) in found.pages
    assert Leaf("Møteark: Tverrfaglig team", ("utskrift/moteark-team.pdf",)) in found.prints


def test_another_name_is_another_page(mini: Handbook, tmp_path: Path) -> None:
    found = told(mini, tmp_path, TEAM, "id: team\n", "id: teamet\n")
    assert Leaf("Tverrfaglig team", ("moteplasser/teamet.html",), Action.NEW) in found.pages
    assert found.pages[-1] == Leaf("Tverrfaglig team", ("moteplasser/team.html",), Action.GONE)
