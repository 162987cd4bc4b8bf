"""Changing data files: what is asked is changed, every other byte stays, and what cannot be done is refused whole."""

from __future__ import annotations

import datetime as dt
import stat
from pathlib import Path
from typing import Any

import pytest
from builder.edit import Document, EditError, write_all
from builder.load.tree import plain
from builder.load.yaml_text import parse
from hypothesis import assume, given, settings
from hypothesis import strategies as st

PPT = """\
# PP-tjenesten i Lillevik
id: ppt
name: PP-tjenesten  # det folk sier
summary: >-
  Hjelper skole og barnehage
  når et barn strever.

# Dem vi jobber med
works_with: [skole, bup]  # flere kommer
contacts:
  # Lederen svarer på alt
  - id: leder
    role: "Leder"
    verified: {date: 2026-10-01, by: Sekretær, how: Ringte}   # se permen
  - id: mottak
    role: Mottak
    # nummeret er nytt
    phone: 00 00 00 00
note: Ikke i ferien"""


def document(folder: Path, text: str | bytes, name: str = "ppt.yml") -> Document:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Document.open(path, name)


def changed_lines(found: Document) -> list[str]:
    lines = found.difference().splitlines()
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("---", "+++")]


@pytest.fixture
def ppt(tmp_path: Path) -> Document:
    return document(tmp_path, PPT)


CHANGES: dict[str, tuple[Any, list[str]]] = {
    "one date among braces": (
        lambda d: d.set(("ppt", "contacts", "leder", "verified", "date"), dt.date(2026, 11, 28)),
        [
            "-    verified: {date: 2026-10-01, by: Sekretær, how: Ringte}   # se permen",
            "+    verified: {date: 2026-11-28, by: Sekretær, how: Ringte}   # se permen",
        ],
    ),
    "one more between braces": (
        lambda d: d.set(("ppt", "contacts", "leder", "verified", "note"), "ja, nei"),
        [
            "-    verified: {date: 2026-10-01, by: Sekretær, how: Ringte}   # se permen",
            "+    verified: {date: 2026-10-01, by: Sekretær, how: Ringte, note: 'ja, nei'}   # se permen",
        ],
    ),
    "a new field in an item": (
        lambda d: d.set(("ppt", "contacts", "mottak", "verified"), {"date": dt.date(2026, 11, 28), "by": "Leder"}),
        ["+    verified:", "+      date: 2026-11-28", "+      by: Leder"],
    ),
    "a new field in its order": (
        lambda d: d.set(("ppt", "owner"), "ppt.leder", ["id", "name", "owner", "summary"]),
        ["+owner: ppt.leder"],
    ),
    "a field within one that is not there": (
        lambda d: d.set(("ppt", "access", "how"), "Ring."),
        ["-note: Ikke i ferien", "+note: Ikke i ferien", "+access:", "+  how: Ring."],
    ),
    "a text in quotes keeps them": (
        lambda d: d.set(("ppt", "contacts", "leder", "role"), "Leder i PPT"),
        ['-    role: "Leder"', '+    role: "Leder i PPT"'],
    ),
    "a folded text becomes short": (
        lambda d: d.set(("ppt", "summary"), "Hjelper: alle # sammen"),
        [
            "-summary: >-",
            "-  Hjelper skole og barnehage",
            "-  når et barn strever.",
            "+summary: 'Hjelper: alle # sammen'",
        ],
    ),
    "the comment after a value stays when it becomes a list": (
        lambda d: d.set(("ppt", "works_with"), ["en lang tekst", "to"]),
        ["-works_with: [skole, bup]  # flere kommer", "+works_with: [en lang tekst, to]  # flere kommer"],
    ),
    "and when it becomes fields": (
        lambda d: d.set(("ppt", "name"), {"nb": "PP-tjenesten"}),
        ["-name: PP-tjenesten  # det folk sier", "+name:  # det folk sier", "+  nb: PP-tjenesten"],
    ),
    "an item last between brackets": (
        lambda d: d.append(("ppt", "works_with"), "nav"),
        ["-works_with: [skole, bup]  # flere kommer", "+works_with: [skole, bup, nav]  # flere kommer"],
    ),
    "an item last in a block": (
        lambda d: d.append(("ppt", "contacts"), {"id": "vakt", "role": "Vakt"}),
        ["+  - id: vakt", "+    role: Vakt"],
    ),
    "a list is made where there is none": (
        lambda d: d.append(("ppt", "does"), "Hjelper, og gir råd"),
        ["-note: Ikke i ferien", "+note: Ikke i ferien", "+does:", "+  - Hjelper, og gir råd"],
    ),
    "an item out of brackets": (
        lambda d: d.delete(("ppt", "works_with", "bup")),
        ["-works_with: [skole, bup]  # flere kommer", "+works_with: [skole]  # flere kommer"],
    ),
    "an item out of a block": (
        lambda d: d.delete(("ppt", "contacts", "mottak")),
        ["-  - id: mottak", "-    role: Mottak", "-    # nummeret er nytt", "-    phone: 00 00 00 00"],
    ),
    "the last field out": (lambda d: d.delete(("ppt", "note")), ["-note: Ikke i ferien"]),
    "another id": (lambda d: d.rename("ppt", "pp-tenesta"), ["-id: ppt", "+id: pp-tenesta"]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_only_what_is_asked_is_changed(ppt: Document, name: str) -> None:
    change, lines = CHANGES[name]
    change(ppt)
    assert [line for line in changed_lines(ppt) if not line.startswith("\\")] == lines
    ppt.write()
    assert ppt.path.read_bytes() == ppt.content
    assert not ppt.changed


def test_fields_that_are_the_same_are_not_touched(ppt: Document) -> None:
    ppt.set(("ppt", "contacts", "leder", "verified"), {"date": "2026-10-01", "by": "Leder", "how": "Ringte"})
    assert changed_lines(ppt) == [
        "-    verified: {date: 2026-10-01, by: Sekretær, how: Ringte}   # se permen",
        "+    verified: {date: 2026-10-01, by: Leder, how: Ringte}   # se permen",
    ]
    assert ppt.value("ppt", "contacts", "leder", "verified", "by") == "Leder"


def test_a_field_left_empty_goes_with_its_last_item(ppt: Document) -> None:
    ppt.delete(("ppt", "works_with", "bup"))
    ppt.delete(("ppt", "works_with", "skole"))
    assert not ppt.has("ppt", "works_with")
    assert "# Dem vi jobber med" in ppt.text


def test_the_first_field_of_an_item_gives_its_place_to_the_next(ppt: Document) -> None:
    ppt.delete(("ppt", "contacts", 0, "id"))
    assert '  - role: "Leder"' in ppt.text


def test_records_in_a_list(tmp_path: Path) -> None:
    found = document(tmp_path, "- id: a\n  name: A\n# neste\n- id: b\n  name: B\n")
    found.rename("b", "c")
    found.add_record({"id": "d", "name": "D", "uses": ["a", "b"]})
    found.delete(("a",))
    assert found.text == "# neste\n- id: c\n  name: B\n- id: d\n  name: D\n  uses: [a, b]\n"


def test_lists_without_indent_grow_without_indent(tmp_path: Path) -> None:
    found = document(tmp_path, "id: a\nuses:\n- x y\nname: A\n")
    found.append(("a", "uses"), "z z")
    assert found.text == "id: a\nuses:\n- x y\n- z z\nname: A\n"


def test_a_field_with_nothing_after_the_colon_is_filled(tmp_path: Path) -> None:
    found = document(tmp_path, "id: a\nstanding:   # kommer\nname:\n")
    found.set(("a", "standing", "arranged"), dt.date(2026, 1, 2))
    found.set(("a", "name"), "A")
    assert found.text == "id: a\nstanding:   # kommer\n  arranged: 2026-01-02\nname: A\n"


def test_a_long_list_in_brackets_goes_on_on_the_next_line(tmp_path: Path) -> None:
    line = "    " + ", ".join(["et langt navn på noe"] * 4) + ", og dette som er det siste"
    found = document(tmp_path, f"id: a\naliases:\n  [\n{line}\n  ]\n")
    found.append(("a", "aliases"), "ett navn til")
    assert found.text == f"id: a\naliases:\n  [\n{line},\n    ett navn til\n  ]\n"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "null",
        "~",
        "- a",
        "a: b",
        "a #b",
        "'",
        '"',
        "[x",
        "{",
        "&a",
        "*a",
        "!x",
        "%",
        "@",
        "| ",
        ">",
        "no",
        "é\\n",
        "a\nb",
        "\n",
        " a",
        "a ",
        "a\n\n- b\n- c",
        "x" * 200,
        "ord " * 60,
        "ord " * 60 + "slutt",
        "a\tb",
        "# a",
        "?",
        "---",
    ],
)
def test_every_text_is_read_back_as_it_is(tmp_path: Path, value: str) -> None:
    found = document(tmp_path, "id: a\nname: A\nlist: [x]\nitems:\n  - y\n")
    found.set(("a", "name"), value)
    found.append(("a", "list"), value)
    found.append(("a", "items"), value)
    found.set(("a", "new"), {"deep": [{"id": value}]})
    again = document(tmp_path, found.content, "again.yml")
    assert (again.value("a", "name"), again.value("a", "list", 1), again.value("a", "items", 1)) == (value,) * 3
    assert again.value("a", "new", "deep", 0, "id") == value


def test_true_and_times_and_numbers_are_written_as_files_have_them(tmp_path: Path) -> None:
    found = document(tmp_path, "id: a\n")
    found.set(("a", "vacant"), True)
    found.set(("a", "opens"), dt.time(8, 5))
    found.set(("a", "minutes"), 60)
    assert found.text == "id: a\nvacant: true\nopens: 8:05\nminutes: 60\n"


def test_a_new_file(tmp_path: Path) -> None:
    path = tmp_path / "services" / "bup.yml"
    found = Document.new(path, {"id": "bup", "extends": "bup"}, "services/bup.yml", "BUP hos oss.")
    assert not path.exists()
    assert found.difference().splitlines()[:2] == ["--- /dev/null", "+++ services/bup.yml"]
    found.write()
    assert path.read_text(encoding="utf-8") == "# BUP hos oss.\nid: bup\nextends: bup\n"
    with pytest.raises(EditError, match="finnes fra før"):
        Document.new(path, {"id": "x"})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: d.set(("bup", "name"), "x"), "ppt.yml har ingen post med id «bup»"),
        (lambda d: d.set(("ppt", "contacts", "vakt", "role"), "x"), "fant ikke «vakt» i ppt.contacts.vakt.role"),
        (lambda d: d.set(("ppt", "name", "kort"), "x"), "fant ikke «kort»"),
        (lambda d: d.delete(("ppt", "phone")), "fant ikke «phone»"),
        (lambda d: d.value("ppt", "contacts", 7), "fant ikke «7»"),
        (lambda d: d.add_record({"id": "x"}), "er én post"),
    ],
)
def test_what_is_not_there_is_refused(ppt: Document, change: Any, said: str) -> None:
    with pytest.raises(EditError, match=said):
        change(ppt)
    assert not ppt.changed
    assert ppt.difference() == ""


@pytest.mark.parametrize("text", ["id: [a", "id: a\nid: b\n", "id: &x a\n", b"id: \xff\n", "a: 1\n---\nb: 2\n"])
def test_a_file_that_cannot_be_read_is_refused_with_its_place(tmp_path: Path, text: str | bytes) -> None:
    with pytest.raises(EditError, match=r"ppt\.yml:\d+:\d+: .*Rett dette først"):
        document(tmp_path, text)


def test_a_change_that_would_mean_something_else_is_refused_and_nothing_is_changed(tmp_path: Path) -> None:
    found = document(tmp_path, "? id\n: a\n? name\n: |+\n  A\n\n\n")
    before = found.text
    with pytest.raises(EditError, match="endre det for hånd"):
        found.set(("a", "title"), "T")
    assert found.text == before


def test_a_half_done_change_of_several_fields_is_undone(tmp_path: Path) -> None:
    found = document(tmp_path, "id: a\nverified:\n  date: x\n  ? by\n  : |+\n    y\n\n")
    with pytest.raises(EditError):
        found.set(("a", "verified"), {"date": "z", "by": "y\n\n", "how": "w"})
    assert not found.changed


def test_a_file_somebody_else_changed_is_not_written_over(ppt: Document) -> None:
    ppt.rename("ppt", "pp")
    ppt.path.write_text("id: annet\n", encoding="utf-8")
    with pytest.raises(EditError, match="endret av noen andre"):
        ppt.write()
    assert ppt.path.read_text(encoding="utf-8") == "id: annet\n"


def test_several_files_are_written_all_or_none(tmp_path: Path) -> None:
    first, second = document(tmp_path, "id: a\n", "a.yml"), document(tmp_path, "id: b\n", "b.yml")
    third = Document.new(tmp_path / "c.yml", {"id": "c"})
    first.rename("a", "x")
    second.rename("b", "y")
    second.path.write_text("id: annet\n", encoding="utf-8")
    with pytest.raises(EditError, match=r"b\.yml er endret av noen andre"):
        write_all([first, second, third])
    assert first.path.read_text(encoding="utf-8") == "id: a\n"
    blocked = Document.new(tmp_path / "a.yml" / "d.yml", {"id": "d"})
    with pytest.raises(OSError, match=r"a\.yml"):
        write_all([first, third, blocked])
    assert first.path.read_text(encoding="utf-8") == "id: a\n"
    assert not third.path.exists()
    write_all([first, third])
    assert (first.path.read_text(encoding="utf-8"), third.path.exists()) == ("id: x\n", True)


def test_rights_are_kept_and_nothing_is_left_beside(tmp_path: Path) -> None:
    real = tmp_path / "real.yml"
    real.write_text("id: a\n", encoding="utf-8")
    real.chmod(0o640)
    found = Document.open(real)
    found.set(("a", "name"), "A")
    found.write()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["real.yml"]


def test_what_a_link_leads_to_is_neither_read_nor_written(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yml", tmp_path / "link.yml"
    real.write_text("id: a\n", encoding="utf-8")
    found = Document.new(link, {"id": "b"})
    link.symlink_to(real)
    with pytest.raises(OSError, match="lenke"):
        found.write()
    with pytest.raises(OSError, match="lenke"):
        Document.open(link)
    assert real.read_text(encoding="utf-8") == "id: a\n"


# Any file: what is not asked for stays, byte for byte.

_TEXT = st.text("abæøåÆØÅ §«»–:#,'\"[]{}-&*!|>%@`?0\U0001f600", min_size=1, max_size=25).filter(
    lambda text: text.strip()
)
_WORDS = st.lists(
    st.sampled_from(["barn", "får", "hjelp", "på", "skolen,", "§ 5", "a:b", "- nei", "#", "«ja»"]), min_size=1
)
_WORD = st.sampled_from(["skole", "bup", "nav", "øy"])


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@st.composite
def _field(draw: st.DrawFn, key: str) -> str:
    """A field as somebody may have written it, with comments and empty lines about it."""
    written = draw(
        st.one_of(
            _TEXT.map(lambda text: f"{key}: {_quoted(text)}"),
            _WORDS.map(lambda words: f"{key}: >-\n  x {' '.join(words[:4])}\n  y {' '.join(words[4:])}"),
            _WORDS.map(lambda words: f"{key}: |\n  {' '.join(words)}\n\n    mer\n  # tekst"),
            st.lists(_WORD, unique=True, max_size=4).map(lambda words: f"{key}: [ {', '.join(words)} ]"),
            st.lists(_WORD, unique=True, min_size=1).map(lambda words: f"{key}: [\n  {', '.join(words)},\n]"),
            st.lists(_WORD, unique=True, min_size=1).map(
                lambda words: f"{key}:\n" + "\n".join(f"  -   {w}" for w in words)
            ),
            st.lists(_WORD, unique=True, min_size=1).map(
                lambda words: f"{key}:  # liste\n" + "\n".join(f"- id: {w}\n  # om {w}\n  role: [{w}]" for w in words)
            ),
            _TEXT.map(lambda text: f"{key}: {{by: {_quoted(text)}, how: x}}"),
            _TEXT.map(lambda text: f'{key}:\n  by:   {_quoted(text)} # hvem\n\n  "how": y'),
            st.just(f"{key}: vanlig tekst\n  over to linjer"),
            st.just(f"{key}:"),
        )
    )
    above = draw(st.sampled_from(["", "# før\n", "\n", "\n# om feltet\n#  - æøå\n"]))
    after = draw(st.sampled_from(["", " # etter"])) if written[-1] not in ">|t" or ": '" in written else ""
    return above + written + after


@st.composite
def _file(draw: st.DrawFn) -> tuple[list[str], str, bool, bool]:
    keys = ["name", "summary", "uses", "verified", "note"]
    pieces = [draw(_field(key)) for key in keys[: draw(st.integers(1, 5))]]
    return ["id: a", *pieces], draw(st.sampled_from(["\n", "\r\n"])), draw(st.booleans()), draw(st.booleans())


_VALUE = st.one_of(
    _TEXT,
    _WORDS.map(lambda words: " ".join(words * 5)),
    st.lists(_TEXT, max_size=3),
    st.lists(_WORD, min_size=1, unique=True),
    st.fixed_dictionaries({"by": _TEXT, "how": _TEXT}),
    st.lists(st.fixed_dictionaries({"id": _WORD, "role": _TEXT}), min_size=1, unique_by=lambda item: item["id"]),
)


def _bytes(pieces: list[str], end: str, mark: bool, last: bool) -> bytes:
    text = "\n".join(pieces) + ("\n" if last else "")
    return (b"\xef\xbb\xbf" if mark else b"") + text.replace("\n", end).encode()


def _read(content: bytes) -> Any:
    tree, problems = parse("a.yml", content)
    assert tree is not None
    assert not problems
    return plain(tree)


@settings(max_examples=300)
@given(_file(), st.integers(1, 5), _VALUE, st.sampled_from(["set", "append", "delete", "new"]))
def test_every_other_byte_stays(tmp_path: Path, file: Any, place: int, value: Any, action: str) -> None:
    pieces, end, mark, last = file
    # A text to its last line break, in a file that ends without one, would get one by what comes after it.
    assume(last or ": |\n" not in pieces[-1])
    number = min(place, len(pieces) - 1)
    key = "fresh" if action == "new" else ["id", "name", "summary", "uses", "verified", "note"][number]
    found = document(tmp_path, _bytes(pieces, end, mark, last))
    meaning = dict(_read(found.content))
    old = meaning.get(key)
    if action == "append" and not isinstance(old, list | None):
        action = "set"
    if action == "append":
        found.append(("a", key), value)
        meaning[key] = [*(old or []), value]
    elif action == "delete":
        found.delete(("a", key))
        del meaning[key]
    else:
        found.set(("a", key), value)
        meaning[key] = value
    assert _read(found.content) == meaning
    before, after = pieces[:number], pieces[number + 1 :]
    if action == "new":
        before, after = pieces, []
    assert found.content.startswith(_bytes(before, end, mark, False))
    assert found.content.endswith(_bytes(after, end, False, last) if after else b"")
    assert found.content.endswith(end.encode()) == last or action == "delete"
    comments = [line for piece in (*before, *after) for line in piece.split("\n") if line.startswith("#")]
    assert all(comment in found.text for comment in comments)
    if end == "\r\n":
        assert found.text.count("\n") == found.text.count("\r\n")
