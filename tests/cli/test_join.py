"""Parts that are built by themselves and joined are what is built at once; what does not fit together is refused."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builder.publish.manifests import MANIFEST

from tests.cli.conftest import BROKEN, assert_plain, contents
from tests.publish.small_ones import municipalities_in
from tests.support import EPOCH, said_by_handbok

SLUGS = ("avik", "bvik", "cvik")
Change = Callable[[Path], object]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder, all of it built at once, and in two parts. In the second, one has errors in a copy of its own."""
    top = tmp_path_factory.mktemp("deler")
    root = municipalities_in(top / "handbook", *SLUGS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        for output, *more in (["hel"], ["en", "--shard", "1/2"], ["to", "--shard", "2/2"]):
            words = ["build", "--no-pdf", "--handbook", str(root), "--output", str(top / output), "--jobs", "2", *more]
            made = said_by_handbok(*words)
            assert made.returncode == 0, made.stderr
        (root / "bvik" / "services" / "skole.yml").write_text(BROKEN, encoding="utf-8")
        wrong = said_by_handbok(
            "build", "--no-pdf", "--handbook", str(root), "--output", str(top / "feil"), "--shard", "2/2"
        )
        assert wrong.returncode == 1
    return top


@pytest.fixture
def parts(built: Path, tmp_path: Path) -> tuple[Path, Path]:
    """The two parts, to be changed."""
    return tuple(Path(shutil.copytree(built / name, tmp_path / name)) for name in ("en", "to"))  # type: ignore[return-value]


def joined(output: Path, *parts: Path) -> Any:
    return said_by_handbok("join", str(output), *map(str, parts))


def test_a_part_has_its_municipalities_and_no_portal(built: Path) -> None:
    assert sorted(path.name for path in (built / "en").iterdir()) == ["avik", "cvik", MANIFEST]
    assert sorted(path.name for path in (built / "to").iterdir()) == ["bvik", MANIFEST]


def test_joined_they_are_what_is_built_at_once(
    built: Path, parts: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)  # the day is that of the parts, whenever they are joined
    result = joined(tmp_path / "ut", *reversed(parts))
    assert result.returncode == 0, result.stderr
    assert "3 kommuner i" in result.stdout
    assert contents(tmp_path / "ut") == contents(built / "hel")
    assert joined(tmp_path / "ut", *parts).returncode == 0, "also over what was joined before"
    assert contents(tmp_path / "ut") == contents(built / "hel")
    assert contents(parts[0]) == contents(built / "en"), "the parts are left as they are"


def manifest(folder: Path, **changes: object) -> None:
    told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    (folder / MANIFEST).write_text(json.dumps(told | changes), encoding="utf-8")


def program(folder: Path, **changes: str) -> None:
    told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["program"]
    manifest(folder, program=told | changes)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda part: program(part, weasyprint="1.0"), "er bygd med et annet program enn .*weasyprint 1.0 ≠ "),
        (lambda part: manifest(part, day="2026-11-23"), "er bygd 2026-11-22, og .* er bygd 2026-11-23"),
        (lambda part: manifest(part, pdf=True), r"ikke bygd med de samme valgene \(--no-pdf\)"),
        (lambda part: manifest(part, internal=True), r"ikke bygd med de samme valgene \(--edition\)"),
        (lambda part: manifest(part, compress=True), r"ikke bygd med de samme valgene \(--compress\)"),
        (lambda part: manifest(part, of=3), r"ikke bygd med de samme valgene \(--shard\)"),
        (lambda part: manifest(part, everyone=["avik"]), "ikke deler av de samme kommunene"),
        (lambda part: manifest(part, number=1), "er begge del 1 av 2"),
        (lambda part: manifest(part, published={"avik": None}), "avik er både i .* og i "),
        (lambda part: (part / MANIFEST).unlink(), r"er ingen ferdig del \(shard.json mangler\)"),
        (lambda part: (part / MANIFEST).write_text("{"), r"er ingen ferdig del \(shard.json kan ikke leses\)"),
        (lambda part: (part / MANIFEST).write_text("[]"), "er skrevet av en annen utgave av programmet"),
        (lambda part: manifest(part, more=1), "er skrevet av en annen utgave av programmet"),
        (lambda part: (part / "bvik/index.html").write_text("annet"), "bvik er ikke som den ble bygd"),
        (lambda part: (part / "bvik/index.html").unlink(), "bvik er ikke som den ble bygd"),
        (lambda part: shutil.rmtree(part / "bvik"), "bvik er ikke som den ble bygd"),
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_refused_and_nothing_is_changed(
    parts: tuple[Path, Path], tmp_path: Path, change: Change, said: str
) -> None:
    change(parts[1])
    result = joined(tmp_path / "ut", *parts)
    assert result.returncode == 2
    assert re.search(said, result.stderr), result.stderr
    assert_plain(result)
    assert not (tmp_path / "ut").exists()


def test_other_programs_are_told_apart_from_the_one_that_joins(parts: tuple[Path, Path], tmp_path: Path) -> None:
    for part in parts:
        program(part, files="noe annet")
    result = joined(tmp_path / "ut", *parts)
    assert result.returncode == 2
    assert "er bygd med et annet program enn det her (files noe annet ≠ " in result.stderr
    assert not (tmp_path / "ut").exists()


def test_a_part_that_is_missing_is_named(parts: tuple[Path, Path], tmp_path: Path) -> None:
    result = joined(tmp_path / "ut", parts[1])
    assert result.returncode == 2
    assert "Det mangler del 1 av 2." in result.stderr
    assert not (tmp_path / "ut").exists()


def test_the_same_part_twice_is_the_part_once(parts: tuple[Path, Path], tmp_path: Path) -> None:
    assert joined(tmp_path / "ut", *parts, parts[0]).returncode == 0


@pytest.mark.parametrize("place", ["en", "en/under", "."])
def test_nothing_is_joined_among_the_parts(parts: tuple[Path, Path], tmp_path: Path, place: str) -> None:
    before = contents(tmp_path)
    result = joined(tmp_path / place, *parts)
    assert result.returncode == 2
    assert "er en av delene" in result.stderr
    assert contents(tmp_path) == before


def test_what_is_somebodys_own_is_not_replaced(parts: tuple[Path, Path], tmp_path: Path) -> None:
    mine = tmp_path / "ut" / "bvik" / "mitt.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("mitt", encoding="utf-8")
    result = joined(tmp_path / "ut", *parts)
    assert result.returncode == 2
    assert "ut/bvik er ingen håndbok som er laget her" in result.stderr
    assert mine.read_text(encoding="utf-8") == "mitt"


def test_one_with_errors_stands_as_it_was_and_the_others_are_published(
    built: Path, parts: tuple[Path, Path], tmp_path: Path
) -> None:
    assert joined(tmp_path / "ut", *parts).returncode == 0
    before = contents(tmp_path / "ut" / "bvik")
    (tmp_path / "ut" / "avik" / "index.html").write_text("gammelt", encoding="utf-8")
    result = joined(tmp_path / "ut", parts[0], built / "feil")
    assert result.returncode == 1
    assert "Ikke bygd i sin del: bvik." in result.stderr
    assert contents(tmp_path / "ut" / "bvik") == before
    assert contents(tmp_path / "ut") == contents(built / "hel")


def test_a_build_that_did_not_end_is_no_part(built: Path, tmp_path: Path) -> None:
    part = Path(shutil.copytree(built / "en", tmp_path / "del"))
    words = ("build", "--no-pdf", "--handbook", str(built / "handbook"), "--output", str(part), "--shard", "1/2")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("builder.cli.build._run", _stopped)
        with pytest.raises(KeyError):
            said_by_handbok(*words, "--fresh", "--debug")
    assert not (part / MANIFEST).exists()


def _stopped(*_: object) -> None:
    raise KeyError


@pytest.mark.parametrize("more", [["--approved"], ["--tag", "v1"]])
def test_what_is_approved_is_not_built_in_parts(built: Path, tmp_path: Path, more: list[str]) -> None:
    words = ["build", "--handbook", str(built / "handbook"), "--output", str(tmp_path / "ut"), "--shard", "1/2", *more]
    result = said_by_handbok(*words)
    assert result.returncode == 2
    assert "Disse valgene kan ikke brukes sammen: --shard + --approved" in result.stderr


def test_a_part_of_more_than_there_are_has_none(built: Path, tmp_path: Path) -> None:
    words = ["build", "--no-pdf", "--handbook", str(built / "handbook"), "--output", str(tmp_path / "ut")]
    assert said_by_handbok(*words, "--shard", "9/9").returncode == 0
    assert [path.name for path in (tmp_path / "ut").iterdir()] == [MANIFEST]
