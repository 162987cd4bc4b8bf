"""`handbok new tjeneste`, `kontakt`, `møteplass` …: what is written where, and what is refused."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import contents
from tests.cli.test_confirm import Keyboard
from tests.support import MINI, ROOT, said_by_handbok

OWN = Path("handbook/lillevik")


@pytest.fixture(autouse=True)
def handbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The miniature handbook in the folder one stands in, with the roles of the shared library."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    shutil.copytree(MINI, "handbook")
    shared = (ROOT / "handbook" / "common" / "roles.yml").read_text(encoding="utf-8")
    Path("handbook/common/roles.yml").write_text(shared.replace("services:barnevernsvakt", "roles:melder"), "utf-8")
    Path("handbook/lillevik/roles.yml").unlink(missing_ok=True)
    return tmp_path


def test_a_new_service_is_a_commented_file_of_its_own() -> None:
    made = said_by_handbok(
        "new", "tjeneste", "Ung i arbeid", "--text", "Hjelp til jobb.", "--category", "Utekontakt og fritid", "--yes"
    )
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.endswith(
        "Skrev handbook/lillevik/services/ung-i-arbeid.yml\n"
        "Fyll ut resten i handbook/lillevik/services/ung-i-arbeid.yml. handbok check lillevik viser hva som mangler.\n"
    )
    text = (OWN / "services" / "ung-i-arbeid.yml").read_text(encoding="utf-8")
    assert "category: outreach\n" in text
    assert "# short_name: " in text


@pytest.mark.parametrize("word", ["ord", "ORD", "term"])
def test_a_short_record_comes_last_in_its_list(word: str) -> None:
    assert said_by_handbok("new", word, "BTI", "--text", "Bedre innsats.", "--yes").returncode == 0
    before = (OWN / "glossary.yml").read_text(encoding="utf-8")
    assert said_by_handbok("new", word, "Åpen dør", "--text", "Uten timeavtale.", "--yes").returncode == 0
    after = (OWN / "glossary.yml").read_text(encoding="utf-8")
    added = "- id: apen-dor\n  term: Åpen dør\n  meaning: Uten timeavtale.\n"
    assert added in after
    assert after.replace(added, "") == before


def test_a_list_of_only_comments_gets_its_first_record() -> None:
    (OWN / "glossary.yml").write_text("# Våre ord\n", encoding="utf-8")
    assert said_by_handbok("new", "ord", "BTI", "--text", "Bedre innsats.", "--yes").returncode == 0
    assert (OWN / "glossary.yml").read_text(encoding="utf-8").startswith("# Våre ord\n# Et ord")


def test_a_new_contact_comes_last_in_its_service() -> None:
    before = (OWN / "services" / "ppt.yml").read_text(encoding="utf-8")
    made = said_by_handbok("new", "kontakt", "Rådgiver", "--service", "ppt", "--phone", "00 00 00 01", "--yes")
    assert made.returncode == 0, made.stderr
    after = (OWN / "services" / "ppt.yml").read_text(encoding="utf-8")
    added = "  - id: radgiver\n    role: Rådgiver\n    phone: 00 00 00 01\n"
    assert added in after
    assert after.replace(added, "") == before


def test_what_is_to_be_written_is_shown_and_asked_about(monkeypatch: pytest.MonkeyPatch, handbook: Path) -> None:
    before = contents(handbook)
    monkeypatch.setattr(sys, "stdin", Keyboard("Åpen dag\nVi åpner døra.\nn\n"))
    made = said_by_handbok("new", "side")
    assert made.returncode == 0
    assert "Tittel" in made.stdout
    assert "+  title: Åpen dag\n" in made.stdout
    assert "Ingenting er skrevet." in made.stdout
    assert contents(handbook) == before


def test_the_kind_of_service_is_chosen_from_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard("Natteravnene\nVoksne ute om kvelden.\n99\n26\nj\n"))
    made = said_by_handbok("new", "tjeneste")
    assert made.returncode == 0, made.stderr
    assert "  26. Frivillig organisasjon\n" in made.stdout
    assert "category: voluntary\n" in (OWN / "services" / "natteravnene.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tjeneste", "PPT", "--text", "x", "--category", "ppt"),
         "tjeneste «ppt» finnes fra før i handbook/lillevik/services/ppt.yml. Velg en annen id, for eksempel --id ppt-2"),
        (("skjema", "Samtykke", "--text", "x"),
         "skjema «samtykke» finnes i det felles. Skriv deres egne opplysninger i handbook/lillevik/forms/samtykke.yml"),
        (("kontakt", "Leder", "--service", "ppt"), "ppt har kontakten «leder» fra før. Velg en annen id, for eksempel --id leder-2"),
        (("kontakt", "Leder", "--service", "ptt"), "lillevik har ingen tjeneste «ptt»; mente du «ppt»?"),
        (("kontakt", "Leder"), "Skriv --service; her er ingen som kan svare"),
        (("side",), "Skriv TITTEL etter «side»; her er ingen som kan svare"),
        (("side", "Om"), "Skriv --text; her er ingen som kan svare"),
        (("side", "§", "--text", "x"), "«§» har ingen bokstaver til en id; skriv en med --id"),
        (("side", "Om", "--text", "x", "--id", "Om Oss"), "«Om Oss» kan ikke være en id; bruk små bokstaver a–z, tall og bindestrek, som «om-oss»"),
        (("tjeneste", "Ny", "--text", "x", "--category", "skolen"), "--category: fant ingen type tjeneste «skolen»; mente du «Skole»?"),
        (("kontakt", "Vakt", "--service", "ppt", "--phone", "1"), "Dette gir en feil i data, og er ikke skrevet: handbook/lillevik/services/ppt.yml:"),
        (("side", "Om", "--text", "Ring 01020300000", "--yes"), "her står noe som ligner et fødselsnummer"),
        (("side", "Om", "--text", "x", "--municipality", "harstad"), "Det finnes ingen kommune «harstad»"),
        (("side", "Om", "--text", "x", "--handbook", "borte"), "Fant ingen håndbok her: borte"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told_and_nothing_written(arguments: tuple[str, ...], said: str, handbook: Path) -> None:
    before = contents(handbook)
    made = said_by_handbok("new", *arguments, "--yes")
    assert made.returncode == 2
    assert said in made.stderr
    assert contents(handbook) == before


def test_a_file_with_something_else_in_it_is_not_written_over() -> None:
    (OWN / "pages").mkdir()
    (OWN / "pages.yml").unlink(missing_ok=True)
    (OWN / "pages" / "om.yml").write_text("id: noe-annet\ntitle: Noe annet\n", encoding="utf-8")
    made = said_by_handbok("new", "side", "Om", "--text", "x", "--yes")
    assert made.returncode == 2
    assert made.stderr.startswith("handbook/lillevik/pages/om.yml finnes fra før, med noe annet i.")


def test_with_several_municipalities_one_is_named() -> None:
    shutil.copytree(OWN, "handbook/storevik")
    made = said_by_handbok("new", "side", "Om", "--text", "x", "--yes")
    assert made.returncode == 2
    assert "si hvilken med --municipality (lillevik, storevik)" in made.stderr
