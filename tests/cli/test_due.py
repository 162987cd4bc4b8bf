"""`handbok due`: what is to be done, for people, spreadsheets, programs, calendars and post."""

from __future__ import annotations

import contextlib
import csv
import email
import email.policy
import io
import json
import mailbox
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.support import mini_file, said_by_handbok, varied

PPT = "lillevik/services/ppt.yml"
NAME = "lillevik/municipality.yml"


def due(root: Path, *arguments: str, code: int = 0) -> str:
    result = said_by_handbok("due", "--handbook", str(root), *arguments)
    assert result.returncode == code, result.stderr
    return result.stdout if code == 0 else result.stderr


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The leader of PPT is to be verified on the first of December, and the text was to be gone through."""
    text = mini_file(PPT).replace("date: 2026-10-01", "date: 2026-06-01")
    text = text.replace("next_review: 2027-09-01", "next_review: 2026-11-01").replace("role: Leder", "role: =Leder")
    return varied(tmp_path, {PPT: text})


def rows(root: Path, *arguments: str) -> list[dict]:
    return json.loads(due(root, "--format", "json", *arguments))


def test_programs_are_told_all(root: Path) -> None:
    review, verify = (
        next(row for row in rows(root) if (row["duty"], row["reference"]) == wanted)
        for wanted in (("review", "ppt"), ("verify", "ppt.leder"))
    )
    assert (review["due"], review["late"], verify["due"], verify["late"]) == ("2026-11-01", True, "2026-12-01", False)
    assert verify["email"] == "ppt@lillevik.example"
    assert verify["answer"] == 'handbok verify ppt.leder --municipality lillevik --by "" --how ""'
    assert verify["message"].startswith("Hei!\n\nStemmer dette fortsatt om =Leder")
    assert "Svar gjerne innen tirsdag 1. desember 2026." in verify["message"]
    assert review["file"].endswith("lillevik/services/ppt.yml")


def test_only_what_is_within_the_time_and_of_the_owner(root: Path) -> None:
    assert {row["reference"] for row in rows(root, "--within", "8d")} & {"ppt.leder"} == set()
    assert "ppt.leder" in {row["reference"] for row in rows(root, "--within", "2w")}
    assert {row["owner_id"] for row in rows(root, "--owner", "ppt.leder")} == {"ppt.leder"}
    assert rows(root, "--owner", "skole.rektor", "--within", "0d") == []
    assert "Ingenting å gjøre." in due(root, "--owner", "skole.rektor", "--within", "0d")
    assert rows(root, "--owner", "PPT.LEDER") == rows(root, "--owner", "ppt.leder")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--within", "snart"), "«snart» er ikke en tid"),
        (("--within", "-3d"), "er ikke en tid"),
        (("--owner", "ppt.ledr"), "Ingen eier heter «ppt.ledr»; mente du «ppt.leder»?"),
    ],
)
def test_wrong_use_is_told(root: Path, arguments: tuple[str, ...], said: str) -> None:
    assert said in " ".join(due(root, *arguments, code=2).split())


def test_people_get_a_table_for_each_owner(root: Path) -> None:
    text = due(root)
    assert "Sammen i Lillevik – =Leder, PPT" in text
    assert "tir. 1. des. 2026" in text
    assert "ppt@lillevik.example" in text
    assert due(varied(root / "tom", {}), "--within", "0d").strip() != ""


def test_spreadsheets_get_no_formulas(root: Path) -> None:
    found = list(csv.DictReader(io.StringIO(due(root, "--format", "csv")), delimiter=";"))
    verify = next(row for row in found if row["what"] == "Kontroller kontakten" and "PPT" in row["name"])
    assert verify["name"].startswith("'=Leder")
    assert verify["due"] == "2026-12-01"


def test_a_list_to_tick_holds_no_markup_from_the_data(root: Path) -> None:
    (root / PPT).write_text((root / PPT).read_text("utf-8").replace("role: =Leder", "role: <3 [x] _y_"), "utf-8")
    text = due(root, "--format", "markdown")
    assert "# Sammen i Lillevik" in text
    assert "- [ ] **tir. 1. des. 2026** Kontroller kontakten: \\<3 \\[x\\] \\_y\\_" in text


def test_calendars_have_what_is_late_today(root: Path) -> None:
    text = due(root, "--format", "ics")
    events = {str(event["uid"]): event for event in Calendar.from_ical(text).walk("VEVENT")}
    assert str(events["verify-contacts-ppt.leder@lillevik.handbok"].decoded("dtstart")) == "2026-12-01"
    assert str(events["review-services-ppt@lillevik.handbok"].decoded("dtstart")) == "2026-11-22"
    assert len(events) == len(rows(root))


def test_letters_are_ready_to_be_sent_one_to_each(root: Path, tmp_path: Path) -> None:
    box = tmp_path / "ut.mbox"
    box.write_text(due(root, "--format", "mail"), encoding="utf-8")
    with contextlib.closing(mailbox.mbox(box)) as found:
        letters = {message["To"]: message for message in found}
    assert len(letters) == len({row["email"] or row["sender"] for row in rows(root)})
    body = letters["ppt@lillevik.example"].get_payload(decode=True).decode()
    assert body.count("Hei!") == body.count("Hilsen Redaktør") == 1
    assert "Stemmer dette fortsatt" in body
    assert "Stemmer «PPT» fortsatt" in body
    due(root, "--format", "mail", "--output", str(tmp_path / "brev"))
    one = email.message_from_bytes(
        (tmp_path / "brev/lillevik-ppt-lillevik-example.eml").read_bytes(), policy=email.policy.default
    )
    assert (one["To"], one["From"], one["X-Unsent"]) == ("ppt@lillevik.example", "redaksjon@lillevik.example", "1")


def test_messages_are_in_the_language_of_the_handbook(root: Path) -> None:
    name = root / NAME
    name.write_text(name.read_text("utf-8").replace("written_standard: nb", "written_standard: nn"), "utf-8")
    verify = next(row for row in rows(root) if row["reference"] == "ppt.leder" and row["duty"] == "verify")
    assert verify["what"] == "Kontroller kontakten"
    assert "Svar gjerne innan tysdag 1. desember 2026." in verify["message"]


def test_what_those_who_keep_the_library_go_through_is_not_the_municipalitys(tmp_path: Path) -> None:
    folder = tmp_path / "handbook" / "lillevik"
    folder.mkdir(parents=True)
    text = mini_file(NAME).replace("disagreement: uenighet\n", "")
    (folder / "municipality.yml").write_text(text, encoding="utf-8")
    found = rows(folder.parent, "--within", "20m")
    assert [row["reference"] for row in found if row["duty"] == "review"] == ["lillevik"]
