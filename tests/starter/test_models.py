"""The starter files: both standards say the same, and each is a good file when it is filled in."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from builder.check.validation import records_of
from builder.load.declaration import Declaration
from builder.load.tree import Mapping, Node, Scalar, Sequence
from builder.load.yaml_text import parse
from builder.municipalities.register import current, forerunners
from builder.starter.answers import STANDARDS, Answers, a_year_after
from builder.starter.filling import FOLDER, starter_text
from builder.starter.handbook import handbook_files
from builder.starter.models import FORUMS, LEVELS, USUAL_FORUMS, models
from builder.starter.project import project_files
from builder.starter.shared import SharedLibrary, SharedPathway, SharedService

LIBRARY = SharedLibrary(
    (SharedService("ppt", "PP-tjenesten", (("leder", "Leder: PPT"), ("mottak", "Mottak"))),),
    (SharedPathway("uenighet", "Vi er uenige", "disagreement"),),
    frozenset(
        [
            "ansatt",
            "kommuneledelse",
            "barnehage",
            "barnevern",
            "bup",
            "enhetsleder",
            "fastlege",
            "helsestasjon",
            "kontaktperson-barn",
            "nav",
            "politi",
            "ppt",
            "skole",
        ]
    ),
)
STARTS = [(standard, levels) for standard in STANDARDS for levels in (*models(standard, LEVELS), None)]


def answers(standard: str, levels: str | None, number: str = "3205") -> Answers:
    """All forums there are, in a municipality that was merged."""
    municipality = current()[number]
    return Answers(
        id="lillestrom", name=municipality.name, number=number, county=municipality.county, standard=standard,
        title="Sammen: her", owner="Eier", editor="Redaktør", email="a@b.no", levels=levels,
        forums=[*models(standard, FORUMS)], before=forerunners(municipality), today=dt.date(2026, 11, 22),
    )  # fmt: skip


def shape(node: Node) -> object:
    """Keys and lists; of texts only that they are there."""
    if isinstance(node, Mapping):
        return {key: shape(value) for key, value in node.fields.items() if key != "id"}
    return [shape(item) for item in node.items] if isinstance(node, Sequence) else isinstance(node, Scalar)


def tree(text: str) -> Node:
    found, problems = parse("x.yml", text.encode())
    assert not problems, problems[0].message.text()
    assert found is not None
    return found


@pytest.mark.parametrize(("standard", "levels"), STARTS)
def test_every_file_holds_records_of_its_kind(standard: str, levels: str | None) -> None:
    files = handbook_files(answers(standard, levels), LIBRARY)
    assert len(files) == 4 + len(models(standard, FORUMS))
    for name, text in files.items():
        read = tree(text)
        kind = name.split("/")[0].removesuffix(".yml")
        records = read.items if isinstance(read, Sequence) else [read]
        own = [one for one in records if isinstance(one, Mapping) and "extends" not in one.fields]
        shaped, faults = records_of([Declaration(kind, one.text("id"), one) for one in own])
        assert [fault.message.text() for fault in faults] == [], name
        assert len(shaped.get(kind, [])) == len(own)
        if "/" in name and isinstance(read, Mapping):
            assert name == f"{kind}/{read.text('id')}.yml"


@pytest.mark.parametrize(("standard", "levels"), STARTS)
def test_nothing_is_left_to_fill_in_and_no_line_is_long(standard: str, levels: str | None) -> None:
    given = answers(standard, levels)
    for name, text in (handbook_files(given, LIBRARY) | project_files(given, "handbook")).items():
        if not name.startswith(".vscode"):
            assert "<<" not in text, name
            assert all(len(line) <= 125 for line in text.splitlines()), name
            assert "\n\n\n" not in text


@pytest.mark.parametrize("folder", [LEVELS, FORUMS])
def test_both_standards_have_the_same_models(folder: str) -> None:
    there = {standard: models(standard, folder) for standard in STANDARDS}
    first, second = ([tree(text) for text in _texts(standard, folder)] for standard in STANDARDS)
    assert sorted(map(repr, map(shape, first))) == sorted(map(repr, map(shape, second)))
    for standard, found in there.items():
        for key, model in found.items():
            text = starter_text(standard, f"{folder}/{key}.yml")
            assert re.match(r"# Modell: [^\n]+\.", text)
            assert ("Kilde: " in text or "Kjelde: " in text) is not (key == "bti")
            assert folder == LEVELS or model.id == key
    assert folder == LEVELS or all(set(USUAL_FORUMS) <= set(found) for found in there.values())


def _texts(standard: str, folder: str) -> list[str]:
    return [
        re.sub(r": <<\w+>>", ": x", starter_text(standard, f"{folder}/{key}.yml")) for key in models(standard, folder)
    ]


def test_every_file_is_in_both_standards() -> None:
    one, other = (
        {path.relative_to(FOLDER / standard).as_posix() for path in (FOLDER / standard).rglob("*") if path.is_file()}
        for standard in STANDARDS
    )
    assert {name for name in one if FORUMS not in name} == {name for name in other if FORUMS not in name}
    assert len(one) == len(other)


def test_a_meeting_is_on_the_level_its_model_has_for_it() -> None:
    with_levels = handbook_files(answers("nb", "tre-nivaer"), LIBRARY)
    assert "level: 2\n" in with_levels["forums/tverrfaglig-forum.yml"]
    assert "level:" not in handbook_files(answers("nb", None), LIBRARY)["forums/tverrfaglig-forum.yml"]
    assert "level: 3\n" in handbook_files(answers("nb", "bti"), LIBRARY)["forums/ansvarsgruppe.yml"]


def test_members_that_the_library_does_not_know_are_left_out() -> None:
    library = SharedLibrary((), (), frozenset({"enhetsleder", "ppt"}))
    text = handbook_files(answers("nb", None), library)["forums/tverrfaglig-forum.yml"]
    everybody = handbook_files(answers("nb", None), LIBRARY)["forums/tverrfaglig-forum.yml"]
    assert len(re.findall(r"actor: ", everybody)) == 8
    assert re.findall(r"actor: ([\w.-]+)", text) == ["kommuneledelse.kommunedirektor", "ppt.leder"]


def test_leaders_the_library_does_not_know_are_the_municipalitys_own() -> None:
    library = SharedLibrary((), (), frozenset({"koordinerende-enhet"}))
    files = handbook_files(answers("nb", None), library)
    assert "extends" not in files["services/kommuneledelse.yml"]
    assert "category: administration\n" in files["services/kommuneledelse.yml"]
    held = re.findall(r"held_by: \[([a-z-]+)", files["roles.yml"])
    assert set(held) == {"kommuneledelse", "koordinerende-enhet"}
    assert "extends: kommuneledelse\n" in handbook_files(answers("nb", None), LIBRARY)["services/kommuneledelse.yml"]


def test_what_the_municipality_was_before_is_written_with_its_last_day() -> None:
    text = handbook_files(answers("nb", None), replace(LIBRARY, version="2026.11"))["municipality.yml"]
    assert "library: 2026.11\n" in text
    assert "  - {number: 0227, name: Fet, until: 2019-12-31}\n" in text
    assert "disagreement: uenighet\n" in text
    assert "  - [Vi er uenige](pathways:uenighet)\n" in text


def test_the_contacts_of_a_shared_service_are_there_to_fill_in() -> None:
    text = handbook_files(answers("nb", None), LIBRARY)["services/ppt.yml"]
    assert "extends: ppt\n" in text
    assert "  - id: leder # Leder: PPT\n    # phone: 00 00 00 00\n" in text


def test_the_next_review_is_a_year_ahead_also_from_a_leap_day() -> None:
    assert a_year_after(dt.date(2026, 11, 28)) == dt.date(2027, 11, 28)
    assert a_year_after(dt.date(2028, 2, 29)) == dt.date(2029, 2, 28)
