"""`handbok rename` and `handbok remove`: everything that names a record follows, and old addresses lead on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support import MINI, checked, errors, handbok, mini_file, said_by_handbok, varied


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(MINI, tmp_path / "h")
    return tmp_path / "h"


def run(root: Path, *arguments: str) -> tuple[int, str]:
    result = said_by_handbok(*arguments, "--handbook", str(root), "--yes")
    return result.returncode, result.stdout + result.stderr


def test_a_record_gets_another_id_everywhere(root: Path) -> None:
    code, said = run(root, "rename", "services", "skole", "grunnskolen")
    assert code == 0, said
    own = root / "lillevik"
    assert not (own / "services/skole.yml").exists()
    assert (
        (own / "services/grunnskolen.yml")
        .read_text(encoding="utf-8")
        .startswith("id: grunnskolen\nformerly: [skole]\n")
    )
    assert errors(checked(root)) == []
    forums = (own / "forums.yml").read_text(encoding="utf-8")
    assert forums == mini_file("lillevik/forums.yml").replace("skole.rektor", "grunnskolen.rektor").replace(
        "actor: skole,", "actor: grunnskolen,"
    )


def test_a_contact_gets_another_id_and_keeps_the_old_one(root: Path) -> None:
    code, said = run(root, "rename", "contacts", "ppt.leder", "leiar")
    assert code == 0, said
    result = checked(root)
    assert errors(result) == []
    found = result.handbook.contact("ppt.leiar")
    assert found
    assert found[1].formerly == ("leder",)
    assert "ppt.leder" not in (root / "lillevik/forums.yml").read_text(encoding="utf-8")


def test_links_in_running_text_follow(tmp_path: Path) -> None:
    name = "lillevik/services/ppt.yml"
    text = mini_file(name) + "note: Se [skolen](services:skole), [rektor](services:skole), og services:skole-x.\n"
    root = varied(tmp_path, {name: text})
    code, said = run(root, "rename", "services", "skole", "grunnskolen")
    assert code == 0, said
    changed = (root / name).read_text(encoding="utf-8")
    assert "note: Se [skolen](services:grunnskolen), [rektor](services:grunnskolen), og services:skole-x." in changed


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("servces", "skole", "x"), "Det finnes ingen type «servces»; mente du «services»?"),
        (("services", "skule", "x"), "lillevik har ingen «tjeneste» med id «skule»; mente du «skole»?"),
        (("services", "skole", "ppt"), "id-en «ppt» er alt i bruk"),
        (("services", "skole", "Skolen vår"), "«Skolen vår» kan bare ha små bokstaver"),
        (("contacts", "ppt.leder", "skole.leder"), "En kontakt blir i tjenesten sin"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(root: Path, arguments: tuple[str, ...], said: str) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.yml")}
    code, told = run(root, "rename", *arguments)
    assert code == 2
    assert said in " ".join(told.split())
    assert {path: path.read_bytes() for path in root.rglob("*.yml")} == before


def test_a_record_that_is_named_is_not_taken_out(root: Path) -> None:
    code, said = run(root, "remove", "services", "skole")
    assert code == 2
    assert "lillevik/forums.yml:8:10" in said
    assert (root / "lillevik/services/skole.yml").exists()


def test_a_record_is_taken_out_and_its_address_says_where_to_go(root: Path, tmp_path: Path) -> None:
    output = tmp_path / "ut"
    build = ("build", "--handbook", str(root), "--output", str(output), "--no-pdf")
    assert handbok(*build).returncode == 0
    code, said = run(root, "remove", "offers", "foreldrekurs", "--instead", "services:ppt", "--why", "Kurset er slutt.")
    assert code == 0, said
    assert not (root / "lillevik/offers.yml").exists()
    assert "was: offers:foreldrekurs\n" in (root / "lillevik/removed.yml").read_text(encoding="utf-8")
    built = handbok(*build)
    assert "Tatt ut: Foreldrekurs på kveldstid (tilbud)" in built.stdout + built.stderr
    page = (output / "lillevik/tilbud/foreldrekurs.html").read_text(encoding="utf-8")
    assert "Kurset er slutt." in page
    assert 'href="../tjenester/ppt.html"' in page


def test_a_shared_record_is_not_taken_out_here_and_readers_are_sent_somewhere(root: Path) -> None:
    assert (
        "er felles" in run(root, "remove", "glossary", "ppt")[1] or "nevnt" in run(root, "remove", "glossary", "ppt")[1]
    )
    code, said = run(root, "remove", "offers", "foreldrekurs", "--instead", "services:skule")
    assert (code, "fant ikke «services:skule»" in said) == (2, True)


def test_a_handbook_that_is_no_longer_in_the_data_is_told_and_pruned(root: Path, tmp_path: Path) -> None:
    output = tmp_path / "ut"
    build = ("build", "--handbook", str(root), "--output", str(output), "--no-pdf")
    assert handbok(*build).returncode == 0
    shutil.copytree(output / "lillevik", output / "gammel")
    result = handbok(*build)
    assert "det finnes ingen «gammel» i data lenger" in " ".join((result.stdout + result.stderr).split())
    assert (output / "gammel").is_dir()
    assert handbok(*build, "--prune").returncode == 0
    assert not (output / "gammel").exists()
    assert (output / "lillevik/index.html").exists()
