"""docs/felter.md: every kind of record and every field, with what may stand in it and where it is written."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.base import Part
from builder.model.description import Choice, Description, Many, Value, described, group_in, plain_default
from builder.model.kinds import KINDS
from builder.model.municipality import MUNICIPALITY
from builder.model.value_words import choices, in_words
from builder.reference.markdown import table

_INTRODUCTION = """\
# Felter

Alle slag poster og alle feltene i dem. Felter som **må** fylles ut, er merket. De andre kan utelates.

Det kommunene har felles, ligger i `handbook/common` på samme måte. Er den mappa ikke der, følger håndbøkene biblioteket
som følger med programmet. En felles post kan få lokale opplysninger: da skriver kommunen `id`, `extends` og bare
det som er annerledes.

```yaml
id: bup
extends: bup                # den felles posten
area: Lillevik              # et felt som står her, erstatter det felles
access:
  how: Ring inntaket først. # ett felt av flere: resten av access blir stående
contacts:
  - id: leder               # punkter med id blir lagt sammen, felt for felt
    email: bup@helse.example
add:                        # lister som får flere punkter; de felles blir stående
  good_to_know:
    - BUP svarer på telefon mellom klokka 9 og 11.
  access:
    who_may_refer: [skolelege]
```

En liste som skrives utenfor `add`, erstatter hele den felles lista. Skal du bare legge til en linje, bruk `add`: da får
kommunen også med seg det som senere endres i den felles lista. `add` tar bare lister, på samme plass som de har i
posten.

En hel post som bruker `replaces: bup`, står i stedet for den felles. Den lokale id-en kan være en annen enn den felles,
både med `extends` og med `replaces`: det felles tekster sier om `bup`, fører da til den lokale posten. Bygger flere på
samme felles post, får lister alle sammen, og enkelte henvisninger den første.

Verdier skrives som de er, uten anførselstegn når teksten ikke har kolon, klammer eller «#» i seg. Et klokkeslett eller
et kommunenummer leses slik det står, også `0301` og `9:00`.

Siden er laget av `handbok reference`. Endre feltene i `builder/model/`, ikke her.
"""


def fields_page() -> str:
    """The page as Markdown."""
    kinds = table(
        ("Slag", "Hva", "Skrives i"), ((f"[{kind}](#{kind})", KINDS[kind].label, _place(kind)) for kind in KINDS)
    )
    return "\n".join([_INTRODUCTION, kinds, *(line for kind in KINDS for line in _kind(kind))])


def _place(kind: str) -> str:
    if kind == MUNICIPALITY.name:
        return "`handbook/<kommune>/municipality.yml`"
    return f"`handbook/<kommune>/{kind}/<id>.yml`, eller en liste i `handbook/<kommune>/{kind}.yml`"


def _kind(kind: str) -> Iterator[str]:
    yield f"## {kind}\n"
    yield f"{KINDS[kind].description}\n"
    yield f"Skrives i {_place(kind)}.\n"
    for part, homes in _homes(kind).items():
        if part is not KINDS[kind].record:
            yield f"### {' og '.join(homes)}\n"
        yield table(("Felt", "Tittel", "Hva som kan stå", "Må fylles ut"), map(_row, described(part)))
        yield from _choices(part)


def _homes(kind: str) -> dict[type[Part], list[str]]:
    """The parts of a record, and where in it each stands: `services.contacts`."""
    homes: dict[type[Part], list[str]] = {}
    waiting: list[tuple[type[Part], str]] = [(KINDS[kind].record, kind)]
    while waiting:
        part, home = waiting.pop(0)
        homes.setdefault(part, []).append(home)
        waiting += [(inner, f"{home}.{f.key}") for f in described(part) if (inner := group_in(f.value))]
    return homes


def _row(field: Description) -> tuple[str, str, str, str]:
    default = plain_default(field.default)
    absent = f" Utelatt betyr `{default}`." if default is not None else ""
    words = "ett av ordene under" if _choice(field.value) else in_words(field.value)
    text = f"{field.text} " if field.text else ""
    return (
        f"`{field.key}`",
        field.title,
        f"{text}{words[0].upper()}{words[1:]}.{absent}",
        "**ja**" if field.required else "",
    )


def _choice(value: Value) -> Choice | None:
    inner = value.item if isinstance(value, Many) else value
    return inner if isinstance(inner, Choice) else None


def _choices(part: type[Part]) -> Iterator[str]:
    """The words of each field that has a choice of them."""
    for field in described(part):
        choice = _choice(field.value)
        if choice:
            yield f"Ord i `{field.key}`: {choices(choice)}.\n"
