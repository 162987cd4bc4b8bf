"""`handbok new` for a municipality: who is meant, what is asked, and what is written."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
import yaml
from builder.i18n import LANGUAGES

from tests.cli.conftest import contents
from tests.cli.test_confirm import Keyboard
from tests.support import said_by_handbok

WITH_EMAIL = ("--email", "din.epost@haram.kommune.no")


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    return tmp_path


def written(name: str = "haram") -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load(Path(f"handbook/{name}/municipality.yml").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("said", ["haram", "1580", "Haram kommune"])
def test_a_handbook_is_made_from_a_name_or_a_number(said: str, empty_folder: Path) -> None:
    made = said_by_handbok("new", said, *WITH_EMAIL)
    assert (made.returncode, made.stderr) == (0, "")
    assert "Haram kommune (1580, Møre og Romsdal). Språkvedtak: nynorsk.\n" in made.stdout
    assert made.stdout.endswith(
        "Neste steg:\n"
        "  1. Fyll inn numrene i handbook/haram/services\n"
        "  2. handbok check haram   viser hva som mangler\n"
        "  3. handbok build haram   lager håndboka; åpne site/index.html\n"
    )
    assert written()["title"] == "Saman i Haram"
    assert written()["written_standard"] == "nn"
    assert {"README.md", ".gitignore", ".vscode/settings.json", ".vscode/schema/forums.schema.json"} <= contents(
        empty_folder
    ).keys()


def test_the_answers_can_be_given_as_options() -> None:
    made = said_by_handbok(
        "new", "risør", "--standard", "nb", "--title", "Sammen: på tvers", "--owner", "Eieren", "--editor", "Redaktøren",
        "--email", "a@b.no", "--levels", "tre-nivaer", "--forums", "fagforum,bydelsteam",
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    municipality = written("risor")
    assert municipality["title"] == "Sammen: på tvers"
    assert municipality["editors"] == {"role": "Redaktøren", "email": "a@b.no"}
    assert sorted(path.name for path in Path("handbook/risor/forums").iterdir()) == ["bydelsteam.yml", "fagforum.yml"]
    assert "Utøvende nivå" in Path("handbook/risor/municipality.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("host", "file"), [("github", ".github/workflows/forslag.yml"), ("gitlab", ".gitlab-ci.yml")])
def test_what_checks_and_publishes_proposals_can_come_with_it(host: str, file: str) -> None:
    assert said_by_handbok("new", "risør", *WITH_EMAIL, "--ci", host).returncode == 0
    assert Path(file).exists()


def test_no_levels_and_no_meetings_can_be_asked_for() -> None:
    assert said_by_handbok("new", "risør", *WITH_EMAIL, "--levels", "none", "--forums", "none").returncode == 0
    assert "levels" not in written("risor")
    assert not Path("handbook/risor/forums").exists()


def test_one_made_up_for_a_trial_says_so_on_every_page() -> None:
    made = said_by_handbok("new", "--number", "0000", "--name", "Lillevik")
    assert made.returncode == 0, made.stderr
    municipality = written("lillevik")
    assert municipality["demonstration"]
    assert municipality["editors"] == {
        "role": "Koordinator for tverrfaglig samarbeid",
        "email": "handbok@lillevik.example",
    }


def test_what_is_asked_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = "\n".join(["", "Vår bok", "", "", "ikke en adresse", "a@haram.kommune.no", "2", "1 2", ""])
    monkeypatch.setattr(sys, "stdin", Keyboard(typed))
    made = said_by_handbok("new", "haram")
    assert made.returncode == 0, made.stderr
    assert "Målform, nb eller nn [nn]: " in made.stdout
    assert "Hva håndboka heter [Saman i Haram]: " in made.stdout
    assert "«ikke en adresse» er ikke en e-postadresse" in made.stdout
    assert "  2. Dei tre nivåa i Fet" in made.stdout
    assert written()["title"] == "Vår bok"
    assert len(list(Path("handbook/haram/forums").iterdir())) == 2


def test_who_names_no_municipality_is_asked_and_chooses_among_those_with_the_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard("Våler\n2\n" + "\n" * 4 + "a@b.no\n0\n0\n"))
    made = said_by_handbok("new")
    assert made.returncode == 0, made.stderr
    assert "Hvilken kommune? Skriv navnet eller nummeret: " in made.stdout
    assert "  2. 3419 (Våler, Innlandet)\n" in made.stdout
    assert written("valer")["number"] == 3419


@pytest.mark.parametrize("typed", ["", "nn\n", "nn\nBok\nEier\n"])
def test_who_stops_answering_has_nothing_written(
    typed: str, monkeypatch: pytest.MonkeyPatch, empty_folder: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard(typed))
    made = said_by_handbok("new", "haram")
    assert (made.returncode, made.stderr) == (2, "Avbrutt. Ingenting er skrevet.\n")
    assert list(empty_folder.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("harram", *WITH_EMAIL), "Fant ingen kommune som heter «harram»; mente du «Haram»?. Til en prøve: "),
        (("Våler", *WITH_EMAIL), "Flere kommuner heter Våler: 3114 (Våler, Østfold), 3419 (Våler, Innlandet). Skriv nummeret"),
        (("Tysfjord", *WITH_EMAIL), "Tysfjord er delt mellom flere kommuner: 1806 (Narvik, Nordland), 1875 (Hamarøy, Nordland)."),
        (("9998", *WITH_EMAIL), "Ingen kommune har nummeret 9998."),
        (("haram",), "Skriv --email; her er ingen som kan svare"),
        (("haram", "--yes"), "Skriv --email; her er ingen som kan svare"),
        (("haram", "--email", "x"), "--email: «x» er ikke en e-postadresse"),
        (("haram", "--email", "a@b.example"), "--email: «a@b.example» er en plassholder"),
        (("haram", *WITH_EMAIL, "--standard", "en"), "--standard: målformen «en» finnes ikke; velg nb eller nn"),
        (("haram", *WITH_EMAIL, "--title", "  "), "--title: Skriv noe her."),
        (("haram", *WITH_EMAIL, "--levels", "btl"), "--levels: fant ingen modell «btl»; mente du «bti»? (velg blant bti,"),
        (("haram", *WITH_EMAIL, "--forums", "fagforum,xyz"), "--forums: fant ingen modell «xyz» (velg blant ansvarsgruppe,"),
        (("--number", "4201", "--name", "Haram", *WITH_EMAIL), "4201 er nummeret til Risør."),
        ((), "Skriv KOMMUNE; her er ingen som kan svare"),
        (("--number", "0000"), "En prøve trenger et navn: --name"),
        (("--number", "0000", "--name", "Common"), "Common kan ikke være navnet på en mappe her"),
        (("--number", "0000", "--name", "§"), "§ kan ikke være navnet på en mappe her"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told_and_nothing_written(
    arguments: tuple[str, ...], said: str, empty_folder: Path
) -> None:
    made = said_by_handbok("new", *arguments)
    assert made.returncode == 2
    assert said in made.stderr
    assert list(empty_folder.iterdir()) == []


def test_one_that_is_no_more_begins_as_what_it_became() -> None:
    made = said_by_handbok("new", "Fet", *WITH_EMAIL)
    assert made.stdout.startswith("Fet ble Lillestrøm (3205) 2020-01-01. Håndboka blir for Lillestrøm.\n")
    assert {before["name"] for before in written("lillestrom")["predecessors"]} >= {"Fet", "Skedsmo"}  # type: ignore[union-attr, index]


def test_nothing_is_written_over(empty_folder: Path) -> None:
    assert said_by_handbok("new", "moss", *WITH_EMAIL).returncode == 0
    Path("README.md").write_text("Min egen", encoding="utf-8")
    before = contents(empty_folder)
    again = said_by_handbok("new", "moss", *WITH_EMAIL)
    assert again.returncode == 2
    assert again.stderr.startswith(
        "handbook/moss finnes fra før, så ingenting er skrevet. Dette ville blitt laget der: municipality.yml, roles.yml"
    )
    assert contents(empty_folder) == before
    second = said_by_handbok("new", "halden", *WITH_EMAIL)
    assert second.returncode == 0
    assert "README.md finnes fra før og er som den var.\n" in second.stdout
    assert {name: kept for name, kept in contents(empty_folder).items() if name in before} == before


def test_another_data_folder_is_named_in_what_to_do_next() -> None:
    made = said_by_handbok("new", "haram", *WITH_EMAIL, "--handbook", "boka/data")
    assert made.returncode == 0, made.stderr
    assert "handbok check haram --handbook boka/data" in made.stdout
    assert Path("boka/README.md").exists()
    assert Path("boka/data/haram/municipality.yml").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_in_the_language_asked_for(language: str) -> None:
    made = said_by_handbok("new", "haram", *WITH_EMAIL, "--language", language)
    assert {"nb": "Laget ", "nn": "Laga ", "en": "Made "}[language] in made.stdout
    assert "Project-Id-Version" not in made.stdout
