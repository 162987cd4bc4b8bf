"""Acts written as the two public collections write them, for tests that try both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

COLLECTIONS = Path(__file__).parent / "collections"
NUMBERED, NAMED = COLLECTIONS / "numbered", COLLECTIONS / "named"
both = pytest.mark.parametrize("layout", ["numbered", "named"])


@dataclass(frozen=True)
class Written:
    """An act: number, title, dates, and its sections as «§ 1. Formål», text, note."""

    number: str = "lov/2020-01-02-3"
    title: str = "Lov om prøver (prøveloven)"
    in_force: str = "2020-02-01"
    changed: str = ""
    sections: Iterable[tuple[str, str, str]] = field(default_factory=lambda: [("§ 1. Formål", "Teksten.", "")])


def written(layout: str, act: Written) -> str:
    return _numbered(act) if layout == "numbered" else _named(act)


def put(root: Path, layout: str, *acts: Written) -> Path:
    """A folder with these acts in a layout."""
    for place, act in enumerate(acts):
        kind, number = act.number.split("/")
        folder = root / {"lov": "lover", "forskrift": "forskrifter"}[kind]
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{kind}-{number}.md" if layout == "numbered" else f"loven-{place}.md"
        (folder / name).write_text(written(layout, act), encoding="utf-8")
    return root


def _numbered(act: Written) -> str:
    changed = f'sist-endret-ikrafttredelse: "{act.changed}"\n' if act.changed else ""
    front = f'tittel: "{act.title}"\nrefid: "{act.number}"\nikrafttredelse: "{act.in_force}"\n{changed}'
    body = "".join(
        f"#### {heading}\n\n" + (f"{text}\n\n" if text else "") + (f"*{note}*\n\n" if note else "")
        for heading, text, note in act.sections
    )
    return f"---\n{front}---\n\n# {act.title}\n\n## Kapittel 1\n\n{body}"


def _named(act: Written) -> str:
    changed = f'"{act.changed}"' if act.changed else "null"
    front = (
        f'id: "nl-0"\nref_id: "{act.number}"\ntitle: "{act.title}"\ndate_in_force: "{act.in_force}"\n'
        f'last_change_in_force: {changed}\nstatus: "current"\n'
    )
    body = "".join(
        f"### {heading}\n\n" + (f"{text}\n\n" if text else "") + (f"> {note}\n\n" if note else "")
        for heading, text, note in act.sections
    )
    return f"---\n{front}---\n\n# {act.title}\n\n## Kapittel 1\n\n{body}"
