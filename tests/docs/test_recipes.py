"""Each recipe for editors can be followed as it stands, and leaves a handbook without errors."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.load.tree import plain
from builder.load.yaml_text import parse

from tests.docs.recipes import Reader, done_in, fences, lay_in, matches
from tests.support import ROOT

PAGES = sorted((ROOT / "docs" / "redaktor").glob("*.md"))


def in_bokmal(page: Path) -> Path:
    return page.with_name(page.name.replace(".nn.", ".nb."))


#: In nynorsk most pages have the reader do just the same: what is done once, need not be done again.
RECIPES = [page for page in PAGES if page == in_bokmal(page) or done_in(page) != done_in(in_bokmal(page))]


@pytest.mark.whole
@pytest.mark.parametrize("recipe", RECIPES, ids=lambda path: path.name)
def test_a_recipe_can_be_followed_from_the_top(recipe: Path, tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    reader.follow(recipe.read_text(encoding="utf-8"))
    reader.finds_no_error()


def test_pages_in_nynorsk_that_differ_only_in_words_are_not_followed_again() -> None:
    assert {page.name for page in PAGES} - {page.name for page in RECIPES}
    assert {page for page in PAGES if page == in_bokmal(page)} <= {*RECIPES}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("```yaml\n# a.yml\nid: a   # ein\n```\n", "```yaml\n# a.yml\nid: a   # en\n```\n", True),
        ("```yaml\n# a.yml\nid: a\n```\n", "```yaml\n# b.yml\nid: a\n```\n", False),
        ("```yaml\n# a.yml\nid: a\n```\n", "```yaml\n# a.yml\nid: b\n```\n", False),
        ("```sh\nhandbok check\n```\n", "```sh\nhandbok fix\n```\n", False),
        ("<!-- begynner med: x -->\n", "<!-- begynner med: y -->\n", False),
    ],
)
def test_comments_and_what_is_told_make_no_difference_to_what_is_done(
    tmp_path: Path, one: str, other: str, same: bool
) -> None:
    first, second = tmp_path / "a.md", tmp_path / "b.md"
    first.write_text(f"Eg.\n\n{one}", encoding="utf-8")
    second.write_text(f"Jeg.\n\n{other}", encoding="utf-8")
    assert (done_in(first) == done_in(second)) is same


def test_a_fence_is_read_without_its_margin_and_says_whether_it_is_tried() -> None:
    text = (
        "1. Så:\n\n   ```sh\n   handbok check\n   ```\n\n<!-- ikke prøvd: stopper ikke -->\n```sh\nhandbok serve\n```\n"
    )
    first, second = fences(text)
    assert (first.language, first.text, first.line, first.tried) == ("sh", "handbok check\n", 3, True)
    assert (second.text, second.tried) == ("handbok serve\n", False)


def test_what_stands_right_under_commands_is_what_they_print() -> None:
    text = "```sh\na\n```\n\n```\nshown\n```\n\nOg så:\n\n```\nnot tried\n```\n"
    assert [fence.after_commands for fence in fences(text)] == [False, True, False]


@pytest.mark.parametrize(
    ("shown", "said", "same"),
    [
        ("Laget … filer.", "Laget 18 filer.", True),
        ("a\n…\nz", "a\nb\nc\nz\n", True),
        ("Laget … filer.", "Laget 18 mapper.", False),
        ("a", "a\nb", False),
        ("[x] (y)", "[x] (y)", True),
    ],
)
def test_what_is_shown_is_held_against_what_is_said(shown: str, said: str, same: bool) -> None:
    assert matches(shown, said) is same


@pytest.mark.parametrize(
    ("there", "example", "after"),
    [
        (None, "# a.yml\nid: a\n", {"id": "a"}),
        ("id: a\nname: A\n", "# a.yml\nname: B\n", {"id": "a", "name": "B"}),
        (
            "id: a\ncontacts:\n  - id: x\n    role: X\n",
            "# a.yml\nid: a\ncontacts:\n  - id: x\n    phone: '112'\n  - id: y\n    role: Y\n",
            {"id": "a", "contacts": [{"id": "x", "role": "X", "phone": "112"}, {"id": "y", "role": "Y"}]},
        ),
        ("- id: a\n", "# a.yml\n- id: b\n", [{"id": "a"}, {"id": "b"}]),
        ("- id: a\n  n: 1\n", "# a.yml\n- id: a\n  n: 2\n", [{"id": "a", "n": "2"}]),
    ],
)
def test_an_example_is_laid_into_the_file_that_is_there(
    tmp_path: Path, there: str | None, example: str, after: object
) -> None:
    path = tmp_path / "a.yml"
    if there is not None:
        path.write_text(there, encoding="utf-8")
    lay_in(path, example)
    tree, problems = parse("a.yml", path.read_bytes())
    assert not problems
    assert tree is not None
    assert plain(tree) == after


@pytest.mark.parametrize(
    "text",
    [
        "```sh\nfalse\n```\n",
        "```sh\necho ja\n```\n\n```\nnei\n```\n",
        "```yaml\na: [\n```\n",
    ],
)
def test_what_does_not_go_as_the_document_says_fails(text: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="linje "):
        Reader(tmp_path).follow(text)


def test_one_goes_on_where_one_left_off(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    reader.follow(
        "```sh\nmkdir ny\ncd ny\nexport ORD=hei\n```\n\n```sh\necho $ORD ${PWD##*/}\n```\n\n```\nhei ny\n```\n"
    )
    assert reader.folder.name == "ny"
