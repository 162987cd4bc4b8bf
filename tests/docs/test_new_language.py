"""A new language is what CONTRIBUTING says: the line shown there in the table of languages, and its catalogues."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from babel import Locale
from builder.edition.phrases import Phrases
from builder.i18n import LANGUAGES, LOCALE_FOLDER

from tests.docs.program_copy import program_copy, run
from tests.support import ROOT, SLUG, mini_file, varied

LINE = re.search(r"`(Language\(.*?\))`, where", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
SCHOOL = f"{SLUG}/services/skole.yml"
CARD = f"{SLUG}/municipality.yml"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program that knows Danish, with the words of the nynorsk catalogues."""
    assert LINE
    root = program_copy(tmp_path_factory.mktemp("danish"))
    table = root / "builder" / "i18n.py"
    text = table.read_text(encoding="utf-8")
    last = text.rindex("        Language(")
    table.write_text(f"{text[:last]}        {LINE[1]},\n{text[last:]}", encoding="utf-8")
    shutil.copytree(LOCALE_FOLDER / "nn", root / "builder" / "locale" / "da")
    return root


def handbok(program: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command of the copy."""
    return run(program, "-m", "builder", *arguments)


def test_messages_are_told_in_the_new_language(program: Path, tmp_path: Path) -> None:
    root = varied(tmp_path, {SCHOOL: mini_file(SCHOOL).replace("summary:", "sumary:")})
    result = handbok(program, "check", "--no-source", "--all", "--language", "da", "--handbook", str(root))
    assert "Kort fortalt (summary) manglar [missing-field]" in result.stdout, result.stderr
    assert handbok(program, "check", "--language", "se").stderr.count("nb, nn, da, en") == 1


def test_a_handbook_is_written_in_the_new_language(program: Path, tmp_path: Path) -> None:
    card = mini_file(CARD).replace("written_standard: nb", "written_standard: da")
    root = varied(tmp_path, {CARD: card})
    result = handbok(program, "build", "--no-pdf", "--handbook", str(root), "--output", str(tmp_path / "ut"))
    assert result.returncode == 0, result.stdout + result.stderr
    front = (tmp_path / "ut" / SLUG / "index.html").read_text(encoding="utf-8")
    assert '<html lang="da"' in front
    assert "Ring no" in front


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_of_the_table_can_be_used(code: str) -> None:
    language = LANGUAGES[code]
    assert Locale.parse(language.locale).language == code
    assert Phrases(code, str).listed(["a", "b"]) != "a, b"
    assert re.fullmatch("[A-Z]{3}", language.authority)


def test_the_readme_names_the_languages() -> None:
    row = re.search(r"`--language (.*?)`", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert row
    assert row[1].split(r"\|") == list(LANGUAGES)
