"""What cannot be read: told once, in order, without hiding or causing anything else."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from builder.load.folder import Folder, HandbookNotFound, municipalities
from builder.model.kinds import KINDS
from builder.problem import Severity, in_order

from tests.check.test_validation import END_OF_SCHOOL, MISSING, PLACE, SCHOOL, UNKNOWN
from tests.support import MINI, checked, findings, mini_file, place_in, varied

# One mistake is told once


BROKEN = [
    mini_file(SCHOOL).replace("government: municipality", "government: kommune"),
    mini_file(SCHOOL) + "farge: rød\n",
    mini_file(SCHOOL).replace("name: Lillevik skole\n", ""),
    mini_file(SCHOOL).replace("phone: 00 00 00 01", "phone: 123"),
    mini_file(SCHOOL) + "name: En gang til\n",
]


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_record_is_not_reported_again_where_others_name_it(tmp_path: Path, text: str) -> None:
    found = findings(checked(varied(tmp_path, {SCHOOL: text})))
    assert len(found) == 1
    assert found[0][0].startswith(PLACE)


@pytest.mark.parametrize(
    "text", ["id: skole\nname: [", 'id: skole\nname: "x\n', b"id: skole\nname: b\xf8k\n", "id: skole\nname: *x\n"]
)
def test_a_file_that_cannot_be_read_is_not_reported_again_where_others_name_its_record(
    tmp_path: Path, text: str | bytes
) -> None:
    found = findings(checked(varied(tmp_path, {SCHOOL: text})))
    assert [rule for _, rule, _ in found] == ["yaml"]


def test_a_broken_municipality_does_not_hide_the_rest(tmp_path: Path) -> None:
    root = varied(tmp_path, {"lillevik/municipality.yml": "id: lillevik\n", SCHOOL: mini_file(SCHOOL) + "farge: rød\n"})
    found = findings(checked(root))
    assert (END_OF_SCHOOL, UNKNOWN, "«farge» er ikke et felt her") in found
    assert ("mini/lillevik/municipality.yml:1:1", MISSING, "Kommunenummer (number) mangler") in found


def test_a_missing_municipality_is_told(tmp_path: Path) -> None:
    found = findings(checked(varied(tmp_path, {"lillevik/municipality.yml": None})))
    assert [(rule, message) for _, rule, message in found] == [
        ("municipality", "lillevik mangler en lesbar kommunebeskrivelse i municipality.yml")
    ]
    assert found[0][0] == "mini/lillevik/municipality.yml:1:1"


def test_a_municipality_in_the_wrong_folder_is_told(tmp_path: Path) -> None:
    text = mini_file("lillevik/municipality.yml").replace("id: lillevik", "id: storevik")
    assert findings(checked(varied(tmp_path, {"lillevik/municipality.yml": text}))) == [
        (
            "mini/lillevik/municipality.yml:1:5",
            "municipality",
            "id er «storevik», men mappa heter «lillevik»; de skal være like",
        )
    ]


def test_one_broken_file_does_not_hide_the_findings_of_others(tmp_path: Path) -> None:
    ppt = "lillevik/services/ppt.yml"
    root = varied(
        tmp_path,
        {
            SCHOOL: mini_file(SCHOOL) + "farge: rød\n",
            ppt: mini_file(ppt) + "form: rund\n",
            "lillevik/roles.yml": "- [\n",
            "common/glossary.yml": mini_file("common/glossary.yml") + "- {id: x, term: X}\n",
            "lillevik/forums.yml": mini_file("lillevik/forums.yml").replace(
                "chair: skole.rektor", "chair: skole.rektorr"
            ),
        },
    )
    assert [found[:2] for found in findings(checked(root))] == [
        ("mini/common/glossary.yml:11:3", MISSING),
        ("mini/lillevik/roles.yml:1:4", "yaml"),
        (place_in(ppt, mini_file(ppt) + "form: rund\n", "form: rund"), UNKNOWN),
        (END_OF_SCHOOL, UNKNOWN),
    ]


def test_a_wrong_contact_is_found_although_another_service_is_broken(tmp_path: Path) -> None:
    root = varied(
        tmp_path,
        {
            SCHOOL: mini_file(SCHOOL) + "farge: rød\n",
            "lillevik/forums.yml": mini_file("lillevik/forums.yml").replace(
                "convener: ppt.leder", "convener: ppt.ledr"
            ),
        },
    )
    assert findings(checked(root)) == [
        (
            "mini/lillevik/forums.yml:7:13",
            "unknown-reference",
            "fant ikke rolle eller kontakt med id «ppt.ledr»; mente du «ppt.leder»?",
        ),
        (END_OF_SCHOOL, UNKNOWN, "«farge» er ikke et felt her"),
    ]


# Files and folders


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("lillevik/tjenester/x.yml", "services"),
        ("lillevik/servicess.yml", "services"),
        ("common/lover/x.yml", "laws"),
        ("lillevik/skjemaer/x.yml", "forms"),
    ],
)
def test_a_file_of_no_known_kind_is_told_with_the_kind_that_was_meant(tmp_path: Path, name: str, meant: str) -> None:
    kind = name.split("/")[1].split(".", maxsplit=1)[0]
    assert findings(checked(varied(tmp_path, {name: "id: x"}))) == [
        (f"mini/{name}:1:1", "file", f"«{kind}» er ikke en mappe eller fil håndboka kjenner; gi den navnet «{meant}»")
    ]


def test_a_file_like_no_kind_is_told_with_a_few_and_where_all_are(tmp_path: Path) -> None:
    ((place, rule, text),) = findings(checked(varied(tmp_path, {"common/notater.yaml": "id: x"})))
    assert (place, rule) == ("mini/common/notater.yaml:1:1", "file")
    near, count = re.fullmatch(
        "«notater» er ikke en mappe eller fil håndboka kjenner; det nærmeste er (.*). "
        r"Alle (\d+) står i oversikten over felter \(felter.md\)",
        text,
    ).groups()  # type: ignore[union-attr]
    assert len(near.split(", ")) == 3
    assert set(near.split(", ")) <= set(KINDS)
    assert int(count) == len(KINDS)


@pytest.mark.parametrize(("text", "place"), [("bare tekst\n", "1:1"), ("- bare tekst\n", "1:3"), ("- [a]\n", "1:3")])
def test_a_file_without_fields_is_told(tmp_path: Path, text: str, place: str) -> None:
    assert findings(checked(varied(tmp_path, {"lillevik/roles.yml": text}))) == [
        (f"mini/lillevik/roles.yml:{place}", "file", "her ventes felter som «id: …» og «name: …», ikke bare tekst")
    ]


@pytest.mark.parametrize("text", ["# ingen ennå\n", "[]\n", "-\n"])
def test_a_list_with_nothing_in_it_yet_is_fine(tmp_path: Path, text: str) -> None:
    assert findings(checked(varied(tmp_path, {"lillevik/roles.yml": text}))) == []


def test_a_folder_that_is_not_there_is_not_a_handbook(tmp_path: Path) -> None:
    with pytest.raises(HandbookNotFound):
        municipalities(tmp_path / "finnes-ikke")
    with pytest.raises(HandbookNotFound):
        municipalities(tmp_path)
    (tmp_path / "common").mkdir()
    (tmp_path / ".git").mkdir()
    with pytest.raises(HandbookNotFound):
        municipalities(tmp_path)


@pytest.mark.parametrize("slug", ["storevik", "common", "", ".", ".."])
def test_only_a_municipality_can_be_loaded(slug: str) -> None:
    with pytest.raises(HandbookNotFound):
        Folder(MINI, KINDS).load(slug)


# The list of findings


def many_mistakes(tmp_path: Path) -> Path:
    return varied(
        tmp_path,
        {
            SCHOOL: "id: skole\nname: S\ncategory: x\ngovernment: y\nfarge: z\nsummary: '<b>'\n",
            "lillevik/roles.yml": "- {id: A}\n- {id: b, farge: c}\n",
            "common/rules.yml": mini_file("common/rules.yml").replace("§ 13-1", "§ 99-1"),
        },
    )


def test_findings_are_the_same_and_in_order_every_time(tmp_path: Path) -> None:
    root = many_mistakes(tmp_path)
    first = checked(root).problems
    assert len(first) > 6
    assert first == checked(root).problems
    marks = [problem.mark for problem in first]
    assert marks == sorted(marks)
    shuffled = list(first) * 2
    random.Random(1).shuffle(shuffled)
    assert in_order(shuffled) == first


def test_every_finding_stands_in_a_file_at_a_line_that_exists(tmp_path: Path) -> None:
    root = many_mistakes(tmp_path)
    for problem in checked(root).problems:
        lines = (root / problem.mark.path.removeprefix("mini/")).read_text(encoding="utf-8").split("\n")
        assert problem.mark.column <= len(lines[problem.mark.line - 1]) + 1
        assert problem.severity in Severity
