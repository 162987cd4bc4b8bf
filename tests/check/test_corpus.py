"""What people get wrong who have not heard of YAML, in a file of every kind: found there, and told in their words."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import yaml
from builder.check.cascades import folded
from builder.load.tree import Sequence, plain
from builder.load.yaml_text import parse
from builder.model.description import described
from builder.model.kinds import KINDS
from builder.problem import Severity

from tests.support import MINI, checked, mini_file, varied

#: Kinds the miniature handbook has no file of, and one for each.
OTHERS = {
    "accepted": (
        "lillevik/accepted.yml",
        "- id: stedfortreder\n  rule: contact-deputy\n  record: services:skole\n  reason: Stillingen blir lyst ut.\n"
        "  accepted_by: Kommunalsjef\n  until: '2027-01-31'\n",
    ),
    "agreements": (
        "lillevik/agreements.yml",
        "- id: ppt-skole\n  title: PPT og skolen\n  goal: Barnet får hjelp.\n  one: {service: ppt}\n"
        "  other: {service: skole}\n",
    ),
    "surveys": (
        "lillevik/surveys.yml",
        "- id: var\n  closed: '2026-03-20'\n  groups:\n  - services: [ppt, skole]\n    asked: '38'\n    answered: '27'\n",
    ),
    "meetings": (
        "lillevik/meetings.yml",
        "- id: team\n  forum: team\n  meetings:\n  - date: '2026-11-03'\n    decided: '2'\n",
    ),
    "introductions": (
        "lillevik/introductions.yml",
        "- id: host\n  title: Planleggingsdag\n  date: '2026-09-15'\n  by: ppt.leder\n  services: [ppt, skole]\n",
    ),
}
#: A field that stands alone on its line, as `- field: text` or `  field: text`.
_LINE = re.compile(r"^(?P<head>(?:- |  )?)(?P<key>[a-z_]+): (?P<value>[^\s>|'\"\[{&*#].*)$")

Changed = tuple[str, int, str]


def files() -> dict[str, str]:
    """Kind -> the name of a file of the miniature handbook that has records of it."""
    found = {}
    for path in sorted(MINI.rglob("*.yml")):
        name = path.relative_to(MINI)
        kind = name.parts[1] if len(name.parts) > 2 else name.stem
        found.setdefault(kind, name.as_posix())
    return found | {kind: name for kind, (name, _) in OTHERS.items() if kind in KINDS}


@cache
def good(kind: str) -> str:
    """The text of a file of the kind, with every field on a line of its own."""
    name = files()[kind]
    text = OTHERS[kind][1] if kind in OTHERS else mini_file(name)
    tree, problems = parse(name, text.encode())
    assert tree is not None
    assert problems == []
    assert isinstance(tree, Sequence) or kind in name
    return str(yaml.safe_dump(plain(tree), allow_unicode=True, sort_keys=False, width=10_000))


def field_of(kind: str, required: bool) -> tuple[int, re.Match[str]]:
    """The number and the parts of the first line with a text of a record, beside its id."""
    fields = {field.key: field for field in described(KINDS[kind].record)}
    for number, line in enumerate(good(kind).splitlines(), 1):
        found = _LINE.match(line)
        if (
            found
            and found["key"] != "id"
            and found["key"] in fields
            and (fields[found["key"]].required or not required)
        ):
            return number, found
    raise AssertionError(kind)


def with_line(kind: str, number: int, new: str | None) -> str:
    lines = good(kind).splitlines()
    lines[number - 1 : number] = [] if new is None else new.split("\n")
    return "\n".join(lines) + "\n"


def mistyped(kind: str) -> Changed:
    number, found = field_of(kind, required=False)
    key = found["key"]
    return (
        with_line(kind, number, f"{found['head']}{key}x: {found['value']}"),
        number,
        f"«{key}x» er ikke et felt her; mente du «{key}»?",
    )


def norwegian(kind: str) -> Changed:
    number, found = field_of(kind, required=False)
    return with_line(kind, number, f"{found['head']}noe_helt_annet: x"), number, "«noe_helt_annet» er ikke et felt her"


def removed(kind: str) -> Changed:
    number, found = field_of(kind, required=True)
    title = next(field.title for field in described(KINDS[kind].record) if field.key == found["key"])
    return with_line(kind, number, None), 1, f"{title} ({found['key']}) mangler"


def emptied(kind: str) -> Changed:
    number, found = field_of(kind, required=True)
    return with_line(kind, number, f"{found['head']}{found['key']}:"), number, f"«{found['key']}» er tomt"


def a_list(kind: str) -> Changed:
    number, found = field_of(kind, required=True)
    text = "skal være én verdi, ikke en liste eller felter"
    return with_line(kind, number, f"{found['head']}{found['key']}: [a, b]"), number, f"«{found['key']}» {text}"


def twice(kind: str) -> Changed:
    number, found = field_of(kind, required=False)
    again = f"{' ' * len(found['head'])}{found['key']}: {found['value']}"
    text = f"«{found['key']}» står to ganger; første gang på linje {number}. Slett den ene"
    return with_line(kind, number, f"{found.group()}\n{again}"), number + 1, text


def unclosed(kind: str) -> Changed:
    number, found = field_of(kind, required=False)
    text = "anførselstegnet som åpner her, er ikke lukket; sett et likt tegn der teksten slutter"
    return with_line(kind, number, f'{found["head"]}{found["key"]}: "{found["value"]}'), number, text


def colon(kind: str) -> Changed:
    number, found = field_of(kind, required=False)
    text = "her er et kolon for mye, eller feil innrykk; sett anførselstegn rundt tekst med kolon i"
    return with_line(kind, number, f"{found['head']}{found['key']}: Merk: {found['value']}"), number, text


def curly(kind: str) -> Changed:
    number, found = field_of(kind, required=False)
    text = (
        "«Merk: dette» har kolon eller et annet tegn YAML bruker, og trenger rette anførselstegn rundt hele teksten: "
        '"…". Anførselstegn som «…» og “…” teller ikke'
    )
    return with_line(kind, number, f"{found['head']}{found['key']}: “Merk: dette”"), number, text


def no_space(kind: str) -> Changed:
    number, found = field_of(kind, required=False)
    text = f"det mangler et mellomrom etter kolonet i «{found['key']}:»"
    return with_line(kind, number, f"{found['head']}{found['key']}:{found['value']}"), number, text


def hard_space(kind: str) -> Changed:
    number, found = field_of(kind, required=False)
    text = "her står et hardt mellomrom (U+00A0) der det skal være et vanlig; slett det og trykk mellomromstasten"
    return with_line(kind, number, f"{found['head']}{found['key']}:\u00a0{found['value']}"), number, text


def hidden(kind: str) -> Changed:
    number, found = field_of(kind, required=False)
    text = "her står et usynlig tegn (U+200B); slett det og skriv teksten på nytt"
    return with_line(kind, number, f"{found.group()}\u200b"), number, text


def conflict(kind: str) -> Changed:
    number, found = field_of(kind, required=False)
    marked = f"<<<<<<< HEAD\n{found.group()}\n=======\n{found.group()}\n>>>>>>> forslag"
    text = (
        "to har endret det samme her, og ingen har valgt: behold den riktige av tekstene over og under «=======», og "
        "slett linjene som begynner med <<<<<<<, ======= og >>>>>>>"
    )
    return with_line(kind, number, marked), number, text


def a_word(_kind: str) -> Changed:
    return "Kommer senere\n", 1, "her ventes felter som «id: …» og «name: …», ikke bare tekst"


MISTAKES: tuple[Callable[[str], Changed], ...] = (
    mistyped, norwegian, removed, emptied, a_list, twice, unclosed, colon, curly, no_space, hard_space, hidden, conflict,
    a_word,
)  # fmt: skip


def test_files_of_every_kind_that_an_editor_writes_are_tried() -> None:
    assert set(KINDS) - set(files()) <= {"editions", "library", "offers", "removed"}
    assert len(files()) >= 17


@pytest.mark.parametrize("kind", list(files()))
def test_the_file_is_good_before_the_mistake(kind: str, tmp_path: Path) -> None:
    problems = checked(varied(tmp_path, {files()[kind]: good(kind)})).problems
    assert [problem.message.text() for problem in problems if problem.severity is Severity.ERROR] == []


#: The date of the register has no text that must be there, and a survey among staff has no text at all.
CASES = [
    pytest.param(kind, mistake, id=f"{kind}-{mistake.__name__}")
    for kind in files()
    for mistake in MISTAKES
    if (kind, mistake) not in {("register", removed), ("register", emptied), ("register", a_list)}
    and (kind != "surveys" or mistake is a_word)
]


@pytest.mark.parametrize(("kind", "mistake"), CASES)
def test_a_mistake_is_told_first_where_it_was_made(
    kind: str, mistake: Callable[[str], Changed], tmp_path: Path
) -> None:
    text, line, message = mistake(kind)
    errors = [p for p in checked(varied(tmp_path, {files()[kind]: text})).problems if p.severity is Severity.ERROR]
    told = [(f"{one.problem.mark.path}:{one.problem.mark.line}", one.problem.message.text()) for one in folded(errors)]
    assert (f"mini/{files()[kind]}:{line}", message) in told, told
