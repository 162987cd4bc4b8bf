"""What is published or remembered may be damaged: it is continued as far as it can be, made anew, or told of."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from builder.cache import fingerprints
from builder.cache.store import Store, forget_gone, store_of
from builder.changes.history import continued
from builder.edition.edition import Edition
from builder.feeds.calendars import calendars
from builder.feeds.files import files
from builder.feeds.news import news
from builder.model.handbook import Handbook
from builder.model.history import Edition as Published
from builder.model.history import History, News
from builder.problem import Message
from builder.publish.options import Options
from builder.publish.plan import plan

from tests.support import EPOCH, MINI, SLUG, TODAY, said_by_handbok, varied

HISTORY = History(editions=(Published(date=TODAY, news=(News(kind="services", id="ppt", text="PPT er ny"),)),))
WRONG = ["null", "7", "-1", "1e400", '"x"', "[]", "{}", '"2026-99-99"', '{"a": [null]}', '"\\u0000"', '"\\ud800"']
WRONG_LINES = ["", "x", "99999999T999999", "-1", "1e9", "FREQ=;", "FREQ=WEEKLY;UNTIL=x", "\x00"]


def replaced(content: bytes, chance: random.Random) -> bytes:
    """One value by something else than it should be: of JSON, or of a line of a calendar."""
    text = content.decode()
    values = list(re.finditer(r'(?<=: )("[^"\n]*"|\d+|true|false|null)', text))
    if values:
        one = chance.choice(values)
        return (text[: one.start()] + chance.choice(WRONG) + text[one.end() :]).encode()
    lines = text.split("\r\n")
    number = chance.randrange(len(lines))
    lines[number] = lines[number].partition(":")[0] + ":" + chance.choice(WRONG_LINES)
    return "\r\n".join(lines).encode()


def flipped(content: bytes, chance: random.Random) -> bytes:
    harmed = bytearray(content)
    for _ in range(chance.choice((1, 5, 50))):
        harmed[chance.randrange(len(harmed))] ^= 1 << chance.randrange(8)
    return bytes(harmed)


def without_a_line(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    del lines[chance.randrange(len(lines))]
    return b"\n".join(lines)


Damage = Callable[[bytes, random.Random], bytes]
DAMAGES: dict[str, Damage] = {
    "cut": lambda content, chance: content[: chance.randrange(len(content))],
    "flipped": flipped,
    "replaced": replaced,
    "a line lost": without_a_line,
    "nested": lambda *_: b"[" * 100_000,
    "not text": lambda *_: b"\xff\xfe\x00",
    "an event of nothing": lambda *_: b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
}


@pytest.fixture(scope="module")
def before(mini: Handbook) -> dict[str, bytes]:
    """What was published, with something new and with meetings that are no more."""
    made = files(Edition(mini, HISTORY))
    return made | {"kalender/alle.ics": made["kalender/alle.ics"].replace(b"UID:team", b"UID:borte")}


@pytest.mark.parametrize("name", DAMAGES)
def test_what_a_build_continues_may_be_damaged_anyhow(mini: Handbook, before: dict[str, bytes], name: str) -> None:
    chance = random.Random(name)
    for _ in range(12):
        found = dict(before)
        path = chance.choice(("handbook.json", "endringer.json", "kalender/alle.ics"))
        found[path] = DAMAGES[name](before[path], chance)
        history = continued(mini, found["handbook.json"], found["endringer.json"])
        edition = Edition(mini, history)
        news(edition)
        told: list[Message] = []
        again = calendars(edition, found["kalender/alle.ics"])
        calendars(edition, again["kalender/alle.ics"], told.append)
        assert told == [], "what comes of what is damaged is whole"


def test_what_begins_anew_is_told_of(mini: Handbook, before: dict[str, bytes]) -> None:
    told: list[Message] = []
    continued(mini, b"{", b"{", told.append)
    calendars(Edition(mini), DAMAGES["an event of nothing"](b"", random.Random()), told.append)
    assert [message.text().partition(" ")[0] for message in told] == ["endringer.json", "handbook.json", "kalenderen"]


# What is remembered


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """A handbook, where it is published, and what is remembered of both. To be read, never written."""
    folder = tmp_path_factory.mktemp("once")
    root, output, kept = varied(folder, {}), folder / "ut", folder / "remembered"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HANDBOK_CACHE", str(kept))
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        patch.setattr(fingerprints, "_TICK", 0)
        for command in (("check",), ("build", "--no-pdf", "--output", str(output))):
            assert said_by_handbok(*command, "--handbook", str(root)).returncode == 0
    return root, output, kept


@pytest.fixture
def remembered(once: tuple[Path, Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files where something is remembered, which may be damaged."""
    kept = Path(shutil.copytree(once[2], tmp_path / "kept"))
    monkeypatch.setenv("HANDBOK_CACHE", str(kept))
    return list(kept.glob("*/*.json"))


def folder_in_place(file: Path) -> None:
    file.unlink()
    file.mkdir()


def something_else(file: Path) -> None:
    data = random.Random(file.stem).choice([None, [], {}, 3, "x", [[]], {SLUG: {}}, {"inputs": {}, "files": []}])
    Store(file.parent).write(file.stem, data)


@pytest.mark.parametrize("harm", ["cut", "flipped", "nested", "not text", folder_in_place, something_else])
def test_what_is_remembered_may_be_anything(
    once: tuple[Path, Path, Path], remembered: list[Path], harm: str | Callable[[Path], None]
) -> None:
    root, output, _ = once
    options = Options(handbook=root, output=output, pdf=False)
    assert plan([SLUG], options).stands()
    own = {f"edition-{SLUG}", f"prints-{SLUG}"}
    pieces = {file.stem for file in remembered if file.stem.startswith(f"{fingerprints.NAME}-")}
    assert len(pieces) == 2, "what is shared, and the municipality"
    others = {file.stem for file in remembered} - pieces
    assert others == own | {"serves", "findings", "place", "holder", "portal"}
    for file in remembered:
        if isinstance(harm, str):
            file.write_bytes(DAMAGES[harm](file.read_bytes(), random.Random(1)))
        else:
            harm(file)
    work = plan([SLUG], options)
    assert [job.slug for job in work.jobs] == [SLUG]
    assert not work.portal_stands()
    said = said_by_handbok("check", "--handbook", str(root))
    assert (said.returncode, said.stdout, said.stderr) == (0, "Ingen funn.\n", "")


def test_a_flipped_letter_is_not_shown_as_a_finding(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    store.write("findings", {"a": "feil"})
    file = store.folder / "findings.json"
    file.write_bytes(file.read_bytes().replace(b"feil", b"fell"))
    assert store.read("findings") is None


def test_nobody_else_may_read_what_is_remembered(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    store.write("a", 1)
    assert store.folder.stat().st_mode & 0o077 == 0


def test_what_is_remembered_of_a_folder_that_is_no_more_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    here, gone = store_of(tmp_path / "data"), store_of(tmp_path / "borte")
    for store in (here, gone):
        store.write("a", 1)
    forget_gone()
    assert here.read("a") == 1
    assert not gone.folder.exists()


def test_it_lies_where_the_platform_keeps_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HANDBOK_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    monkeypatch.setattr("sys.platform", "linux")
    one, other = store_of(tmp_path / "a" / "handbook").folder, store_of(tmp_path / "b" / "handbook").folder
    assert one.parent == tmp_path / "kept" / "handbok"
    assert one != other
    assert one.name.startswith("handbook-")


def test_the_data_folder_and_the_output_folder_are_left_clean(once: tuple[Path, Path, Path]) -> None:
    root, output, _ = once
    assert {path.relative_to(root) for path in root.rglob("*")} == {path.relative_to(MINI) for path in MINI.rglob("*")}
    assert [*output.rglob(".*"), *root.parent.glob(".*")] == []
