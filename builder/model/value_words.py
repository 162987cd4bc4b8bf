"""What may stand in a field, in plain words (bokmål): for the field reference and for editors."""

from __future__ import annotations

from builder.model.description import (
    Choice,
    Description,
    Group,
    Many,
    OneOrMany,
    Reference,
    Value,
    WholeNumber,
    plain_default,
)
from builder.model.formats import Format
from builder.model.kinds import NAMED
from builder.model.service import CONTACTS


def in_words(value: Value) -> str:  # noqa: PLR0911 - one answer for each kind of value
    """For example «helt tall fra 0 til 9» or «liste, der hvert punkt er tekst»."""
    match value:
        case Many():
            return _list(value)
        case OneOrMany():
            return in_words(value.one)
        case Group():
            return "egne felter under"
        case Choice():
            return f"ett av ordene {choices(value)}"
        case Reference():
            return _reference(value)
        case WholeNumber():
            return f"helt tall{_limits(value)}"
        case Format():
            return _written(value)


def choices(choice: Choice) -> str:
    """The words one may choose among, each with what the reader sees."""
    return ", ".join(f"`{word.value}` ({word.label})" for word in choice.words)


def explained(field: Description) -> str:
    """What the field is, what may stand in it, and what its absence means."""
    default = plain_default(field.default)
    sentences = [field.text or "", _sentence(in_words(field.value))]
    sentences.append(f"Utelatt betyr `{default}`." if default is not None else "")
    return " ".join(sentence for sentence in sentences if sentence)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + "."


def _list(value: Many) -> str:
    least = ", minst ett punkt" if value.minimum else ""
    if isinstance(value.item, Group):
        short = f", eller bare er verdien av `{value.item.part.SHORT}`" if value.item.short else ""
        return f"liste{least}, der hvert punkt har egne felter{short}"
    return f"liste{least}, der hvert punkt er {in_words(value.item)}"


def _reference(value: Reference) -> str:
    names = [f"{NAMED[kind].label}{' (tjeneste.kontakt)' if kind == CONTACTS.name else ''}" for kind in value.kinds]
    return "id til " + " eller ".join(names)


def _limits(value: WholeNumber) -> str:
    least = f" fra {value.minimum}" if value.minimum is not None else ""
    return least + (f" til {value.maximum}" if value.maximum is not None else "")


def _written(value: Format) -> str:
    examples = " eller ".join(f"`{example}`" for example in value.examples)
    limit = f", høyst {value.longest} tegn" if value.longest else ""
    return value.words + limit + (f", som {examples}" if examples else "")
