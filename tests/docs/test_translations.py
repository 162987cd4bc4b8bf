"""`scripts/translations`: what lacks a translation, drafts that the check takes, and stale ones read again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.support import ROOT, checked, errors, mini_file, varied

SCRIPT = ROOT / "scripts" / "translations"


def translations(root: Path, *arguments: str, apertium: str = "") -> subprocess.CompletedProcess[str]:
    """Runs the script without Apertium, or with one that is a script of the test."""
    return subprocess.run(
        [sys.executable, str(SCRIPT), *arguments, "--handbook", str(root)],
        cwd=root,
        env={"PATH": apertium, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1795305600"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The miniature handbook of a municipality that writes nynorsk."""
    municipality = mini_file("lillevik/municipality.yml").replace("standard: nb", "standard: nn")
    return varied(tmp_path, {"lillevik/municipality.yml": municipality})


def test_a_draft_of_everything_is_taken_by_the_check(root: Path) -> None:
    assert translations(root, "list").returncode == 1
    made = translations(root, "draft")
    assert made.returncode == 0, made.stderr
    assert "common/forms.nn.yml: 1 drafted" in made.stdout
    assert errors(checked(root)) == []
    assert translations(root, "list").returncode == 0


def test_a_draft_holds_only_texts(root: Path) -> None:
    translations(root, "draft", "common/forms.yml")
    (form,) = yaml.safe_load((root / "common/forms.nn.yml").read_text(encoding="utf-8"))
    assert set(form) == {"id", "translates", "title", "aliases", "purpose", "instructions", "sections"}
    assert form["sections"][0]["fields"][1] == {"label": "Hva kan deles?"}
    assert not (root / "common/roles.nn.yml").exists()


def test_what_is_translated_is_not_written_over(root: Path) -> None:
    translations(root, "draft", "common/roles.yml")
    path = root / "common/roles.nn.yml"
    edited = path.read_text(encoding="utf-8").replace("Du som er bekymret", "Du som er uroa")
    path.write_text(edited, encoding="utf-8")
    translations(root, "draft")
    assert path.read_text(encoding="utf-8") == edited
    translations(root, "draft", "--anew", "common/roles.yml")
    assert "uroa" not in path.read_text(encoding="utf-8")


def test_a_new_record_in_a_list_comes_after_those_that_are_there(root: Path) -> None:
    translations(root, "draft", "common/roles.yml")
    path = root / "common/roles.nn.yml"
    before = path.read_text(encoding="utf-8")
    with (root / "common/roles.yml").open("a", encoding="utf-8") as roles:
        roles.write("- {id: leder, name: Leder}\n")
    assert "leder is not translated" in translations(root, "list", "common/roles.yml").stdout
    translations(root, "draft", "common/roles.yml")
    after = path.read_text(encoding="utf-8")
    assert after.startswith(before)
    assert [one["id"] for one in yaml.safe_load(after)] == ["ansatt", "leder"]


def test_a_stale_translation_is_listed_until_it_is_read(root: Path) -> None:
    translations(root, "draft", "common/roles.yml")
    roles = root / "common/roles.yml"
    roles.write_text(roles.read_text(encoding="utf-8").replace("noe er galt", "noe ikke stemmer"), encoding="utf-8")
    assert "ansatt is stale" in translations(root, "list", "common/roles.yml").stdout
    assert "ansatt is of the text as it is now" in translations(root, "read", "common/roles.yml").stdout
    assert translations(root, "list", "common/roles.yml").returncode == 0


def test_a_text_that_is_not_translated_is_listed(root: Path) -> None:
    translations(root, "draft", "common/roles.yml")
    path = root / "common/roles.nn.yml"
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if "description" not in line]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert "ansatt.description has no text in nn" in translations(root, "list", "common/roles.yml").stdout


def test_long_texts_lists_in_them_and_odd_ones_come_through(root: Path) -> None:
    text = "Et **ord** om [skjemaet](forms:samtykke): «ja» – nei. " * 4
    description = f"{text.strip()}\n\n- Først det ene, som er langt {'og langt ' * 12}\n- så: det andre\n\nSlutt."
    with (root / "common/roles.yml").open("a", encoding="utf-8") as roles:
        roles.write(yaml.safe_dump([{"id": "x", "name": "Nei", "description": description}], allow_unicode=True))
    translations(root, "draft", "common/roles.yml")
    written = (root / "common/roles.nn.yml").read_text(encoding="utf-8")
    (_, role) = yaml.safe_load(written)
    assert role["name"] == "Nei"
    assert role["description"].split() == description.split()
    assert max(map(len, written.split("\n"))) <= 110
    assert not any(line != line.rstrip() for line in written.split("\n"))


def test_addresses_and_names_of_acts_are_as_they_were(root: Path, tmp_path: Path) -> None:
    tool = tmp_path / "bin" / "apertium"
    tool.parent.mkdir()
    tool.write_text(
        f"#!/bin/sh\nexec {sys.executable} -c 'import sys; print(sys.stdin.read()"
        '.replace("loven", "lova").replace("rules:samtykke", "rules:samtykkje"))' + "'\n"
    )
    tool.chmod(0o755)
    with (root / "common/roles.yml").open("a", encoding="utf-8") as roles:
        roles.write("- {id: x, name: X, description: 'Se [samtykke](rules:samtykke) og barnevernsloven § 13-2.'}\n")
    made = translations(root, "draft", "common/roles.yml", apertium=f"{tool.parent}")
    assert made.returncode == 0, made.stderr
    (_, role) = yaml.safe_load((root / "common/roles.nn.yml").read_text(encoding="utf-8"))
    assert role["description"] == "Se [samtykke](rules:samtykke) og barnevernsloven § 13-2."
