"""The reference pages in docs/: current, and with every rule and field."""

from __future__ import annotations

from pathlib import Path

from builder.check.catalogue import catalogue
from builder.model.description import described, group_in
from builder.model.kinds import KINDS
from builder.reference.files import reference_files
from builder.reference.markdown import table

from tests.support import ROOT, Document, by_markdown, said_by_handbok

PAGES = dict(reference_files())


def test_the_committed_pages_are_current() -> None:
    for name, text in PAGES.items():
        assert (ROOT / "docs" / name).read_text(encoding="utf-8") == text, "run `handbok reference` and commit docs"


def test_the_command_writes_them(tmp_path: Path) -> None:
    result = said_by_handbok("reference", "--output", str(tmp_path))
    assert result.returncode == 0
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == PAGES


def test_every_rule_has_a_section() -> None:
    html = by_markdown(PAGES["regler.md"])
    text = Document(html).text
    for one in catalogue().values():
        assert f'<h2 id="{one.id}">{one.id}</h2>' in html
        assert f'href="#{one.id}"' in html
        for part in (one.title, one.source, *one.reason.split("\n\n")):
            assert part in text
    assert not any(":" in address for address in Document(html).addresses)


def test_every_field_has_a_row() -> None:
    sections = PAGES["felter.md"].split("\n## ")[1:]
    assert [section.splitlines()[0] for section in sections] == list(KINDS)
    for section, kind in zip(sections, KINDS.values(), strict=True):
        waiting = [kind.record]
        while waiting:
            part = waiting.pop()
            for field in described(part):
                assert any(f"| `{field.key}` | {field.title} |" in line for line in section.splitlines()), field
                inner = group_in(field.value)
                waiting += [inner] if inner else []  # type: ignore[list-item]


def test_a_cell_cannot_break_a_table() -> None:
    assert table(("A",), [("x|y\nz",)]) == "| A |\n| --- |\n| x\\|y z |\n"
