"""The style of data files: the same meaning, all comments, and nothing more to do the second time."""

from __future__ import annotations

import json

import pytest
from builder.edit.style import styled
from builder.edit.writing import block
from builder.load.tree import plain
from builder.load.yaml_text import parse
from hypothesis import given, settings
from hypothesis import strategies as st

ORDER = ("id", "name", "aliases", "summary", "does")
LONG = "Her er en lang setning som står på én linje. " * 6


def meaning(text: str) -> object:
    tree, problems = parse("x.yml", text.encode())
    assert not problems
    return plain(tree) if tree is not None else None


def comments(text: str) -> list[str]:
    return sorted(line.strip() for line in text.splitlines() if line.strip().startswith("#"))


def test_a_file_saved_by_a_form_becomes_readable_again() -> None:
    saved = f"id: ppt\r\nsummary: {LONG.strip()}\r\naliases:\r\n  - ppt\r\n  - tjenesten\r\nname: PPT  \r\n\r\n"
    text = styled(saved, ORDER)
    assert text.startswith("id: ppt\nname: PPT\naliases: [ppt, tjenesten]\nsummary: >-\n  Her er en lang")
    assert max(map(len, text.splitlines())) <= 110
    assert meaning(text) == meaning(saved)


def test_comments_move_with_what_they_are_about() -> None:
    text = "# Om fila\nid: ppt\n# Om summen\nsummary: Kort # her\n\n# Om navnet\nname: PPT\n# Til slutt\n"
    assert styled(text, ORDER) == (
        "# Om fila\nid: ppt\n\n# Om navnet\nname: PPT\n# Om summen\nsummary: Kort # her\n# Til slutt\n"
    )


def test_records_in_a_list_keep_their_place() -> None:
    text = "- id: a\n  summary: S\n  name: N\n# Om b\n- id: b\n  name: N\n"
    assert styled(text, ORDER) == "- id: a\n  name: N\n  summary: S\n# Om b\n- id: b\n  name: N\n"


def test_a_field_that_is_not_in_the_order_follows_the_one_it_stands_after() -> None:
    assert styled("summary: S\nid: a\nreplaces: b\nname: N\n", ORDER) == "id: a\nreplaces: b\nname: N\nsummary: S\n"


@pytest.mark.parametrize(
    "text",
    [
        "{summary: S, id: a}\n",
        "- bare en tekst\n- en til\n",
        f"id: a\nsummary: {LONG}\n  # en merknad\nname: N\n".replace(" \n", "\n"),
        "id: a\nsummary: |\n  # ikke en merknad\n  tekst\n",
    ],
)
def test_what_cannot_be_ordered_by_lines_means_the_same(text: str) -> None:
    once = styled(text, ORDER)
    assert meaning(once) == meaning(text)
    assert comments(once) == comments(text)


words = st.text("abcæøå #:'\"-.,|", min_size=1, max_size=12).map(str.strip).filter(bool)
values = st.one_of(
    words, st.lists(words, min_size=1, max_size=30), st.lists(words, min_size=20, max_size=30).map(" ".join)
)
records = st.dictionaries(st.sampled_from([*ORDER[1:], "replaces", "other"]), values, max_size=5)


@settings(max_examples=60, deadline=None)
@given(st.lists(records, min_size=1, max_size=3), st.booleans(), st.randoms(use_true_random=False))
def test_the_second_time_there_is_nothing_to_do(made: list[dict[str, object]], listed: bool, chance) -> None:  # type: ignore[no-untyped-def]
    data = [{**record, "id": f"r{number}"} for number, record in enumerate(made)]
    lines = block(data if listed else data[0], 0)  # type: ignore[arg-type]
    top = [n for n, line in enumerate(lines) if not line.startswith("    ")] if not listed else []
    text = "\n".join(
        line for n, line in enumerate(lines) for line in ([f"# {n}"] if _key(line) and n in top else []) + [line]
    )
    once = styled(text + "\n", ORDER)
    assert meaning(once) == json.loads(json.dumps(data if listed else data[0]))
    assert comments(once) == comments(text)
    assert styled(once, ORDER) == once


def _key(line: str) -> bool:
    return line[:1].isalpha()
