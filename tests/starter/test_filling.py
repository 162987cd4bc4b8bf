"""Answers go into starter files as values, as text and as blocks."""

from __future__ import annotations

import pytest
from builder.load.tree import plain
from builder.load.yaml_text import parse
from builder.starter.filling import filled


@pytest.mark.parametrize(
    ("template", "answers", "expected"),
    [
        ("name: <<name>>\n", {"name": "Haram"}, "name: Haram\n"),
        ("name: <<name>>\nid: x\n", {"name": ""}, "id: x\n"),
        ("# For <<name>>\n", {"name": "A: #1"}, "# For A: #1\n"),
        ("text: |-\n  I <<name>> nå.\n", {"name": "Haram"}, "text: |-\n  I Haram nå.\n"),
        ("list:\n  <<block>>\nlast: x\n", {"block": "- a\n- b\n"}, "list:\n  - a\n  - b\nlast: x\n"),
        ("list:\n  <<block>>\nlast: x\n", {"block": ""}, "list:\nlast: x\n"),
        ("| <<name>> | b |\n", {"name": "a"}, "| a | b |\n"),
    ],
)
def test_where_an_answer_goes(template: str, answers: dict[str, str], expected: str) -> None:
    assert filled(template, answers) == expected


@pytest.mark.parametrize(
    "title", ["Ja: nei", "«Sitat»", "# ikke en merknad", "a #b", "'", '"', "- liste", "null", "{x}", "å"]
)
def test_a_title_of_any_signs_is_read_back_as_it_was(title: str) -> None:
    tree, problems = parse("x.yml", filled("title: <<title>>\n", {"title": title}).encode())
    assert not problems
    assert tree is not None
    assert plain(tree) == {"title": title}


def test_an_answer_that_is_missing_is_never_left_as_it_stands() -> None:
    with pytest.raises(KeyError):
        filled("name: <<name>>\n", {})
