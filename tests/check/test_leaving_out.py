"""What a municipality does without is in none of its texts, and it is told what that changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.check.checker import Checked, check
from builder.load.folder import Folder
from builder.model.kinds import KINDS
from builder.model.references import marked_values
from builder.model.service import Service

from tests.support import TODAY

ONLY = """\
id: lillevik
name: Lillevik
number: "0000"
written_standard: {standard}
title: Sammen i Lillevik
owner: Oppvekst
draft: Numrene er ikke kontrollert.
without: {without}
editors: {{role: Koordinator, email: post@lillevik.kommune.no}}
"""
BOTH = "[services:krisesenter, services:tsb]"


def made(root: Path, without: str = BOTH, standard: str = "nb", **services: str) -> Checked:
    place = root / "lillevik"
    (place / "services").mkdir(parents=True)
    (place / "municipality.yml").write_text(ONLY.format(standard=standard, without=without), encoding="utf-8")
    for name, text in services.items():
        (place / "services" / f"{name}.yml").write_text(text, encoding="utf-8")
    return check(Folder(root, KINDS).load("lillevik"), TODAY)


def service(result: Checked, name: str) -> Service:
    return next(one for one in result.handbook.services if one.id == name)


def told(result: Checked) -> list[str]:
    return [problem.message.text() for problem in result.problems if problem.rule == "without"]


@pytest.mark.parametrize("standard", ["nb", "nn"])
def test_what_is_left_out_is_nowhere(tmp_path: Path, standard: str) -> None:
    result = made(tmp_path, standard=standard)
    assert result.ok
    assert not {"krisesenter", "tsb"} & {one.id for one in result.handbook.services}
    for kind in KINDS.values():
        for record in result.handbook.of(kind):
            for value in marked_values(record):
                assert "services:krisesenter" not in value.value
                assert "services:tsb" not in value.value


def test_links_to_it_become_their_text(tmp_path: Path) -> None:
    result = made(tmp_path)
    text = str(service(result, "bup"))
    assert "[rusbehandling]" not in text
    assert "rusbehandling" in text


def test_one_advice_says_what_was_changed(tmp_path: Path) -> None:
    (one,) = told(made(tmp_path))
    assert "services:bup" in one
    assert "services:psykisk-helse-rus" in one


@pytest.mark.parametrize(
    ("without", "expected"),
    [
        ("[services:krisesentre]", "mente du «services:krisesenter»?"),
        ("[krisesenter]", "skriv den som services:krisesenter"),
        ("[municipality:lillevik]", "har en egen post i kommunen"),
        ("[laws:barnevernsloven]", "er lik for alle"),
    ],
)
def test_what_cannot_be_left_out_is_told(tmp_path: Path, without: str, expected: str) -> None:
    result = made(tmp_path, without)
    assert not result.ok
    assert any(expected in text for text in told(result))


def test_a_record_of_its_own_that_names_it_is_told_that_it_is_left_out(tmp_path: Path) -> None:
    own = "id: eget\nname: Eget\ncategory: ppt\ngovernment: municipality\nsummary: Se [her](services:tsb).\n"
    result = made(tmp_path, eget=own + "works_with: [krisesenter]\n")
    assert [p.mark.line for p in result.problems if p.rule == "without" and "er utelatt med" in p.message.text()] == [
        5,
        6,
    ]


def test_one_that_is_built_on_is_not_left_out_too(tmp_path: Path) -> None:
    result = made(tmp_path, krisesenter="id: krisesenter\nextends: krisesenter\nname: Vårt\n")
    assert any("har en egen post" in text for text in told(result))
    assert service(result, "krisesenter").name == "Vårt"
