"""The pages for editors: the records they show can be copied."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

import pytest
from builder.check.validation import records_of
from builder.load.declaration import Declaration
from builder.load.tree import Mapping, Sequence
from builder.load.yaml_text import parse
from builder.model.confidentiality import ConsentByAge
from builder.model.description import described
from builder.model.forum import Forum
from builder.model.kinds import KINDS
from builder.model.pathway import Pathway, Step

from tests.support import ROOT

EDITORS = ROOT / "docs" / "redaktor"
#: The page, and where it has more the section, whose example is a whole record, and of which kind.
PLACES = {
    ("kan-jeg-dele", ""): "rules",
    ("planer", ""): "plans",
    ("samarbeidsavtaler", "Skriv avtalen"): "agreements",
    ("ovelser-og-sjekklister", "Øvelser"): "training",
    ("ovelser-og-sjekklister", "Sjekklister for nyansatte"): "onboarding",
    ("innforing", "Skriv det ned når det er gjort"): "introductions",
    ("nyheter-og-sider", "Hva som er nytt"): "changes",
    ("nyheter-og-sider", "Frie sider"): "pages",
    ("godta-funn", ""): "accepted",
    ("spor-ansatte", ""): "surveys",
    ("motepuls", ""): "meetings",
}


def examples(name: str, heading: str = "") -> list[str]:
    """The YAML of a page, or of a section of it."""
    text = (EDITORS / name).read_text(encoding="utf-8")
    if heading:
        text = text.split(f"## {heading}\n")[1].split("\n## ")[0]
    indented = re.findall(r"^ *```yaml\n(.*?)^ *```$", text, re.DOTALL | re.MULTILINE)
    return [textwrap.dedent(example) for example in indented]


def whole() -> Iterator[tuple[str, str]]:
    """Kind and text of each example that is a record."""
    for (name, heading), kind in PLACES.items():
        yield from ((kind, example) for example in examples(f"{name}.nb.md", heading))


@pytest.mark.parametrize(("kind", "example"), list(whole()), ids=lambda value: value if value in KINDS else "")
def test_a_whole_example_is_a_good_record(kind: str, example: str) -> None:
    tree, problems = parse("eksempel.yml", example.encode())
    assert problems == []
    records = tree.items if isinstance(tree, Sequence) else [tree]
    declarations = [Declaration(kind, one.text("id"), one) for one in records if isinstance(one, Mapping)]
    shaped, faults = records_of(declarations)
    assert [fault.message.text() for fault in faults] == []
    assert len(shaped[kind]) == len(records) > 0


def test_every_kind_that_is_new_to_an_editor_has_an_example() -> None:
    assert {kind for kind, _ in whole()} == set(PLACES.values())


@pytest.mark.parametrize("part", [Step, Forum, ConsentByAge])
def test_a_part_of_a_record_uses_fields_there_are(part: type[Step | Forum | ConsentByAge]) -> None:
    names = {"Step": "pathways/", "Forum": "forums/", "ConsentByAge": "rules/"}
    found = [text for text in examples("moter-og-frister.nb.md") if names[part.__name__] in text]
    assert found
    known = {field.key for field in described(part)}
    whole_of = {field.key for field in described(Pathway)} if part is Step else known
    for example in found:
        tree, problems = parse("eksempel.yml", example.encode())
        assert problems == []
        assert isinstance(tree, Mapping)
        if part is ConsentByAge:
            entries = tree.fields["by_age"]
            assert isinstance(entries, Sequence)
            assert all(isinstance(entry, Mapping) and entry.fields.keys() <= known for entry in entries.items)
        else:
            assert tree.fields.keys() <= known or tree.fields.keys() <= whole_of


@pytest.mark.parametrize("name", sorted(path.name for path in EDITORS.glob("*.md")))
def test_every_example_is_yaml(name: str) -> None:
    for example in examples(name):
        assert parse("eksempel.yml", example.encode())[1] == []
