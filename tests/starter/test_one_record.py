"""One new record of each kind: its file is good, and the same in both standards."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from builder.check.validation import records_of
from builder.load.declaration import Declaration
from builder.load.tree import Mapping, Sequence
from builder.load.yaml_text import parse
from builder.model.description import described
from builder.model.kinds import KINDS
from builder.starter.answers import STANDARDS
from builder.starter.filling import starter_text
from builder.starter.one_record import (
    CONTACT,
    KIND_BY_WORD,
    TEXT_FIELDS,
    NewRecord,
    asks_for,
    kinds_with_files,
    stands_in_list,
)

WITHOUT = {"library", "removed", "editions", "municipality", "laws", "register", "accepted", "meetings", "surveys"}
"""Kinds with one record, those read from law, what is written from a finding, and what has no text of its own."""

kinds = pytest.mark.parametrize("kind", sorted(kinds_with_files()))


def record(kind: str, title: str = "Noe: nytt", text: str = "Fortalt # kort.") -> NewRecord:
    return NewRecord(kind, "noe-nytt", title, text, "school", "116 117", dt.date(2026, 11, 22))


def test_there_is_one_for_each_kind_an_editor_adds_to() -> None:
    assert kinds_with_files() == set(KINDS) - WITHOUT
    assert kinds_with_files() | {CONTACT} == set(KIND_BY_WORD.values())
    assert set(TEXT_FIELDS) == kinds_with_files()


def test_a_word_means_one_kind() -> None:
    assert KIND_BY_WORD["mote"] == "forums"
    assert KIND_BY_WORD["teneste"] == KIND_BY_WORD["tjeneste"] == "services"
    assert all(re.fullmatch("[a-z]+", word) for word in KIND_BY_WORD)


@kinds
@pytest.mark.parametrize("standard", STANDARDS)
def test_the_file_holds_one_good_record(kind: str, standard: str) -> None:
    tree, problems = parse("x.yml", record(kind).written(standard).encode())
    assert problems == []
    assert isinstance(tree, Sequence) is stands_in_list(kind)
    (one,) = tree.items if isinstance(tree, Sequence) else [tree]
    assert isinstance(one, Mapping)
    assert one.text(KINDS[kind].record.TITLE) == "Noe: nytt"
    assert one.text(TEXT_FIELDS[kind]) == "Fortalt # kort."
    shaped, faults = records_of([Declaration(kind, "noe-nytt", one)])
    assert [fault.message.text() for fault in faults] == []
    assert len(shaped[kind]) == 1


@kinds
def test_both_standards_have_the_same_fields_and_a_word_about_the_kind(kind: str) -> None:
    keys = {
        standard: re.findall(r"^ *#? *(?:- )?(\w+):", starter_text(standard, f"records/{kind}.yml"), re.MULTILINE)
        for standard in STANDARDS
    }
    assert keys["nb"] == keys["nn"]
    assert all(starter_text(standard, f"records/{kind}.yml").startswith("# ") for standard in STANDARDS)


@kinds
def test_what_is_commented_out_are_fields_of_the_kind(kind: str) -> None:
    known = {field.key for field in described(KINDS[kind].record)}
    suggested = re.findall(r"^(?:  )?# (\w+):", starter_text("nb", f"records/{kind}.yml"), re.MULTILINE)
    words = {"standing", "guidance", "anonymised", "line", "plan", "reported_family", "reported_up", "reported_down"}
    assert set(suggested) - words <= known


def test_only_what_has_a_place_in_the_file_is_asked() -> None:
    assert {kind for kind in kinds_with_files() if asks_for(kind, "category")} == {"services", "rules", "onboarding"}
    assert {kind for kind in kinds_with_files() if asks_for(kind, "phone")} == {"emergency", "places"}
