"""Made-up municipalities by the hundred, from the demonstration handbooks: valid, realistic, the same every time.

Each takes some of the records of Risør or Harstad: those the shared records name, and others chosen by its number.
What they name that was not taken along, is replaced by something of the same kind that was; every running text also
names the municipality, so that no two are alike and nothing worked out for one can serve another.
"""

from __future__ import annotations

import copy
import datetime as dt
import random
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from builder.check.checker import check
from builder.load.declaration import Declaration
from builder.load.folder import Folder
from builder.load.local import REPLACES
from builder.load.merge import EXTENDS
from builder.load.shared import COMMON
from builder.load.tree import plain
from builder.model.actor import Actor
from builder.model.base import Part
from builder.model.fields import HoldsMarkdown, RefTo
from builder.model.kinds import KINDS, LINKABLE
from builder.model.municipality import DISTRICTS, MUNICIPALITY
from builder.model.references import MarkedValue, marked_values
from builder.model.service import CONTACTS, SERVICES
from builder.prose import links

HANDBOOK = Path(__file__).resolve().parents[1] / "handbook"
PATTERNS = ("risor", "harstad")
#: How many records of each kind a municipality takes at least; all of the kinds not named here.
TAKEN = {
    "services": 10,
    "forums": 8,
    "pathways": 5,
    "plans": 4,
    "glossary": 3,
    "accepted": 0,
    "meetings": 0,
    "agreements": 0,
    "surveys": 0,
}
LONGEST_LIST = 2
_LINK = re.compile(rf"\]\(({'|'.join(sorted(LINKABLE))}):([^)]+)\)")

Data = dict[str, Any]
Ids = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """The records of one demonstration handbook: its own, the ids of those it shares, and what those name."""

    own: dict[str, list[Own]]
    shared: Ids
    needed: set[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Own:
    """A municipality's own record: all of it, the fields its file has, and what it says of the shared one it is for."""

    data: Data
    written: tuple[str, ...]
    base: dict[str, str]

    @property
    def id(self) -> str:
        return str(self.data["id"])


def generate(target: Path, count: int) -> list[str]:
    """Writes a handbook folder with `common` and so many municipalities, and returns their slugs."""
    shutil.copytree(HANDBOOK / COMMON, target / COMMON)
    patterns = [_pattern(slug) for slug in PATTERNS]
    return [_municipality(target, number, patterns[number % len(patterns)]) for number in range(1, count + 1)]


def _pattern(slug: str) -> Pattern:
    folder = Folder(HANDBOOK, KINDS)
    loaded, bases = folder.load(slug), _bases(folder.own(slug))
    handbook = check(loaded, dt.date.today()).handbook
    own: dict[str, list[Own]] = {kind: [] for kind in KINDS}
    shared: Ids = {kind: [] for kind in KINDS}
    for declaration in loaded.declarations:
        assert declaration.id is not None
        if COMMON in Path(declaration.tree.mark.path).parts:
            shared[declaration.kind].append(declaration.id)
        else:
            own[declaration.kind].append(_own(declaration, bases.get((declaration.kind, declaration.id), {})))
    common = [record for kind, record in handbook.everything() if record.id in shared[kind.name]]
    named = {(r.kind or "", Actor(r.id).service) for r in handbook.references if r.source in common}
    linked = {_target(link) for record, _, text in handbook.prose if record in common for link in links(text)}
    return Pattern(own, shared, named | linked)


def _target(link: str) -> tuple[str, str]:
    kind, _, name = link.partition(":")
    return kind, name


def _bases(written: list[Declaration]) -> dict[tuple[str, str | None], dict[str, str]]:
    """The kind and id of each record that builds on a shared one or stands in its place -> how, and which."""
    said = {
        (one.kind, one.id): {way: name for way in (EXTENDS, REPLACES) if (name := one.tree.text(way))}
        for one in written
    }
    return {(kind, name or next(iter(base.values()))): base for (kind, name), base in said.items() if base}


def _own(declaration: Declaration, base: dict[str, str]) -> Own:
    data = plain(declaration.tree)
    assert isinstance(data, dict)
    if declaration.kind != MUNICIPALITY.name:
        _shorten(data)
    shared = {key for key, mark in declaration.tree.keys.items() if COMMON in Path(mark.path).parts}
    return Own(data, tuple(key for key in data if key not in shared), base)


def _shorten(data: Data) -> None:
    """Cuts lists, so that files come to about sixty lines. A pathway still goes on, ends, and leads to nothing cut."""
    for value in _lists(data):
        del value[LONGEST_LIST:]
    steps = [step for step in data.get("steps", ()) if isinstance(step, dict)]
    for step in steps:
        known = {other["id"] for other in steps}
        step["transitions"] = [one for one in step.get("transitions", ()) if one.get("step") in {None} | known]
    for step, following in pairwise(steps):
        if not any("step" in one for one in step["transitions"]):
            step["transitions"].append({"when": "Videre", "step": following["id"]})
    if steps:
        steps[-1]["ends"] = "true"


def _lists(data: Any) -> Iterator[list[Any]]:
    for value in data.values() if isinstance(data, dict) else data:
        if isinstance(value, list):
            yield value
        if isinstance(value, dict | list):
            yield from _lists(value)


def _municipality(target: Path, number: int, pattern: Pattern) -> str:
    slug, name, chance = f"prove-{number:03}", f"Prøvekommune {number}", random.Random(number)
    taken = {kind: _taken(kind, records, pattern.needed, chance) for kind, records in pattern.own.items()}
    data = {kind: [copy.deepcopy(record.data) for record in records] for kind, records in taken.items()}
    ids = {kind: pattern.shared[kind] + [record.id for record in taken[kind]] for kind in KINDS}
    ids[CONTACTS.name] = [
        Actor.of(s["id"], contact["id"]) for s in data[SERVICES.name] for contact in s.get("contacts", ())
    ]
    ids[DISTRICTS.name] = [district["id"] for district in data[MUNICIPALITY.name][0].get(DISTRICTS.name, ())]
    for kind, records in data.items():
        for record in records:
            _adapt(KINDS[kind].record.model_validate(record), record, ids, name, chance)
    data[MUNICIPALITY.name][0] |= {"id": slug, "name": name}
    written = {kind: list(map(_as_written, taken[kind], data[kind])) for kind in KINDS}
    for path, content in _files(written):
        _write(target / slug / path, content)
    return slug


def _taken(kind: str, records: list[Own], needed: set[tuple[str, str]], chance: random.Random) -> list[Own]:
    first = [record for record in records if (kind, record.id) in needed]
    others = [record for record in records if record not in first]
    wanted = max(0, TAKEN.get(kind, len(records)) - len(first))
    return first + chance.sample(others, min(wanted, len(others)))


def _as_written(own: Own, data: Data) -> Data:
    return {"id": own.id, **own.base} | {key: data[key] for key in own.written}


def _adapt(record: Part, data: Data, ids: Ids, name: str, chance: random.Random) -> None:
    """Points references and links to what is there, and signs each running text with the municipality's name."""
    for value in marked_values(record):
        if isinstance(value.marker, RefTo):
            known = [one for kind in _kinds(value, value.marker) for one in ids[kind]]
            if value.value not in known:
                _put(data, value, str(chance.choice(known)))  # an actor as plain text, which YAML can write
        elif isinstance(value.marker, HoldsMarkdown):
            _put(data, value, f"{_LINK.sub(lambda link: _link(link, ids), value.value)} Gjelder {name}.")
    _without_repetition(data)


def _kinds(value: MarkedValue, marker: RefTo) -> tuple[str, ...]:
    """What may be named at a place. No role is held by another here: chosen by chance, they might be held in a ring."""
    return (CONTACTS.name,) if value.path[0] == "held_by" else marker.kinds


def _link(link: re.Match[str], ids: Ids) -> str:
    kind, target = link.groups()
    return link.group() if target in ids[kind] else f"]({kind}:{ids[kind][0]})"


def _put(data: Any, value: MarkedValue, text: str) -> None:
    *above, last = value.path
    for step in above:
        if isinstance(data[step], str):  # one value where the record has a list of one
            last = step
            break
        data = data[step]
    data[last] = text


def _without_repetition(data: Any) -> None:
    """No list names the same thing twice, also after what it named was replaced."""
    for value in _lists(data):
        value[:] = {_identity(item): item for item in value}.values()


def _identity(item: Any) -> str:
    return str(item.get("actor") or item) if isinstance(item, dict) else str(item)


def _files(taken: dict[str, list[Data]]) -> Iterator[tuple[str, object]]:
    """Large kinds have a file for each record, the others a list."""
    for kind, records in taken.items():
        if kind == MUNICIPALITY.name:
            yield f"{kind}.yml", records[0]
        elif kind in ("services", "forums", "pathways", "pages", "training", "onboarding"):
            yield from ((f"{kind}/{record['id']}.yml", record) for record in records)
        elif records:
            yield f"{kind}.yml", records


def _write(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110)
    path.write_text(text, encoding="utf-8")


def files_of(folder: Path, slugs: Sequence[str]) -> list[Path]:
    """Every data file of the municipalities."""
    return [path for slug in slugs for path in sorted((folder / slug).rglob("*.yml"))]
