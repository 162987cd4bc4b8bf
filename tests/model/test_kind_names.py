"""The name of a kind is written where the kind is described, and nowhere else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

import pytest
from builder.model import fields
from builder.model.base import Record
from builder.model.description import described
from builder.model.fields import RefTo
from builder.model.kind import OwnPages
from builder.model.kinds import KINDS, NAMED, kind_of
from builder.model.municipality import Role
from builder.model.references import key_of

from tests.support import ROOT, TEMPLATES, filled_handbook

BUILDER = ROOT / "builder"
#: Where such a word is something else than the name of a kind, and what it is.
OTHER_WORDS: Mapping[str, tuple[str, set[str]]] = {
    "cli/formats/due_table.py": ("a column", {"municipality"}),
    "facts/tasks.py": ("what is to be done", {"accepted"}),
    "changes/contacts.py": ("a field", {"contacts"}),
    "changes/records.py": ("a field", {"contacts"}),
    "edit/renaming.py": ("a field", {"contacts"}),
    "lawwatch/collection.py": ("what is repealed", {"removed"}),
    "lawwatch/law_text.py": ("what is repealed", {"removed"}),
    "check/earlier.py": ("a field", {"contacts"}),
    "check/leading.py": ("a field", {"contacts"}),
    "cli/commands/editing.py": ("a command", {"forms"}),
    "cli/new_record.py": ("a field", {"contacts"}),
    "cli/verify.py": ("a field", {"contacts"}),
    "load/folder.py": ("below the kinds", {"municipality"}),
    "starter/models.py": ("a group of choices", {"forums"}),
    "starter/shared.py": ("a field", {"contacts"}),
    "starter/one_record.py": ("what is asked for on the command line", {"contacts"}),
    "check/checker.py": ("the id of a rule", {"municipality"}),
    "facts/addresses.py": ("a field", {"contacts"}),
    "facts/agreed.py": ("a field", {"needs"}),
    "facts/held.py": ("a field", {"places"}),
    "facts/pulse.py": ("a field", {"meetings"}),
    "rules/pulse_rules.py": ("a field", {"meetings"}),
    "facts/parts.py": ("a field", {"contacts", "places"}),
    "feeds/public_services.py": ("an organisation", {"municipality"}),
    "feeds/service_directory.py": ("an organisation", {"municipality"}),
    "i18n.py": ("a catalogue", {"rules"}),
    "model/offer.py": ("fields", {"forms", "rules"}),
    "model/vocabulary.py": ("a word in the files", {"municipality"}),
    "render/paper.py": ("a folder of templates", {"pages"}),
    "render/renderer.py": ("a folder of templates", {"pages"}),
    "rules/forum_place_rules.py": ("a field", {"places"}),
    "rules/place_rules.py": ("a field", {"districts"}),
    "rules/step_sharing_rules.py": ("a field", {"forms"}),
    "search/records.py": ("a field", {"contacts", "places"}),
    "search/workplaces.py": ("what a page is given", {"pathways", "forums", "forms"}),
    "site/offline.py": ("a template", {"contacts", "pathways"}),
    # The types of references stand below the kinds they name; that each is a kind is tested here.
    "model/fields.py": ("references", set(NAMED)),
    "cli/library.py": ("the field that says which version has been read", {"library"}),
}


def names_in(path: Path) -> Iterator[str]:
    """Each text in a module that is the name of a kind, beside keys of what a page is given, templates and paths."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    others: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Dict(keys=keys):
                others |= {id(key) for key in keys}
            case ast.Subscript(slice=key):
                others.add(id(key))
            case ast.keyword(arg="name", value=value):
                others.add(id(value))
            case ast.Call(func=ast.Attribute(attr="at"), args=args):
                others |= {id(arg) for arg in args}
            case ast.AnnAssign(target=ast.Name(id="template"), value=value) if value:
                others.add(id(value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value in NAMED and id(node) not in others:
            yield str(node.value)


def test_no_module_names_a_kind_by_a_text() -> None:
    new = {}
    for path in sorted(BUILDER.rglob("*.py")):
        name = path.relative_to(BUILDER).as_posix()
        _, allowed = OTHER_WORDS.get(name, ("", set()))
        if found := set(names_in(path)) - allowed:
            new[name] = found
    assert new == {}, "name the descriptor, as in SERVICES.name, or say in OTHER_WORDS what the word is"


def test_no_template_asks_what_kind_something_is() -> None:
    asked = re.compile(rf"""kind(\.name)?\s*[!=]=\s*["']({"|".join(NAMED)})["']""")
    assert [path.name for path in TEMPLATES.rglob("*.j2") if asked.search(path.read_text(encoding="utf-8"))] == []


def test_every_reference_is_to_a_kind() -> None:
    references = [mark for value in vars(fields).values() for mark in get_args(value)[1:] if isinstance(mark, RefTo)]
    assert len(references) > 8
    assert {kind for reference in references for kind in reference.kinds} <= set(NAMED)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_is_described_by_fields_it_has(kind: object) -> None:
    described_kind = next(one for one in KINDS.values() if one is kind)
    record: type[Record] = described_kind.record
    assert described_kind.title in record.model_fields
    assert set(described_kind.fields) <= set(record.model_fields)
    known = {key_of(record, name) for name in record.model_fields}
    assert {field.key for field in described(record)} == known
    assert described_kind.address.index
    assert described_kind.label
    assert described_kind.plural
    assert described_kind.description.endswith(".")


def test_records_of_two_kinds_never_share_pages_of_their_own() -> None:
    folders = [kind.address.folder for kind in KINDS.values() if isinstance(kind.address, OwnPages)]
    assert len(folders) == len(set(folders))


def test_a_record_knows_its_kind() -> None:
    for kind, record in filled_handbook("ord").everything():
        assert kind_of(record) is kind
        title = str(getattr(record, kind.title))
        # A role in another municipality is called with where it is.
        assert record.label == (f"{title} (ord)" if isinstance(record, Role) else title)
