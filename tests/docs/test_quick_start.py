"""The quick start for editors: what it shows can be copied."""

from __future__ import annotations

import re
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
from builder.model.pathway import Step

from tests.support import ROOT

TEXT = (ROOT / "docs" / "kom-i-gang.nb.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
#: Words in the section above an example that tell its kind, where the example is a whole record.
SECTIONS = {
    "Skriv en regel som svarer på «Kan jeg dele?»": "rules",
    "Planer og avtaler": "plans",
    "Øvelser": "training",
    "Sjekklister for nyansatte": "onboarding",
    "Hva som er nytt": "changes",
    "Frie sider": "pages",
    "Godta et funn en stund": "accepted",
}


def whole() -> Iterator[tuple[str, str]]:
    """Kind and text of each example that is a record."""
    for heading, kind in SECTIONS.items():
        section = TEXT.split(f"## {heading}\n")[1].split("\n## ")[0]
        yield from ((kind, example) for example in re.findall(r"```yaml\n(.*?)```", section, re.DOTALL))


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
    assert {kind for kind, _ in whole()} == set(SECTIONS.values())


@pytest.mark.parametrize("part", [Step, Forum, ConsentByAge])
def test_a_part_of_a_record_uses_fields_there_are(part: type[Step | Forum | ConsentByAge]) -> None:
    section = TEXT.split("## Frister, møter og samtykke som data\n")[1].split("\n## ")[0]
    names = {"Step": "pathways/", "Forum": "forums/", "ConsentByAge": "rules/"}
    (example,) = (text for text in re.findall(r"```yaml\n(.*?)```", section, re.DOTALL) if names[part.__name__] in text)
    tree, problems = parse("eksempel.yml", example.encode())
    assert problems == []
    assert isinstance(tree, Mapping)
    known = {field.key for field in described(part)}
    if part is ConsentByAge:
        entries = tree.fields["by_age"]
        assert isinstance(entries, Sequence)
        assert all(isinstance(entry, Mapping) and entry.fields.keys() <= known for entry in entries.items)
    else:
        assert tree.fields.keys() <= known


def test_every_example_is_yaml() -> None:
    for example in EXAMPLES:
        assert parse("eksempel.yml", example.encode())[1] == []
