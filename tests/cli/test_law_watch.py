"""`handbok law`: the register beside a collection of law."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import assert_plain
from tests.lawwatch.layouts import NAMED, NUMBERED
from tests.support import MINI, handbok, mini_file, said_by_handbok, varied

AMENDED = "Endret ved lov 19 juni 2026 nr. 35 (i kraft 1 aug 2026)."
FILES = {NUMBERED: "lover/lov-2021-06-18-97.md", NAMED: "lover/barnevernsloven-bvl.md"}
OWN = """\
id: barnevernsloven
extends: barnevernsloven
add:
  provisions:
    - section: § 13-3
      heading: Adgang til å gi opplysninger
      description: Hva loven sier.
      source: Lovdata
      source_as_of: 2026-06-20
"""


def law(folder: Path, *arguments: str, handbook: Path = MINI) -> subprocess.CompletedProcess[str]:
    result = said_by_handbok("law", str(folder), *arguments, "--handbook", str(handbook))
    assert_plain(result)
    return result


@pytest.fixture(params=[NUMBERED, NAMED], ids=["numbered", "named"])
def amended(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A collection in which a provision of the register has been changed."""
    folder = Path(shutil.copytree(request.param, tmp_path / "samling"))
    file = folder / FILES[request.param]
    quoted = f"> {AMENDED}" if request.param == NAMED else f"*{AMENDED}*"
    heading = "Plikt til å melde fra til barnevernstjenesten\n\nHer står teksten.\n"
    text = file.read_text(encoding="utf-8")
    assert heading in text
    file.write_text(text.replace(heading, f"{heading}\n{quoted}\n"), encoding="utf-8")
    return folder


@pytest.mark.parametrize("folder", [NUMBERED, NAMED])
def test_a_register_that_is_up_to_date_is_said_to_be(folder: Path) -> None:
    result = law(folder, "--strict")
    assert (result.returncode, result.stdout) == (
        0,
        f"Sammenlignet med {folder}: 2 lover og forskrifter, 2 bestemmelser.\n"
        "\nAlt i registeret stemmer med samlingen.\n",
    )


def test_what_has_changed_is_told_with_what_to_do_and_where(amended: Path) -> None:
    result = law(amended)
    assert (result.returncode, result.stdout) == (
        0,
        f"Sammenlignet med {amended}: 2 lover og forskrifter, 2 bestemmelser.\n"
        "\n"
        "Paragraf som er endret siden den ble lest (1)\n"
        "Les den på nytt. Rett description om det trengs, og skriv ny source og source_as_of.\n"
        "  barnevernsloven § 13-2: endret 2026-08-01, lest 2026-06-20"
        f" ({MINI}/common/laws/barnevernsloven.yml:14)\n"
        "\n"
        "Rett i registeret, og kontroller med handbok check. Loven hos Lovdata er det som gjelder.\n",
    )


def test_strict_ends_with_one_when_something_is_to_be_done(amended: Path) -> None:
    assert law(amended, "--strict").returncode == 1


def test_what_is_only_to_come_is_told_and_is_nothing_to_do_now(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(NUMBERED, tmp_path / "samling"))
    file = folder / FILES[NUMBERED]
    note = "*Endret ved lov 20 juni 2025"
    text = file.read_text(encoding="utf-8").replace(
        note, f"*Endres ved lov 1 mai 2026 nr. 1 (i kraft 1 jan 2027). {note[1:]}", 1
    )
    file.write_text(text, encoding="utf-8")
    result = law(folder, "--strict")
    assert result.returncode == 0
    assert "Endring som er vedtatt for senere (1)\n" in result.stdout
    assert result.stdout.endswith("\nDet er ikke noe å rette i registeret nå.\n")


def test_programs_get_json(amended: Path) -> None:
    assert json.loads(law(amended, "--format", "json").stdout) == {
        "acts": 2,
        "provisions": 2,
        "not_compared": 0,
        "observations": [
            {
                "seen": "changed",
                "what": "barnevernsloven § 13-2",
                "detail": "endret 2026-08-01, lest 2026-06-20",
                "advice": "Les den på nytt. Rett description om det trengs, og skriv ny source og source_as_of.",
                "counts": True,
                "file": f"{MINI}/common/laws/barnevernsloven.yml",
                "line": 14,
            }
        ],
    }


@pytest.mark.parametrize(
    ("language", "said"),
    [("nn", "Paragraf som er endra sidan han blei lesen (1)"), ("en", "Section changed since it was read (1)")],
)
def test_it_is_told_in_the_language_asked_for(amended: Path, language: str, said: str) -> None:
    assert said in law(amended, "--language", language).stdout.splitlines()


@pytest.mark.parametrize("folder", [NUMBERED, NAMED])
def test_what_a_municipality_has_added_is_compared_too_and_told_where_it_stands(folder: Path, tmp_path: Path) -> None:
    root = varied(tmp_path, {"lillevik/laws/barnevernsloven.yml": OWN, "naboby/municipality.yml": ""})
    result = law(folder, "--strict", handbook=root)
    assert result.returncode == 1
    assert f"barnevernsloven § 13-3 ({root}/lillevik/laws/barnevernsloven.yml:5)" in result.stdout
    assert "Opphevet paragraf (1)" in result.stdout
    assert law(folder, "naboby", "--strict", handbook=root).returncode == 0


def test_a_collection_without_regulations_says_what_it_leaves_out(tmp_path: Path) -> None:
    act = "id: forskriften\ntitle: Forskrift\nname: forskriften\nkind: regulation\nstatus: in-force\n"
    root = varied(tmp_path, {"common/laws/forskriften.yml": act})
    result = law(NUMBERED / "lover", "--strict", handbook=root)
    assert result.returncode == 0
    assert "Samlingen har ingen forskrifter; 1 er ikke sammenlignet." in result.stdout


def test_a_register_that_cannot_be_read_is_told_and_the_rest_is_compared(tmp_path: Path) -> None:
    name = "common/laws/barnevernloven-1992.yml"
    root = varied(tmp_path, {name: mini_file(name).replace("status: repealed", "status: opphevd")})
    result = law(NUMBERED, handbook=root)
    assert result.returncode == 0
    assert result.stderr == (
        "1 feil i lovregisteret; det som ikke kan leses, er ikke sammenlignet. Kjør handbok check.\n"
    )
    assert result.stdout.startswith(f"Sammenlignet med {NUMBERED}: 1 lov eller forskrift, 2 bestemmelser.")


def test_wrong_use_is_told_in_one_sentence(tmp_path: Path) -> None:
    gone = law(tmp_path / "borte")
    assert (gone.returncode, gone.stdout) == (2, "")
    assert gone.stderr == (f"Det finnes ingen mappe {tmp_path / 'borte'}. Oppgi mappa med samlingen av norske lover.\n")
    for folder in (tmp_path, MINI):
        result = law(folder)
        assert (result.returncode, result.stdout) == (2, "")
        assert result.stderr.startswith(f"Fant ingen lover i {folder}.")
    wrong = law(NUMBERED, "lilevik")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "mente du «lillevik»?" in wrong.stderr
    nothing = law(NUMBERED, handbook=tmp_path / "borte")
    assert (nothing.returncode, nothing.stderr) == (2, f"Fant ingen håndbok her: {tmp_path}/borte\n")
    assert said_by_handbok("law", str(NUMBERED), "--format", "xml").returncode == 2
    assert said_by_handbok("law").returncode == 2


def test_a_collection_of_noise_is_no_reason_to_fail(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(NUMBERED, tmp_path / "samling"))
    (folder / FILES[NUMBERED]).write_bytes(bytes(range(256)) * 1000)
    result = law(folder, "--strict")
    assert result.returncode == 1
    assert "Paragraf som ikke finnes i loven (2)" in result.stdout


def test_the_command_runs_by_itself() -> None:
    result = handbok("law", str(NAMED), "--handbook", str(MINI))
    assert_plain(result)
    assert result.returncode == 0
