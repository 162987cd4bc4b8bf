"""What lies in a data folder and is not read: each is told, with what was meant, but for what is known to be no data."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from builder.cache.inputs import Inputs
from builder.cache.store import Store
from builder.load.folder import strangers
from builder.load.listing import data_files
from builder.problem import Severity

from tests.support import SLUG, checked, findings, said_by_handbok, varied

#: A name of a file that lies beside `skole.yml` -> what the finding says must be done.
MEANT = {
    "ppt2.YML": "gi fila navnet «ppt2.yml»",
    "ppt2.Yaml": "gi fila navnet «ppt2.yml»",
    "ppt2.yaml.txt": "gi fila navnet «ppt2.yml»",
    "ppt2.yml ": "gi fila navnet «ppt2.yml»",
    "ppt2.yml.": "gi fila navnet «ppt2.yml»",
    "ppt2": "gi fila navnet «ppt2.yml»",
    "skole.yml.bak": "ser ut som en kopi av «skole.yml»; slett den",
    "skole.yml~": "ser ut som en kopi av «skole.yml»; slett den",
    "#skole.yml#": "ser ut som en kopi av «skole.yml»; slett den",
    "skole.YML": "ser ut som en kopi av «skole.yml»; slett den",
    "ppt2.json": "håndboka leser bare filer som slutter på .yml",
    "ppt2.docx": "håndboka leser bare filer som slutter på .yml",
    "ppt2.md": "håndboka leser bare filer som slutter på .yml",
    ".ppt2.yml": "navnet begynner med punktum",
}
HARMLESS = [
    "README.md", "readme", "LICENSE", "CODEOWNERS", ".gitkeep", ".DS_Store", "Thumbs.db", "desktop.ini", "._skole.yml",
    ".#skole.yml", ".skole.yml.swp", ".git/config.yml", ".media/x.png",
]  # fmt: skip


@pytest.mark.parametrize("folder", ["services", "services/mer"])
def test_a_file_that_is_not_read_is_told_with_what_was_meant(tmp_path: Path, folder: str) -> None:
    beside: dict[str, str | bytes | None] = {f"{SLUG}/{folder}/{name}": "x" for name in MEANT}
    if folder == "services/mer":
        school = "id: skole-to\nname: Skole\ncategory: school\ngovernment: municipality\n"
        beside[f"{SLUG}/{folder}/skole.yml"] = school
    result = checked(varied(tmp_path, beside))
    told = {p.mark.path: p for p in result.problems if p.rule == "file"}
    assert set(told) == {f"mini/{SLUG}/{folder}/{name}" for name in MEANT}
    for name, meant in MEANT.items():
        problem = told[f"mini/{SLUG}/{folder}/{name}"]
        assert meant in problem.message.text()
        assert f"«{name}»" in problem.message.text()
        assert problem.severity is Severity.WARNING


def test_what_everybody_knows_is_no_data_is_let_be(tmp_path: Path) -> None:
    root = varied(tmp_path, {f"{SLUG}/{name}": "x" for name in HARMLESS} | dict.fromkeys(HARMLESS, "x"))
    assert findings(checked(root)) == []
    assert strangers(root) == ()


def test_a_file_that_is_put_beside_is_told_though_the_rest_is_unchanged(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    before = Inputs(root, "mini", Store(tmp_path)).of(SLUG)
    (root / SLUG / "services" / "ny.yaml.txt").write_text("x", encoding="utf-8")
    assert Inputs(root, "mini", Store(tmp_path)).of(SLUG) != before


@pytest.mark.parametrize(
    ("name", "text"),
    [("roles.yml", ""), ("roles.yml", "\ufeff \n\n"), ("services/ny.yml", ""), ("services/ny.yml", "# kommer\n")],
)
def test_a_file_with_nothing_in_it_is_told(tmp_path: Path, name: str, text: str) -> None:
    ((place, rule, message),) = findings(checked(varied(tmp_path, {f"{SLUG}/{name}": text})))
    assert (place, rule) == (f"mini/{SLUG}/{name}:1:1", "file")
    assert "står ingenting i fila" in message


def test_a_folder_with_the_name_of_a_file_is_told(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    (root / SLUG / "services" / "ny.yml").mkdir()
    assert findings(checked(root)) == [
        (f"mini/{SLUG}/services/ny.yml:1:1", "file",
         "«ny.yml» er en mappe med navn som en fil; gi den et navn uten .yml")
    ]  # fmt: skip


UNSEEN = [b"by\xff\xe5.yml", b"to\nlinjer.yml", "ret\u202eo.yml".encode(), b"\x1b[31m.yml", "lin\u2028je.yml".encode()]


@pytest.mark.parametrize("name", UNSEEN)
@pytest.mark.parametrize("folder", [False, True])
def test_a_name_that_cannot_be_shown_is_told_and_not_read(tmp_path: Path, name: bytes, folder: bool) -> None:
    root = varied(tmp_path, {})
    path = os.path.join(os.fsencode(root / SLUG / "services"), name)  # noqa: PTH118
    if folder:
        os.mkdir(path)  # noqa: PTH102
    (Path(os.fsdecode(path)) / "x.yml" if folder else Path(os.fsdecode(path))).write_text(
        "farge: rød", encoding="utf-8"
    )
    ((_, rule, message),) = findings(checked(root))
    assert rule == "file"
    assert message.startswith("navnet har tegn som ikke vises")


@pytest.mark.parametrize("output_format", ["text", "json", "github", "gitlab", "sarif"])
def test_it_is_told_in_every_format(tmp_path: Path, output_format: str) -> None:
    root = varied(tmp_path, {})
    for name in UNSEEN:
        Path(os.fsdecode(os.path.join(os.fsencode(root / SLUG), name))).write_text("x", encoding="utf-8")  # noqa: PTH118
    told = said_by_handbok("check", "--handbook", str(root), "--format", output_format)
    assert told.returncode == 1
    assert told.stdout.count("navnet har tegn som ikke vises") == len(UNSEEN)
    assert told.stderr == ""


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("roles.yml", "flytt fila inn i mappa til kommunen"),
        ("notat.docx", "leser bare filer som slutter på .yml"),
        ("storevik.YML", "gi fila navnet «storevik.yml»"),
        ("services/ny.yml", "flytt den inn i mappa til kommunen"),
    ],
)
def test_what_lies_right_in_the_data_folder_is_told(tmp_path: Path, name: str, said: str) -> None:
    root = varied(tmp_path, {name: "id: x\n"})
    (told,) = strangers(root)
    assert told.path == str(root / name.split("/", maxsplit=1)[0])
    assert said in told.message.text()
    assert told.severity is Severity.WARNING


def test_files_are_in_the_order_of_their_folders(tmp_path: Path) -> None:
    for name in ("a-b/x.yml", "a/x.yml", "a.yml", "a/b/x.yml", "a b/x.yml", "å/x.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    order = [Path(path).relative_to(tmp_path).as_posix() for path in data_files(str(tmp_path))]
    assert order == ["a/b/x.yml", "a/x.yml", "a b/x.yml", "a-b/x.yml", "a.yml", "å/x.yml"]
