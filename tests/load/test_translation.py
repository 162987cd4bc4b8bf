"""A record's texts in another language are laid over it, each with its own place, and what has no place there is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.check.checker import Checked
from builder.check.translations import digest
from builder.load.declaration import Declaration
from builder.load.folder import Folder
from builder.load.translation import name_and_language
from builder.load.tree import Mapping
from builder.load.yaml_text import parse
from builder.model.form import FORMS
from builder.model.kinds import KINDS

from tests.support import MINI, checked, errors, findings, mini_file, place_in, varied

ROLE = "common/roles.nn.yml"
FORM = "common/forms.nn.yml"
NYNORSK = {
    "lillevik/municipality.yml": mini_file("lillevik/municipality.yml").replace("standard: nb", "standard: nn"),
}
OF_ROLE = "- {id: ansatt, translates: %s, name: Du som er uroa}\n"
OF_FORM = """\
- id: samtykke
  translates: %s
  title: Samtykke til samarbeid mellom tenester
  aliases: [samtykkeskjema, løyve]
  instructions: [Gå gjennom skjemaet saman.]
  sections:
    - title: Kven det gjeld
      fields:
        - label: Namn
        - label: Kva kan delast?
        - {}
        - columns: [Kva, Kven, Når]
        - label: Føresett
"""


def base(kind: str, record: str) -> Declaration:
    common = Folder(MINI, KINDS, "mini").common
    return next(d for d in common.declarations if (d.kind, d.id) == (kind, record))


def with_digest(text: str, kind: str, record: str) -> str:
    return text % digest(base(kind, record))


def translated(tmp_path: Path, files: dict[str, str]) -> Checked:
    return checked(varied(tmp_path, {**NYNORSK, **files}))


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("samtykke.nn", ("samtykke", "nn")),
        ("samtykke.en", ("samtykke", "en")),
        ("samtykke", ("samtykke", None)),
        ("samtykke.nb", ("samtykke.nb", None)),
        ("samtykke.v2", ("samtykke.v2", None)),
        (".nn", (".nn", None)),
    ],
)
def test_the_name_of_a_file_says_its_language(stem: str, expected: tuple[str, str | None]) -> None:
    assert name_and_language(stem) == expected


def test_a_record_is_read_in_the_standard_of_the_municipality(tmp_path: Path) -> None:
    result = translated(tmp_path, {FORM: with_digest(OF_FORM, "forms", "samtykke")})
    assert errors(result) == []
    form = result.handbook.find(FORMS, "samtykke")
    assert form is not None
    assert (form.title, form.purpose) == (
        "Samtykke til samarbeid mellom tenester",
        "Når tjenester skal snakke sammen om et barn.",
    )
    assert form.aliases == ("samtykkeskjema", "løyve")
    fields = form.sections[0].fields
    assert [field.label for field in fields] == ["Namn", "Kva kan delast?", "Jeg samtykker", "Avtaler", "Føresett"]
    assert fields[3].columns == ("Kva", "Kven", "Når")
    assert fields[2].options == ("Ja", "Nei")


def test_one_who_writes_the_other_standard_reads_the_record_as_it_is(tmp_path: Path) -> None:
    result = checked(varied(tmp_path, {FORM: with_digest(OF_FORM, "forms", "samtykke")}))
    assert errors(result) == []
    form = result.handbook.find(FORMS, "samtykke")
    assert form is not None
    assert form.title == "Samtykke til samarbeid"


def test_a_local_change_is_laid_over_the_translated_record(tmp_path: Path) -> None:
    local = "id: samtykke\nextends: samtykke\ntitle: Vårt samtykke\n"
    files = {FORM: with_digest(OF_FORM, "forms", "samtykke"), "lillevik/forms.yml": local}
    result = translated(tmp_path, files)
    assert errors(result) == []
    form = result.handbook.find(FORMS, "samtykke")
    assert form is not None
    assert (form.title, form.sections[0].title) == ("Vårt samtykke", "Kven det gjeld")


def test_a_text_knows_the_file_it_is_written_in(tmp_path: Path) -> None:
    text = with_digest(OF_FORM, "forms", "samtykke")
    form = translated(tmp_path, {FORM: text}).handbook.find(FORMS, "samtykke")
    assert form is not None
    assert str(form.at("sections", 0, "fields", 0, "label")) == place_in(FORM, text, "Namn")
    assert form.at("purpose").path == "mini/common/forms.yml"


@pytest.mark.parametrize(
    ("written", "part", "said"),
    [
        ("- {translates: x, name: Du}\n", "{translates", "oversettelsen mangler id"),
        ("- {id: ukjend, translates: x}\n", "ukjend", "oversettelsen er av «ukjend»"),
        ("- {id: ansatt, translates: %s, nmae: Du}\n", "nmae", "«nmae» står ikke i posten som er oversatt"),
        ("- {id: ansatt, translates: %s, name: [Du]}\n", "[Du]", "dette er ikke skrevet på samme måte"),
        ("- {id: ansatt, translates: %s}\n- {id: ansatt, translates: x}\n", "{id: ansatt, translates: x", "før, i"),
        ("- bare tekst\n", "bare", "her ventes felter"),
    ],
)
def test_what_does_not_fit_is_told_where_it_stands(tmp_path: Path, written: str, part: str, said: str) -> None:
    text = with_digest(written, "roles", "ansatt") if "%s" in written else written
    found = errors(translated(tmp_path, {ROLE: text}))
    assert [place for place, _, _ in found] == [place_in(ROLE, text, part)]
    assert said in found[0][2]


def test_a_list_of_fields_has_as_many_as_in_the_record(tmp_path: Path) -> None:
    text = with_digest(OF_FORM.replace("        - {}\n", ""), "forms", "samtykke")
    result = translated(tmp_path, {FORM: text})
    assert [(place, rule) for place, rule, _ in errors(result)] == [
        (place_in(FORM, text, "- label: Namn"), "translation")
    ]
    assert "4 punkter, men 5" in errors(result)[0][2]


def test_items_with_an_id_are_found_by_it(tmp_path: Path) -> None:
    service = mini_file("lillevik/services/ppt.yml")
    assert "contacts:" in service
    texts = "id: ppt\ntranslates: %s\ncontacts: [{id: leder, role: Leiar}, {id: borte, role: Borte}]\n"
    tree, _ = parse("x", service.encode())
    assert isinstance(tree, Mapping)
    written = texts % digest(Declaration("services", "ppt", tree))
    found = errors(translated(tmp_path, {"lillevik/services/ppt.nn.yml": written}))
    assert len(found) == 1
    assert "«borte» er ikke i lista som er oversatt" in found[0][2]


def test_a_translation_that_cannot_be_read_hides_nothing(tmp_path: Path) -> None:
    result = translated(tmp_path, {ROLE: "- id: [\n"})
    assert [rule for _, rule, _ in errors(result)] == ["yaml"]
    assert [role.name for role in result.handbook.roles] == ["Du som er bekymret"]


def test_nothing_is_told_of_a_translation_of_what_cannot_be_read(tmp_path: Path) -> None:
    files = {"common/roles.yml": "- id: [\n", ROLE: "- {id: ansatt, translates: x, name: Du}\n"}
    assert [rule for _, rule, _ in errors(translated(tmp_path, files))] == ["yaml"]


def test_the_rules_read_the_translation_too(tmp_path: Path) -> None:
    text = with_digest(OF_ROLE.replace("uroa", "uroa 010203 00000"), "roles", "ansatt")
    found = findings(translated(tmp_path, {ROLE: text}))
    assert any(rule == "national-identity-number" and ROLE in place for place, rule, _ in found)


def test_a_record_without_id_has_no_translation(tmp_path: Path) -> None:
    result = translated(tmp_path, {"common/roles.yml": "- {name: Uten id}\n", ROLE: "- {name: Utan id}\n"})
    assert ("translation", "oversettelsen mangler id; skriv id-en til posten den er av") in [
        (rule, said) for _, rule, said in errors(result)
    ]
