"""What the parser of the command line says, in the reader's language: wrong use, and the frame around the help.

The parser knows English only. Its errors are told anew by what sort they are; the words it puts around our own help are
a table, which a test holds against the parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import typer.core
from typer._click import exceptions as parsing

from builder.i18n import N_
from builder.problem import NOTHING, Message
from builder.suggest import did_you_mean

Translate = Callable[[str], str]

#: What the parser looks up in a catalogue that there is none of -> our own.
WORDS = {
    "Arguments": N_("Argumenter"),
    "Options": N_("Valg"),
    "Commands": N_("Kommandoer"),
    "required": N_("må oppgis"),
    "default: {default}": N_("ellers: {default}"),
    "env var: {var}": N_("miljøvariabel: {var}"),
    "(dynamic)": N_("(regnes ut)"),
    "Missing command.": N_("Det mangler en kommando."),
    "No such command {name!r}.": N_("Det finnes ingen kommando «{name}»."),
    "Aborted!": N_("Avbrutt."),
}
#: What it writes as it is.
FRAME = {
    "Usage: ": N_("Bruk: "),
    "[OPTIONS]": N_("[VALG]"),
    "COMMAND [ARGS]...": N_("KOMMANDO …"),
    "Show this message and exit.": N_("Vis denne hjelpen."),
}

#: The function it looks words up with.
_LOOKUP = "_"

_MISSING = N_("det mangler {what}")
_NO_COMMAND = N_("det finnes ingen kommando «{name}»{hint}")
_NO_OPTION = N_("det finnes ikke noe valg {name}{hint}")
_WITHOUT_VALUE = N_("valget {name} må ha en verdi etter seg")
_WITH_VALUE = N_("valget {name} har ingen verdi etter seg")
_TOO_MANY = N_("det står mer enn kommandoen kan bruke: {extra}")
_BAD_VALUE = N_("{name} kan ikke være «{value}»{why}")
_BAD = N_("{name} kan ikke ha den verdien")
_OTHER = N_("kommandoen er ikke skrevet riktig")
_ONE_OF = N_("; velg blant {choices}")
_NUMBER = N_("; det skal være et helt tall")
_LEAST = N_("; det skal være minst {limit}")
_MOST = N_("; det skal være høyst {limit}")
_HELP = N_("{command}: {told} (se {command} --help)")

#: Three dots where something is cut or may be repeated, and spaces that what was taken out leaves at an end.
_DOTS = re.compile(r"(?<=[…\]}])\.\.\.|\.\.\.$", re.MULTILINE)
#: The types of values, as Python calls them.
_TYPES = re.compile(r" <(?:list\[)?(?:str|int|float|[Pp]ath|file|directory|bool)(?: range)?\]?>")
_ENDS = re.compile(r"(?<=\S) +$", re.MULTILINE)


@contextmanager
def words_of(translate: Translate) -> Iterator[None]:
    """While it lasts, the parser looks its words up in our catalogue."""
    before = getattr(typer.core, _LOOKUP)
    ours: dict[str, str] = {written: translate(word) for written, word in WORDS.items()}
    setattr(typer.core, _LOOKUP, lambda text: ours.get(text, text))
    try:
        yield
    finally:
        setattr(typer.core, _LOOKUP, before)


def framed(text: str, translate: Translate) -> str:
    """A help text with the words around it in the reader's language."""
    for written, ours in FRAME.items():
        text = text.replace(written, translate(ours))
    return _ENDS.sub("", _DOTS.sub("…", _TYPES.sub(lambda found: " " * len(found.group()), text)))


def wrong_use(error: parsing.ClickException) -> Message:
    """What somebody did wrong who wrote a command."""
    context = getattr(error, "ctx", None)
    told = _told(error)
    if context is None:
        return told
    return Message(_HELP, told=told, command=context.command_path)


def _told(error: Any) -> Message:
    match error:
        case parsing.NoSuchOption():
            hint = did_you_mean(error.option_name, error.possibilities or ())
            return Message(_NO_OPTION, name=error.option_name, hint=hint)
        case parsing.BadOptionUsage():
            with_value = "does not take" in error.message
            return Message(_WITH_VALUE if with_value else _WITHOUT_VALUE, name=error.option_name)
        case parsing.MissingParameter():
            return Message(_MISSING, what=_named(error.param))
        case parsing.BadParameter():
            return _bad_value(error)
        case parsing.UsageError():
            return _other(error)
    return Message(_OTHER)


def _named(parameter: Any) -> str:
    """How a parameter is written: an option by its name, an argument as in the help."""
    if parameter is None:
        return ""
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return str(parameter.metavar or parameter.name).strip("[]{}… ")


def _bad_value(error: parsing.BadParameter) -> Message:
    from pydantic import ValidationError  # the parser has loaded it by now; others should not wait for it

    name, cause = _named(error.param), error.__cause__
    if not isinstance(cause, ValidationError):
        return Message(_BAD, name=name)
    first = cause.errors(include_url=False)[0]
    return Message(_BAD_VALUE, name=name, value=first["input"], why=_why(first, error.param))


def _why(fault: Any, parameter: Any) -> Message:
    """What the value should have been."""
    choices = getattr(parameter.type_descriptor, "choices", None)
    if choices:
        return Message(_ONE_OF, choices=", ".join(str(getattr(one, "value", one)) for one in choices))
    limits = fault.get("ctx") or {}
    if "ge" in limits:
        return Message(_LEAST, limit=limits["ge"])
    if "le" in limits:
        return Message(_MOST, limit=limits["le"])
    return Message(_NUMBER) if fault["type"].startswith("int") else NOTHING


def _other(error: parsing.UsageError) -> Message:
    """Wrong use that has no class of its own: told apart by what stands in it."""
    context = error.ctx
    extra = re.search(r"extra arguments?(?:\(s\))? \((.*)\)", error.message)
    if extra:
        return Message(_TOO_MANY, extra=extra.group(1))
    known = getattr(context.command, "commands", {}) if context else {}
    asked = re.search(r"[«“](.*)[»”]", error.message)
    if asked and known:
        return Message(_NO_COMMAND, name=asked.group(1), hint=did_you_mean(asked.group(1), known))
    return Message(_OTHER)
