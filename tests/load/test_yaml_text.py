"""YAML text to trees: what values mean, where they stand, and what is refused."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator

import pytest
import yaml
from builder.load.opener import MAX_BYTES
from builder.load.tree import Mapping, Node, Scalar, Sequence, plain
from builder.load.yaml_text import MAX_DEPTH, MAX_NODES, parse
from builder.problem import Severity
from hypothesis import given
from hypothesis import strategies as st


def read(text: str | bytes) -> object:
    """The plain data of a text that has no faults."""
    tree, problems = parse("f.yml", text if isinstance(text, bytes) else text.encode())
    assert problems == []
    return plain(tree) if tree is not None else None


def faults(text: str | bytes) -> list[tuple[str, str]]:
    """Place and message of each fault."""
    _, problems = parse("f.yml", text if isinstance(text, bytes) else text.encode())
    assert all(p.rule == "yaml" and p.severity is Severity.ERROR for p in problems)
    return [(str(p.mark), p.message.text()) for p in problems]


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("0301", "0301"),
        ("no", "no"),
        ("NO", "NO"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("true", "true"),
        ("9:00", "9:00"),
        ("12:30:45", "12:30:45"),
        ("1.10", "1.10"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        (".inf", ".inf"),
        ("1_000", "1_000"),
        ("2026-03-31", "2026-03-31"),
        ("", None),
        ("~", None),
        ("null", None),
        ("nUlL", "nUlL"),
        ("'null'", "null"),
        ('"~"', "~"),
        ("''", ""),
        ("'0301'", "0301"),
        ("'it''s'", "it's"),
        (r'"a\tb\u00e5"', "a\tbå"),
        ("Å være eller ikke være", "Å være eller ikke være"),
        ("👪 familien", "👪 familien"),
        ("tekst # merknad", "tekst"),
        ("|\n  en\n  to\n", "en\nto\n"),
        (">-\n  en\n  to\n", "en to"),
    ],
)
def test_a_value_is_the_text_that_stands_in_the_file(written: str, meaning: str | None) -> None:
    assert read(f"felt: {written}\n") == {"felt": meaning}


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_endings_of_any_system_are_read(ending: str) -> None:
    assert read(f"a: 1{ending}b: 2{ending}") == {"a": "1", "b": "2"}


def test_a_byte_order_mark_first_is_ignored() -> None:
    assert read("\ufeffa: 1") == {"a": "1"}


@pytest.mark.parametrize("nothing", ["", "\n\n", "# bare en merknad\n", "---\n", "   "])
def test_a_file_with_nothing_in_it_is_nothing_and_no_fault(nothing: str) -> None:
    tree, problems = parse("f.yml", nothing.encode())
    assert problems == []
    assert tree is None or plain(tree) is None


# Places

_words = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\xad", exclude_categories=("Cc",)),
    max_size=12,
)
_keys = st.text("abcdefghijklmnopqrstuvwxyzæøå_-", min_size=1, max_size=8)
_data = st.recursive(
    st.one_of(st.none(), _words),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_keys, inner, max_size=4)),
    max_leaves=25,
)


class _EveryText(yaml.SafeDumper):
    """Writes each text in quotes, so that no parser can take it for anything else."""


_EveryText.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


@given(_data, st.sampled_from([True, False, None]))
def test_written_data_is_read_back_as_it_was(data: object, flow: bool | None) -> None:
    text = yaml.dump(data, Dumper=_EveryText, allow_unicode=True, default_flow_style=flow)
    clean = not any(ord(character) < 32 and character not in "\n\t" for character in text)
    assert clean
    assert read(text) == data


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    children = node.items if isinstance(node, Sequence) else node.fields.values() if isinstance(node, Mapping) else ()
    for child in children:
        yield from _nodes(child)


@given(st.dictionaries(_keys, _data, min_size=1, max_size=5))
def test_every_mark_points_at_the_text_it_marks(data: dict[str, object]) -> None:
    text = yaml.dump(data, Dumper=_EveryText, allow_unicode=True, default_flow_style=False, width=10_000)
    lines = text.split("\n")
    tree, problems = parse("f.yml", text.encode())
    assert problems == []
    assert tree is not None

    def written(line: int, column: int) -> str:
        return lines[line - 1][column - 1 :]

    for node in _nodes(tree):
        place = written(node.mark.line, node.mark.column)
        if isinstance(node, Scalar) and node.text is not None:
            assert (
                yaml.safe_load(place.rstrip(":").split(": ")[0] if place.count('"') < 2 else _quoted(place))
                == node.text
            )
        elif isinstance(node, Mapping):
            for key, mark in node.keys.items():
                assert written(mark.line, mark.column).startswith((f'"{key}":', f"{key}:"))


def _quoted(place: str) -> str:
    """The quoted text at the beginning of a line."""
    end = 1
    while place[end] != '"':
        end += 2 if place[end] == "\\" else 1
    return place[: end + 1]


def test_columns_count_characters_and_not_bytes() -> None:
    tree, _ = parse("f.yml", "{æøå: 👪👪, b: her}".encode())
    assert isinstance(tree, Mapping)
    assert str(tree.keys["b"]) == "f.yml:1:11"
    assert str(tree.fields["b"].mark) == "f.yml:1:14"


# What is refused, with the place and the sentence

_ANCHOR = "«&x» lager et anker, og det brukes ikke her; fjern det, eller sett anførselstegn rundt teksten"
_ALIAS = "«*x» viser til et anker; skriv innholdet her, eller sett anførselstegn rundt teksten"
_PARTS = "fila har flere deler skilt med «---»; del den i flere filer"
_NAME = "et feltnavn må være ett enkelt ord"
_COLON = "her er et kolon for mye, eller feil innrykk; sett anførselstegn rundt tekst med kolon i"
_START = "tegnet her kan ikke stå først; bruk mellomrom og ikke tabulator, eller sett anførselstegn rundt teksten"
_OPEN = "anførselstegnet som åpner her, er ikke lukket; sett et likt tegn der teksten slutter"
_BRACKET = "klammen «[» som åpner her, er ikke lukket, eller et komma mangler"
_TAB = "her er det brukt tabulator til innrykk; bruk mellomrom"
_CONTROL = "her står et tegn som ikke kan være i en tekstfil; slett det"
_ENCODING = "fila er ikke lagret som UTF-8; lagre den på nytt med tegnsettet UTF-8"


def _tag(tag: str) -> str:
    return f"«{tag}» er en YAML-merkelapp, og slike brukes ikke her; fjern den"


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: 1\nb: 2\na: 3", "3:1", "«a» står to ganger; første gang på linje 1. Slett den ene"),
        ("a:\n  b: 1\n  'b': 2", "3:3", "«b» står to ganger; første gang på linje 2. Slett den ene"),
        ("a: &x 1", "1:4", _ANCHOR),
        ("a: 1\nb: &x [1]", "2:4", _ANCHOR),
        ("&x a: 1", "1:1", _ANCHOR),
        ("a: *x", "1:4", _ALIAS),
        ("<<: *x", "1:5", _ALIAS),
        ("a: !!str 1", "1:4", _tag("tag:yaml.org,2002:str")),
        ("a: !egen 1", "1:4", _tag("!egen")),
        ("!!python/object/apply:os.system ['x']", "1:1", _tag("tag:yaml.org,2002:python/object/apply:os.system")),
        ("a: 1\n---\nb: 2", "2:1", _PARTS),
        ("---\n---\n", "2:1", _PARTS),
        ("a:\n\tb: 1", "2:1", _TAB),
        ("a: @x", "1:4", _START),
        ("a: `x`", "1:4", _START),
        ("a: %x", "1:4", _START),
        ('a: 1\nb: "x\nc: 2', "2:4", _OPEN),
        ("a: [x, y\n", "1:4", _BRACKET),
        ("a: b: c", "1:5", _COLON),
        ("a: 1\n  b: 2", "2:4", _COLON),
        ("- a\nb: c", "2:1", "lista er brutt: hvert punkt begynner med «- » rett under hverandre"),
        ("a: - b", "1:4", "her kan det ikke begynne en liste; sett den på neste linje med innrykk"),
        (
            r'a: "C:\qvalue"',
            "1:7",
            "omvendt skråstrek har en egen betydning i doble anførselstegn; bruk enkle anførselstegn",
        ),
        ("? [a]\n: b", "1:3", _NAME),
        ("{a: 1}: b", "1:1", _NAME),
        ("~: b", "1:1", _NAME),
        ("a: 1\x00", "1:5", _CONTROL),
        ("æøå: b\nc: \x07", "2:4", _CONTROL),
        (b"a: \xe5\n", "1:4", _ENCODING),
        (b"a: 1\nb: b\xf8k\n", "2:5", _ENCODING),
        ("a: 1".encode("utf-16"), "1:1", _ENCODING),
    ],
)
def test_what_is_refused_is_told_at_its_place(text: str | bytes, place: str, message: str) -> None:
    assert faults(text) == [(f"f.yml:{place}", message)]


@pytest.mark.parametrize(
    "character",
    ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067",
     "\u2068", "\u2069"],
)  # fmt: skip
def test_an_invisible_character_is_told_by_its_code(character: str) -> None:
    expected = f"her står et usynlig tegn (U+{ord(character):04X}); slett det og skriv teksten på nytt"
    assert faults(f"a: 1\nb: sko{character}le") == [("f.yml:2:7", expected)]


@pytest.mark.parametrize("character", ["\u200e", "\u200f", "\u061c"])
def test_marks_that_turn_the_direction_of_writing_are_refused_too(character: str) -> None:
    assert len(faults(f"a: sko{character}le")) == 1


@pytest.mark.parametrize("escape", [r"\0", r"\x01", r"\x02", r"\x1b", r"\x7f", r"\u200b", r"\u202e", r"\ufeff"])
def test_a_forbidden_character_may_not_hide_behind_an_escape(escape: str) -> None:
    (problem,) = faults(f'a: 1\nb: "x{escape}"')
    assert problem[0] == "f.yml:2:4"


def test_a_file_over_the_limit_is_not_read() -> None:
    expected = f"fila er for stor: grensen er {MAX_BYTES} byte; del den i flere filer"
    assert faults(b"#" * (MAX_BYTES + 1)) == [("f.yml:1:1", expected)]


def test_a_file_at_the_limit_is_read() -> None:
    assert read(b"a: 1\n".ljust(MAX_BYTES, b"\n")) == {"a": "1"}


@pytest.mark.parametrize(("opening", "column"), [("[", MAX_DEPTH + 2), ("{", MAX_DEPTH + 2), ("- ", 2 * MAX_DEPTH + 3)])
@pytest.mark.parametrize("times", [MAX_DEPTH + 2, 20_000])
def test_a_file_that_is_too_deep_is_refused_at_once(opening: str, column: int, times: int) -> None:
    begun = time.monotonic()
    expected = f"fila har for mange innrykk; grensen er {MAX_DEPTH} nivåer"
    assert faults(opening * times) == [(f"f.yml:1:{column}", expected)]
    assert time.monotonic() - begun < 5


def test_the_deepest_that_is_allowed_is_read() -> None:
    data = read("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    for _ in range(MAX_DEPTH - 1):
        (data,) = data  # type: ignore[misc]
    assert data == []


def test_the_rest_of_a_file_is_read_after_a_key_written_twice() -> None:
    tree, problems = parse("f.yml", b"a: 1\na: 2\nb: 3\nb: 4\nc: 5")
    assert tree is not None
    assert plain(tree) == {"a": "1", "b": "3", "c": "5"}
    assert [problem.mark.line for problem in problems] == [2, 4]


def test_a_merge_key_merges_nothing() -> None:
    tree, _ = parse("f.yml", b"<<: {a: 1}\nb: 2")
    assert tree is None or "a" not in plain(tree)  # type: ignore[operator]


# Anything at all


@given(st.binary(max_size=400))
def test_any_bytes_give_a_tree_or_a_fault(content: bytes) -> None:
    tree, problems = parse("f.yml", content)
    assert tree is None or not isinstance(plain(tree), bytes)
    assert all(p.mark.line >= 1 and p.mark.column >= 1 and p.message.text() for p in problems)


_yamlish = st.text(st.sampled_from(list("ab:-?[]{},&*!|>'\"%@`#\n\t \r~<=.\\0æ\u2028\x85")), max_size=80)


@given(st.one_of(_yamlish, st.text(max_size=200)))
def test_any_text_gives_a_tree_or_a_fault_inside_the_file(text: str) -> None:
    content = text.encode("utf-8", "replace")
    _, problems = parse("f.yml", content)
    for problem in problems:
        # YAML also counts a few exotic characters as line breaks.
        breaks = sum(text.count(character) for character in "\n\r\x85\u2028\u2029")
        assert 1 <= problem.mark.line <= breaks + 2
        assert problem.message.text()


@pytest.mark.parametrize(
    "needless", ["- a\n", "a: b\n# x\n", "'", '"', "[[],", "? ", ": ", "-\t", "{a: ", "|\n", "a: |\n "]
)
def test_repetition_never_hangs(needless: str) -> None:
    begun = time.monotonic()
    parse("f.yml", (needless * (200_000 // len(needless))).encode())
    assert time.monotonic() - begun < 20


# Large files


HOSTILE = {
    "items": b"- a\n",
    "keys": b"a: 1\n",
    "empty lists": b"- []\n",
    "an unseen end of line": "a: b\u2028".encode(),
    "unseen letters": "\u200b".encode(),
    "hard spaces": "\u00a0a: 1\n".encode(),
    "marks of a merge": b"<<<<<<< x\n",
    "open quotes": b'a: "x\n',
    "apostrophes": b"a: 'x'y'\n",
    "other quotes": "a: «x: y»\n".encode(),
    "anchors": b"- &a x\n",
    "no letters": b"\0",
    "sixteen bits": "a: b\n".encode("utf-16-le"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_large_file_full_of_one_thing_is_told_at_a_line_and_soon(kind: str) -> None:
    part = HOSTILE[kind]
    start, memory = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    _, problems = parse("f.yml", part * (MAX_BYTES // 3 // len(part)))
    assert problems
    assert all(problem.mark.line >= 1 for problem in problems[:10])
    assert time.process_time() - start < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory < 300_000  # kilobytes


def test_so_many_values_are_read_and_not_one_more() -> None:
    assert len(read("[" + "a," * (MAX_NODES - 1) + "]")) == MAX_NODES - 1  # type: ignore[arg-type]
    assert faults("[" + "a," * MAX_NODES + "]") == [
        (
            f"f.yml:1:{2 * MAX_NODES}",
            f"fila er for lang: den har mer enn {MAX_NODES} felter og punkter; del den i flere filer",
        )
    ]


def test_unseen_letters_are_told_at_their_line_and_column() -> None:
    text = "a: b\n\u200bc: d\u200b\ne: 1\nf: \u00a0g\nh: x\u2028\n"
    assert [place for place, _ in faults(text)] == ["f.yml:2:1", "f.yml:4:4", "f.yml:5:5"]
