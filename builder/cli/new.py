"""`handbok new KOMMUNE`: a handbook to begin with, from an empty folder to one that can be checked and built."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from builder import clock
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.questions import Questions, anything
from builder.cli.terminal import Terminal
from builder.facts.addresses import is_reserved
from builder.i18n import N_
from builder.load.folder import PORTAL_ASSETS, Folder
from builder.load.shared import COMMON
from builder.load.translation import in_language
from builder.model.fields import Email
from builder.model.kinds import KINDS
from builder.model.service import SERVICES
from builder.municipalities.lookup import Lookup, look_up
from builder.municipalities.register import NEUTRAL, TRIAL, Municipality, forerunners
from builder.problem import NOTHING, Message
from builder.proposals.host import Host
from builder.proposals.workflows import proposal_files
from builder.slug import slug
from builder.starter.answers import EDITORS, OWNERS, STANDARDS, TITLES, Answers
from builder.starter.handbook import handbook_files
from builder.starter.models import FORUMS, LEVELS, USUAL_FORUMS, Model, models
from builder.starter.one_record import KIND_BY_WORD
from builder.starter.project import project_files
from builder.starter.shared import SharedLibrary
from builder.starter.writing import write_new
from builder.suggest import did_you_mean

_NO_LEVELS = "none"

_UNKNOWN = N_("Fant ingen kommune som heter «{name}»{hint}. Til en prøve: --number 0000 --name «{name}»")
_UNKNOWN_NUMBER = N_("Ingen kommune har nummeret {number}. Til en prøve: --number 0000 --name og et navn")
_DIVIDED = N_("{name} er delt mellom flere kommuner: {choices}. Skriv nummeret til den dere er")
_SEVERAL = N_("Flere kommuner heter {name}: {choices}. Skriv nummeret")
_BECAME = N_("{former} ble {name} ({number}) {date}. Håndboka blir for {name}.")
_NEEDS_NAME = N_("En prøve trenger et navn: --name")
_NOT_A_TRIAL = N_("{number} er nummeret til {name}. Bare en prøve (0000) kan ha et annet navn")
_FOUND = N_("{name} kommune ({number}, {county}). Språkvedtak: {standard}.")
_NEUTRAL = N_("nøytral")
_NO_ADDRESS = N_("«{value}» er ikke en e-postadresse")
_RESERVED = N_("«{value}» er en plassholder; skriv adressen leserne kan melde feil til")
_RESERVED_NAME = N_("{name} kan ikke være navnet på en mappe her; velg et annet med --name")
_UNKNOWN_STANDARD = N_("målformen «{value}» finnes ikke; velg nb eller nn")
_UNKNOWN_MODEL = N_("{option}: fant ingen modell «{value}»{hint} (velg blant {known})")
_EXISTS = N_("{folder} finnes fra før, så ingenting er skrevet. Dette ville blitt laget der: {names}")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the options say; None for what is to be asked."""

    number: str | None = None
    name: str | None = None
    title: str | None = None
    owner: str | None = None
    editor: str | None = None
    email: str | None = None
    standard: str | None = None
    levels: str | None = None
    forums: str | None = None
    ci: Host | None = None


def new_handbook(what: str | None, wishes: Wishes, data: Path, questions: Questions) -> None:
    """Asks, writes all files at once, and tells the next steps. Raises WrongUse where it cannot, and writes nothing."""
    municipality = _meant(what, wishes, questions)
    answers = _answers(municipality, wishes, questions)
    with plain_errors():
        shared = Folder(data, KINDS).common
        library = SharedLibrary.of(in_language(shared.declarations, shared.translations, answers.standard))
        own = handbook_files(answers, library)
        _refuse_existing(data / answers.id, own)
        beside = project_files(answers, data.name)
        if wishes.ci:
            beside |= proposal_files(wishes.ci, answers.standard)
        kept = [name for name in beside if (data.parent / name).exists()]
        inside = {f"{data.name}/{answers.id}/{name}": text for name, text in own.items()}
        write_new(data.parent, inside | {name: text for name, text in beside.items() if name not in kept})
    _next_steps(answers, data, len(own), kept, questions.terminal)


def kind_meant(what: str | None) -> str | None:
    """The kind of record a word is for, where it is no municipality: «møteplass» and «mote» are the same."""
    return KIND_BY_WORD.get(slug(what)) if what else None


# Who it is for


def _meant(what: str | None, wishes: Wishes, questions: Questions) -> Municipality:
    if wishes.number == TRIAL:
        name = wishes.name or what
        if not name:
            raise WrongUse(Message(_NEEDS_NAME))
        return Municipality(TRIAL, " ".join(name.split()), (), "", NEUTRAL)
    asked = N_("Hvilken kommune? Skriv navnet eller nummeret")
    written = questions.text(asked, wishes.number or what or wishes.name, None, "KOMMUNE", anything)
    found, terminal = look_up(written), questions.terminal
    municipality = _one_of(found, written, questions)
    if wishes.name and wishes.name not in municipality.names:
        raise WrongUse(Message(_NOT_A_TRIAL, number=municipality.number, name=municipality.name))
    if found.former:
        former, date = found.former.former_name, found.former.date
        terminal.say(_BECAME, former=former, date=date, name=municipality.name, number=municipality.number)
    standard = terminal.translate(STANDARDS.get(municipality.written_standard, _NEUTRAL))
    name, number, county = municipality.name, municipality.number, municipality.county
    terminal.say(_FOUND, name=name, number=number, county=county, standard=standard)
    return municipality


def _one_of(found: Lookup, written: str, questions: Questions) -> Municipality:
    """The one that is meant. Raises WrongUse where it is none, or several and nobody is there to say which."""
    if len(found.meant) == 1:
        return found.meant[0]
    named = [f"{one.number} ({one.name}, {one.county})" for one in found.meant]
    if named and questions.ask and (number := questions.choice(N_("Hvilken av dem? (0 for ingen)"), named, 1)):
        return found.meant[number - 1]
    choices = ", ".join(named)
    if found.former:
        raise WrongUse(Message(_DIVIDED, name=found.former.former_name, choices=choices))
    if found.meant:
        raise WrongUse(Message(_SEVERAL, name=found.meant[0].name, choices=choices))
    if written.strip().isdecimal():
        raise WrongUse(Message(_UNKNOWN_NUMBER, number=written.strip()))
    raise WrongUse(Message(_UNKNOWN, name=written.strip(), hint=_perhaps(found.similar)))


def _perhaps(similar: Sequence[Municipality]) -> Message:
    names = [f"«{one.name}»" for one in similar]
    return Message("; mente du {names}?", names=" / ".join(names)) if names else NOTHING


# What is answered


def _answers(municipality: Municipality, wishes: Wishes, questions: Questions) -> Answers:
    folder = slug(municipality.name)
    if folder in ("", COMMON, PORTAL_ASSETS):
        raise WrongUse(Message(_RESERVED_NAME, name=municipality.name))
    decided = municipality.written_standard
    usual = decided if decided in STANDARDS else next(iter(STANDARDS))
    standard = questions.text(N_("Målform, nb eller nn"), wishes.standard, usual, "--standard", _a_standard)
    trial = municipality.number == TRIAL
    proposed = {"name": municipality.name}
    return Answers(
        id=folder,
        name=municipality.name,
        number=municipality.number,
        county=municipality.county,
        standard=standard,
        title=questions.text(
            N_("Hva håndboka heter"), wishes.title, TITLES[standard].format(**proposed), "--title", anything
        ),
        owner=questions.text(N_("Rollen som eier den"), wishes.owner, OWNERS[standard], "--owner", anything),
        editor=questions.text(N_("Rollen som retter den"), wishes.editor, EDITORS[standard], "--editor", anything),
        email=questions.text(
            N_("E-posten leserne melder feil til"),
            wishes.email,
            f"handbok@{folder}.example" if trial else None,
            "--email",
            _an_address if trial else _a_real_address,
        ),
        levels=_levels(wishes.levels, standard, questions),
        forums=_forums(wishes.forums, standard, questions),
        before=forerunners(municipality),
        today=clock.today(),
    )


def _a_standard(answer: str) -> Message | None:
    return None if answer in STANDARDS else Message(_UNKNOWN_STANDARD, value=answer)


def _an_address(answer: str) -> Message | None:
    try:
        TypeAdapter(Email).validate_python(answer)
    except ValidationError:
        return Message(_NO_ADDRESS, value=answer)
    return None


def _a_real_address(answer: str) -> Message | None:
    return _an_address(answer) or (Message(_RESERVED, value=answer) if is_reserved(answer) else None)


def _levels(given: str | None, standard: str, questions: Questions) -> str | None:
    known = models(standard, LEVELS)
    if given is not None:
        return None if given == _NO_LEVELS else _known(given, known, "--levels", _NO_LEVELS)
    chosen = questions.choice(
        N_("Hvilke nivåer har samarbeidet hos dere? (0 for ingen)"), [_told(one) for one in known.values()], 1
    )
    return list(known)[chosen - 1] if chosen else None


def _forums(given: str | None, standard: str, questions: Questions) -> list[str]:
    known = models(standard, FORUMS)
    if given is not None:
        return [_known(key, known, "--forums") for key in given.replace(",", " ").split() if key != _NO_LEVELS]
    usual = [number for number, key in enumerate(known, start=1) if key in USUAL_FORUMS]
    question = N_("Hvilke møter vil dere begynne med? Skriv tallene (0 for ingen)")
    chosen = questions.several(question, [_told(one) for one in known.values()], usual)
    return [list(known)[number - 1] for number in chosen]


def _told(model: Model) -> str:
    return model.about[0].upper() + model.about[1:]


def _known(key: str, known: dict[str, Model], option: str, *more: str) -> str:
    if key not in known:
        choices = [*known, *more]
        hint, listed = did_you_mean(key, choices), ", ".join(choices)
        raise WrongUse(Message(_UNKNOWN_MODEL, option=option, value=key, hint=hint, known=listed))
    return key


# What is written


def _refuse_existing(folder: Path, files: dict[str, str]) -> None:
    if folder.exists():
        raise WrongUse(Message(_EXISTS, folder=folder, names=", ".join(files)))


def _next_steps(answers: Answers, data: Path, written: int, kept: list[str], terminal: Terminal) -> None:
    terminal.one_or_more(
        "Laget {count} fil i {folder}.", "Laget {count} filer i {folder}.", written, folder=data / answers.id
    )
    for name in kept:
        if not name.startswith(".vscode/schema/"):
            terminal.say(N_("{file} finnes fra før og er som den var."), file=data.parent / name)
    terminal.out.print()
    terminal.say(N_("Neste steg:"))
    where = "" if data == Path("handbook") else f" --handbook {data}"
    terminal.say(N_("  1. Fyll inn numrene i {folder}"), folder=data / answers.id / SERVICES.name)
    terminal.say(N_("  2. {command}   viser hva som mangler"), command=f"handbok check {answers.id}{where}")
    terminal.say(
        N_("  3. {command}   lager håndboka; åpne site/index.html"), command=f"handbok build {answers.id}{where}"
    )
