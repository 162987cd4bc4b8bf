"""`handbok print`: a book of one's own as a PDF, whole or in parts, and what is said of a wish nobody can meet."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from tests.support import MINI, mini_file, said_by_handbok, varied

FORUMS, SCHOOL = "lillevik/forums.yml", "lillevik/services/skole.yml"


def printed(*arguments: str, root: Path = MINI, code: int = 0) -> str:
    result = said_by_handbok("print", "lillevik", "--handbook", str(root), *arguments)
    assert result.returncode == code, result.stderr
    return result.stdout if code == 0 else result.stderr


def text(path: Path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages)


@pytest.mark.whole
def test_a_part_for_a_place_is_written_where_it_is_told(tmp_path: Path) -> None:
    target = tmp_path / "møter.pdf"
    said = printed(
        "--for", "Lillevik barneskole", "--with", "Møter, skjemaer", "--paper", "A5", "--output", str(target)
    )
    assert said.strip() == f"Skrevet: {target} (A5, sider: {len(pypdf.PdfReader(target).pages)})"
    found = text(target)
    assert "Min bok: Lillevik barneskole" in found
    assert "Tverrfaglig team" in found
    assert "Jeg er bekymret for et barn" not in found.split("Møtene våre", 2)[2]


@pytest.mark.whole
def test_a_file_is_called_as_on_the_site_where_nobody_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder one is in, or in one that is named; the edition for staff says so on every page."""
    monkeypatch.chdir(tmp_path)
    printed("--for", "pp-tjeneste", "--with", "skjemaer", "--edition", "internal")
    assert "Intern utgave" in text(tmp_path / "min-bok-pp-tjeneste.pdf")
    (tmp_path / "ut").mkdir()
    printed("--for", "skole", "--with", "forms", "--paper", "A5", "--output", "ut")
    assert "Intern utgave" not in text(tmp_path / "ut" / "min-bok-skole-a5.pdf")


def test_nobody_of_that_name_is_told_with_those_there_are() -> None:
    said = printed("--for", "skolen", code=2)
    assert "arbeidssted eller sted som heter «skolen»; mente du «skole»?" in said
    assert "(velg blant skole, pp-tjeneste, barneskolen)" in said


def test_a_part_there_is_not_is_told_with_those_there_are() -> None:
    said = printed("--for", "skole", "--with", "kontakter,moter,skjemar", code=2)
    assert said.startswith("«skjemar» er ingen del av denne boka; mente du «skjemaer»?")
    assert "(velg blant kontakter, situasjoner, kan jeg dele, møter, skjemaer)" in said
    assert printed("--for", "skole", "--with", " , ", code=2).startswith("--with må nevne minst en del")


def test_a_part_a_book_has_nothing_for_is_none_of_it(tmp_path: Path) -> None:
    """Who sits in no forum has no meetings to print: a file with nothing in it helps nobody."""
    dental = mini_file(SCHOOL).replace("id: skole\n", "id: tannlege\n").replace("category: school", "category: dental")
    root = varied(tmp_path, {"lillevik/services/tannlege.yml": dental.replace("owner: skole.", "owner: tannlege.")})
    said = printed("--for", "tannhelse", "--with", "møter", root=root, code=2)
    assert (
        said.strip() == "«møter» er ingen del av denne boka (velg blant kontakter, situasjoner, kan jeg dele, skjemaer)"
    )


def test_parts_may_be_named_in_any_language() -> None:
    said = printed("--for", "skole", "--with", "møte,meetings,xyz", "--language", "en", code=2)
    assert said.startswith("“xyz” is no part of this book (choose among contacts, situations,")


def test_errors_in_the_data_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    root = varied(tmp_path, {FORUMS: mini_file(FORUMS).replace("convener: ppt.leder", "convener: ppt.finnes-ikke")})
    target = tmp_path / "bok.pdf"
    said = printed("--for", "skole", "--output", str(target), root=root, code=1)
    assert said.startswith("Ikke skrevet ut på grunn av feil i data: Lillevik. Se dem med handbok check lillevik.")
    assert not target.exists()


def test_what_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    target = tmp_path / "fil" / "bok.pdf"
    assert printed("--for", "skole", "--with", "skjemaer", "--output", str(target), code=2).startswith(str(tmp_path))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "det mangler --for"),
        (("--for", "skole", "--paper", "A3"), "--paper kan ikke være «A3»; velg blant A4, A5"),
        (("--for", "skole", "--edition", "easy"), "--edition kan ikke være «easy»; velg blant public, internal"),
    ],
)
def test_wrong_use_is_told(arguments: tuple[str, ...], said: str) -> None:
    assert said in printed(*arguments, code=2)


def test_a_municipality_there_is_not_is_told() -> None:
    result = said_by_handbok("print", "lillevk", "--handbook", str(MINI), "--for", "skole")
    assert (result.returncode, "«lillevik»" in result.stderr) == (2, True)
