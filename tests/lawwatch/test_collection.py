"""A folder with a collection of law: which file is which act, and what has been taken out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from builder.lawwatch.collection import Collection, Removed, reference

from tests.lawwatch.layouts import NAMED, NUMBERED, Written, both, put

CHILD_WELFARE, HEALTH = "lov/2021-06-18-97", "forskrift/2018-10-19-1584"


@pytest.mark.parametrize("folder", [NUMBERED, NAMED])
def test_a_collection_knows_its_acts_by_their_numbers(folder: Path) -> None:
    collection = Collection(folder)
    assert collection.files.keys() == {CHILD_WELFARE, HEALTH}
    assert collection.kinds == {"lov", "forskrift"}
    text = collection.text(CHILD_WELFARE)
    assert text is not None
    assert text.title == "Lov om barnevern (barnevernsloven)"
    assert collection.text(CHILD_WELFARE) is text
    assert collection.text("lov/1900-01-01-1") is None


def test_the_manifest_remembers_what_has_been_taken_out() -> None:
    assert Collection(NAMED).removed == {
        "lov/1999-01-01-1": Removed(""),
        "lov/1967-02-10": Removed("upstream_placeholder"),
    }
    assert Collection(NUMBERED).removed == {}


@pytest.mark.parametrize(
    "manifest",
    [
        "",
        "{",
        "[]",
        '{"documents": []}',
        '{"documents": {"nl-1": 3, "x": {"status": "removed"}}}',
        "[" * 100_000,
        "\ufeff",
    ],
)
def test_a_manifest_that_says_nothing_takes_nothing_out(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "manifest.json").write_text(manifest, encoding="utf-8")
    assert Collection(tmp_path).removed == {}


@pytest.mark.parametrize(
    ("written", "address", "found"),
    [
        ("LOV-2021-06-18-97", None, CHILD_WELFARE),
        ("LOV-1967-02-10", None, "lov/1967-02-10"),
        ("FOR-2018-10-19-1584", None, HEALTH),
        (None, "https://lovdata.no/dokument/NL/lov/2021-06-18-97", CHILD_WELFARE),
        ("EU-2016-679", "https://github.com/a/b/blob/c/lover/lov-2018-06-15-38.md", "lov/2018-06-15-38"),
        (None, "https://github.com/a/b/blob/c/lover/lov-2018-06-15-38.md (§ 57)", "lov/2018-06-15-38"),
        (None, "https://github.com/a/b/blob/c/lover/barnevernsloven-bvl.md", None),
        (None, None, None),
        ("", "", None),
    ],
)
def test_an_act_is_looked_for_by_its_reference_or_where_it_was_read(
    written: str | None, address: str | None, found: str | None
) -> None:
    assert reference(written, address) == found


@both
def test_front_matter_goes_before_the_name_of_the_file(tmp_path: Path, layout: str) -> None:
    put(tmp_path, layout, Written(number=CHILD_WELFARE))
    (file,) = (tmp_path / "lover").iterdir()
    file.rename(tmp_path / "lover" / "lov-1999-09-09-9.md")
    assert Collection(tmp_path).files.keys() == {CHILD_WELFARE}


def test_a_file_without_front_matter_is_what_its_name_says(tmp_path: Path) -> None:
    (tmp_path / "lov-2021-06-18-97.md").write_text("#### § 1. Formål\n\nTeksten.\n", encoding="utf-8")
    collection = Collection(tmp_path)
    text = collection.text(CHILD_WELFARE)
    assert text is not None
    assert text.found("§ 1") is not None


def test_odd_files_are_passed_over_or_read_as_they_are(tmp_path: Path) -> None:
    put(tmp_path, "numbered", Written())
    lover = tmp_path / "lover"
    (lover / "lov-2000-01-01-1.md").write_bytes(b"")
    (lover / "lov-2000-01-01-2.md").write_bytes(b'---\nrefid: "lov/2000-01-01-2"\n---\n#### \xa7 1. Form\xe5l\n')
    (lover / "lov-2000-01-01-3.md").write_bytes(bytes(range(256)) * 40)
    (lover / "lov-2000-01-01-4.md").mkdir()
    (lover / "lov-2000-01-01-5.md").symlink_to(tmp_path / "borte.md")
    (lover / "lov-2000-01-01-6.txt").write_text("#### § 1. Formål\n", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "lov-2000-01-01-7.md").write_text("#### § 1. Formål\n", encoding="utf-8")
    os.mkfifo(lover / "rør")
    collection = Collection(tmp_path)
    assert collection.files.keys() == {"lov/2020-01-02-3", "lov/2000-01-01-2", "lov/2000-01-01-3"}
    for name in collection.files:
        assert collection.text(name) is not None


def test_a_file_with_other_line_ends_is_read_the_same(tmp_path: Path) -> None:
    put(tmp_path, "named", Written(changed="2026-01-01"))
    (file,) = (tmp_path / "lover").iterdir()
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    text = Collection(tmp_path).text("lov/2020-01-02-3")
    assert text is not None
    assert (text.title, str(text.changed)) == ("Lov om prøver (prøveloven)", "2026-01-01")
    section = text.found("§ 1")
    assert section is not None
    assert section.heading == "Formål"


def test_a_file_that_is_too_big_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "numbered", Written())
    monkeypatch.setattr("builder.lawwatch.collection._MOST_BYTES", 10)
    assert Collection(tmp_path).text("lov/2020-01-02-3") is None


def test_a_folder_that_is_not_there_has_no_acts(tmp_path: Path) -> None:
    assert Collection(tmp_path / "borte").files == {}
