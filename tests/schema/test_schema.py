"""The schemas for editors: current, and of one mind with the builder."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest
from builder.load.listing import SUFFIXES
from builder.load.translation import name_and_language
from builder.model.kinds import KINDS
from builder.problem import Severity
from builder.schema.editor import file_name, schema, schema_files
from jsonschema import Draft7Validator

from tests.core_yaml import core
from tests.support import ROOT, checked, mini_file, said_by_handbok, varied

SCHEMAS = ROOT / "docs" / "schema"
DATA = sorted(path for path in (ROOT / "handbook").rglob("*") if path.suffix in SUFFIXES)


@cache
def validator(kind: str) -> Draft7Validator:
    return Draft7Validator(schema(kind))


def kind_of(name: str) -> str:
    """The kind of the file at a path below the data folder."""
    parts = Path(name).with_suffix("").parts
    return name_and_language(parts[1])[0]


def faults(name: str, text: str) -> list[str]:
    """What an editor would mark."""
    return [f"{list(e.absolute_path)}: {e.message}" for e in validator(kind_of(name)).iter_errors(core(text))]


def test_the_committed_schemas_are_current() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.iterdir()}
    assert committed == dict(schema_files()), "run `handbok schema` and commit docs/schema"


def test_the_command_writes_them(tmp_path: Path) -> None:
    result = said_by_handbok("schema", "--output", str(tmp_path / "ny" / "mappe"))
    assert result.returncode == 0
    names = [*map(file_name, KINDS), "handbook.schema.json", "endringer.schema.json", "sammenligning.schema.json"]
    assert result.stdout.splitlines() == [f"Skrev {tmp_path}/ny/mappe/{name}" for name in names]
    assert {path.name for path in (tmp_path / "ny" / "mappe").iterdir()} == {name for name, _ in schema_files()}


@pytest.mark.parametrize("address", ["https://handbok.example/skjema", "https://handbok.example/skjema/"])
def test_a_published_schema_says_where_it_lies(address: str, tmp_path: Path) -> None:
    assert said_by_handbok("schema", "--output", str(tmp_path), "--published-at", address).returncode == 0
    for path in tmp_path.iterdir():
        published = json.loads(path.read_text(encoding="utf-8"))
        assert published.pop("$id") == f"https://handbok.example/skjema/{path.name}"
        assert published == json.loads((SCHEMAS / path.name).read_text(encoding="utf-8"))


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    result = said_by_handbok("schema", "--output", str(tmp_path / "fil"))
    assert result.returncode == 2
    assert str(tmp_path / "fil") in " ".join(result.stderr.split())


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_valid_and_explains_every_field(kind: str) -> None:
    Draft7Validator.check_schema(schema(kind))
    assert schema(kind)["description"] == KINDS[kind].description
    definitions = schema(kind)["definitions"]
    assert isinstance(definitions, dict)
    for definition in definitions.values():
        for field in definition.get("properties", {}).values():
            assert field["title"]
            assert field["description"].endswith((".", "»"))
            if "enum" in field:
                assert len(field["enum"]) == len(field["enumDescriptions"])


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.relative_to(ROOT / "handbook").as_posix())
def test_the_demonstration_handbooks_follow_the_schemas(path: Path) -> None:
    name = path.relative_to(ROOT / "handbook").as_posix()
    assert faults(name, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("when: Det hastar.\n", False),
        ("when:\n", False),
        ("phone: 112\n", True),
        ("order: 10\n", True),
        ("wen: Det hastar.\n", True),
    ],
)
def test_a_translation_has_only_texts(text: str, marked: bool) -> None:
    translation = f"id: politi\ntranslates: jfqlmncb\nname: Politi\n{text}"
    assert bool(faults("common/emergency.nn.yml", translation)) is marked


def test_the_items_of_a_translation_keep_their_place_and_their_id() -> None:
    form = "id: a\ntranslates: b\nsections:\n  - title: T\n    fields: [{}, {label: L, options: [Ja, Nei]}]\n"
    assert faults("common/forms/a.nn.yml", form) == []
    pathway = "id: a\ntranslates: b\nsteps: [{id: en, title: Ring}]\n"
    assert faults("common/pathways/a.nn.yml", pathway) == []
    assert faults("common/pathways/a.nn.yml", pathway.replace("title", "responsible")) != []


def test_the_editor_is_told_which_schema_each_file_has() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert set(settings) == {f"./docs/schema/{file_name(kind)}" for kind in KINDS}
    for path in DATA:
        name = path.relative_to(ROOT).as_posix()
        found = [s for s, globs in settings.items() if any(fnmatch(name, g.replace("/**/", "/*")) for g in globs)]
        assert found == [f"./docs/schema/{file_name(kind_of(name.removeprefix('handbook/')))}"], name


# Agreement with the builder

SERVICE = "id: ny\nname: Ny\ncategory: school\ngovernment: municipality\nsummary: Kort.\n"
FORUM = "id: ny\nname: Ny\nkind: standing\npurpose: Drøfte.\n"
PATHWAY = "id: ny\ntitle: Ny\nsummary: Kort.\nsteps:\n  - {id: en, title: Ring, responsible: ansatt, ends: true}\n"
MUNICIPALITY = mini_file("lillevik/municipality.yml")
CONTACT = SERVICE + "contacts:\n  - id: leder\n    role: Leder\n"

GOOD_SERVICES = [
    "", "short_name: 2024\n", "short_name: true\n", "aliases: [1, 2.5, true, x]\n", "aliases: []\n", "note:\n", "note: ~\n",
    "note: true\n", "ages: {from: 0}\n", "ages: {from: '6', to: 15}\n", "ages: {}\n", "website: https://a.no\n",
    "reviewed: 2026-03-31\n", "venues: [office, home]\n", "works_with: [skole]\n", "parent: 12\n", "access: {}\n",
    "legal_basis: [barnevernsloven § 13-2]\n", "opening_hours: [{days: [monday], opens: 8:00, closes: 15.30}]\n",
    "opening_hours: [{days: [monday], opens: '8:00', closes: '15.30'}]\n", "access: {routes: [referral], how: Ring.}\n",
]  # fmt: skip
GOOD_CONTACTS = [
    "phone: 112", "phone: 02800", "phone: 00 00 00 00", "phone: 00000000", "phone: '22 22 22 22'", "phone: +47 22 22 22 22",
    "phone: 116 117", "phone:", "email: a.b@c.no", "email: blåbær@kommune.no", "vacant: true", "vacant: 'false'",
    "deputy: null", "languages: [norsk, 1]", "verified: {date: 2026-10-01, by: Sekretær, how: Ringte}",
]  # fmt: skip
BAD_SERVICES = [
    "sumary: x\n", "category: school\n", "name: ''\n", "short_name: [a]\n", "short_name: {a: b}\n", "short_name: '  '\n",
    "aliases: x\n", "aliases: [~]\n", "aliases:\n", "aliases: [[a]]\n", "ages: 5\n", "ages: {from: -1}\n", "ages: {from: 121}\n",
    "ages: {from: seks}\n", "ages: {from: 1.5}\n", "ages: {form: 1}\n", "website: http://a.no\n", "website: a.no\n",
    "website: https://a\n", "reviewed: 2026-3-1\n", "reviewed: 31.03.2026\n", "reviewed: 2026-13-01\n", "reviewed: 2026\n",
    "reviewed: 2026-03-32\n", "venues: [kontor]\n", "venues: office\n", "works_with: [Skole]\n", "works_with: skole\n",
    "works_with: [~]\n", "opening_hours: [{days: [], opens: 8:00, closes: 15:00}]\n", "access: ring\n",
    "opening_hours: [{days: [monday], closes: 15:00}]\n", "opening_hours: [{days: [monday], opens: 25:00, closes: 15:00}]\n",
    "opening_hours: [{days: [monday], opens: åtte, closes: 15:00}]\n", "opening_hours: {days: [monday]}\n",
    "contacts: {id: x, role: X}\n", "contacts: [{role: X}]\n", "contacts: [leder]\n", "legal_basis: [12]\n",
    "extends_: bup\n",
]  # fmt: skip
BAD_CONTACTS = [
    "phone: x", "phone: [1]", "phone: true", "email: a@b", "email: a b@c.no", "email: a..b@c.no", "email: 12", "vacant: ja",
    "vacant: 1", "id: Leder", "verified: 2026-10-01", "verified: {date: i går, by: Sekretær, how: Ringte}", "telefon: 112",
]  # fmt: skip
WHOLE = {
    True: [
        ("lillevik/services/ny.yml", SERVICE.replace("id: ny", "id: 2024")),
        ("lillevik/services/ny.yml", SERVICE.replace("id: ny", "id: true")),
        ("lillevik/services/ny.yml", ""),
        ("lillevik/services/ny.yml", "# bare en merknad\n"),
        ("lillevik/services.yml", "- {id: a, name: A, category: school, government: state, summary: x}\n-\n"),
        ("lillevik/services/bup.yml", "id: bup\nextends: bup\ncontacts:\n  - {id: inntak, phone: 00 00 00 00}\n"),
        ("lillevik/services/bup.yml", "id: bup\nextends: bup\nages: {to: 18}\n"),
        ("lillevik/roles.yml", "- {id: ansatt, extends: ansatt, name: Du}\n"),
        ("lillevik/municipality.yml", MUNICIPALITY.replace("0301", '"0301"')),
        ("lillevik/municipality.yml", MUNICIPALITY.replace("0301", "4203")),
        ("lillevik/municipality.yml", MUNICIPALITY + "organisation_number: 974760673\n"),
        ("lillevik/municipality.yml", MUNICIPALITY + "organisation_number: 974 760 673\n"),
        ("lillevik/municipality.yml", MUNICIPALITY + "version: 1.10\ncontact_check_months: '6'\n"),
        ("lillevik/forums/ny.yml", FORUM + "recurrence: {times: 2, per: year}\nstarts: 9:00\nminutes: 60\nlevel: 0\n"),
        ("lillevik/pathways/ny.yml", PATHWAY + "order: -1\nurgent: true\n"),
    ],
    False: [
        ("lillevik/services/ny.yml", "tekst\n"),
        ("lillevik/services/ny.yml", "- 1\n"),
        ("lillevik/services/ny.yml", SERVICE.replace("id: ny\n", "")),
        ("lillevik/services/ny.yml", SERVICE.replace("id: ny", "id: Ny skole")),
        ("lillevik/services/ny.yml", SERVICE.replace("id: ny", "id: a_b")),
        ("lillevik/services/ny.yml", SERVICE.replace("summary: Kort.", "summary:")),
        ("lillevik/services/ny.yml", SERVICE.replace("category: school", "category: skole")),
        ("lillevik/services/ny.yml", SERVICE.replace("category: school", "category:")),
        ("lillevik/services/bup.yml", "id: bup\nextends: bup\nkontakter: []\n"),
        ("lillevik/services/bup.yml", "id: bup\nextends:\n"),
        ("lillevik/services/bup.yml", "id: bup\nextends: bup\ncontacts:\n  - {id: inntak, phone: nei}\n"),
        ("lillevik/municipality.yml", MUNICIPALITY.replace("0301", "30111")),
        ("lillevik/municipality.yml", MUNICIPALITY.replace("0301", "tre")),
        ("lillevik/municipality.yml", MUNICIPALITY.replace("standard: nb", "standard: no")),
        ("lillevik/municipality.yml", MUNICIPALITY + "organisation_number: 97476067\n"[:-3] + "x\n"),
        ("lillevik/municipality.yml", MUNICIPALITY + "contact_check_months: 37\n"),
        ("lillevik/municipality.yml", MUNICIPALITY + "contact_check_months: 0\n"),
        ("lillevik/forums/ny.yml", FORUM + "level: 10\n"),
        ("lillevik/forums/ny.yml", FORUM + "minutes: 4\n"),
        ("lillevik/forums/ny.yml", FORUM + "chair: [ppt.leder]\n"),
        ("lillevik/pathways/ny.yml", PATHWAY.partition("steps")[0]),
        ("lillevik/pathways/ny.yml", PATHWAY.partition("steps")[0] + "steps: []\n"),
        ("lillevik/pathways/ny.yml", PATHWAY.replace("responsible: ansatt", "responsible: [ansatt, ppt.leder]")),
    ],
}  # fmt: skip
CASES = [
    *(("lillevik/services/ny.yml", SERVICE + extra, True) for extra in GOOD_SERVICES),
    *(("lillevik/services/ny.yml", f"{CONTACT}    {extra}\n", True) for extra in GOOD_CONTACTS),
    *(("lillevik/services/ny.yml", SERVICE + extra, False) for extra in BAD_SERVICES if extra != "category: school\n"),
    *(("lillevik/services/ny.yml", f"{CONTACT.replace('id: leder', 'id: l')}    {extra}\n", False) for extra in BAD_CONTACTS if extra != "id: Leder"),
    *((name, text, good) for good, files in WHOLE.items() for name, text in files),
]  # fmt: skip
SHARED = {
    "common/services/bup.yml": "id: bup\nname: BUP\ncategory: bup\ngovernment: health-trust\nsummary: Kort.\n"
    "contacts:\n  - {id: inntak, role: Inntak}\n"
}

#: What takes more than the file to see, or what an editor has lost when it has read a value as a number.
UNSEEN = [
    ("lillevik/services/ny.yml", SERVICE + "reviewed: 2026-02-30\n"),
    ("lillevik/services/ny.yml", SERVICE + "works_with: [skule]\n"),
    ("lillevik/services/ny.yml", SERVICE + "legal_basis: [tulleloven § 1]\n"),
    ("lillevik/services/ny.yml", SERVICE + "ages: {from: 6, to: 5}\n"),
    ("lillevik/services/ny.yml", SERVICE + "opening_hours: [{days: [monday], opens: 9, closes: 15:00}]\n"),
    ("lillevik/services/ny.yml", CONTACT + "    phone: 12345\n"),
    ("lillevik/services/ny.yml", CONTACT + "    vacant: True\n"),
    ("lillevik/municipality.yml", MUNICIPALITY.replace("0301", "301")),
    ("lillevik/municipality.yml", MUNICIPALITY.replace("0301", "03011")),
    ("lillevik/municipality.yml", MUNICIPALITY + "organisation_number: 974760674\n"),
    ("lillevik/forums/ny.yml", FORUM + "recurrence: {every: 2}\n"),
    ("lillevik/pathways/ny.yml", PATHWAY.replace("responsible: ansatt, ", "")),
]


def refused_by_builder(target: Path, name: str, text: str) -> list[str]:
    """The errors the builder reports in one file laid into the miniature handbook."""
    result = checked(varied(target, {**SHARED, name: text}))
    return [p.message.text() for p in result.problems if p.mark.path == f"mini/{name}" and p.severity is Severity.ERROR]


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 100
    assert len({(name, text) for name, text, _ in CASES}) == len(CASES)


@pytest.mark.parametrize(("name", "text", "good"), CASES, ids=[re.sub(r"\s+", " ", c[1])[-60:] for c in CASES])
def test_schema_and_builder_agree(tmp_path: Path, name: str, text: str, good: bool) -> None:
    assert (faults(name, text) == []) is good, faults(name, text)
    refused = refused_by_builder(tmp_path, name, text)
    assert (refused == []) is good, refused


@pytest.mark.parametrize(("name", "text"), UNSEEN)
def test_what_a_schema_cannot_see_the_builder_finds(tmp_path: Path, name: str, text: str) -> None:
    assert faults(name, text) == []
    assert refused_by_builder(tmp_path, name, text) != []
