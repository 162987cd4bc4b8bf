"""`handbok new tjeneste|møteplass|…`: one commented record more, in its own file or last in the list it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from builder import clock
from builder.check.checker import check
from builder.cli.confirm import carried_out, plain_edits, refuse_new_errors
from builder.cli.errors import WrongUse
from builder.cli.options import the_one
from builder.cli.questions import Questions, anything
from builder.edit import Document
from builder.edit.local import LocalFiles, field_order
from builder.edit.values import Plain, Value
from builder.i18n import FIELDS, N_
from builder.load.folder import Folder, Loaded
from builder.load.opener import read
from builder.load.tree import Sequence, plain
from builder.load.yaml_text import parse
from builder.model.description import Description, described
from builder.model.kinds import KINDS
from builder.model.municipality import MUNICIPALITY
from builder.model.service import SERVICES
from builder.model.vocabulary import Category
from builder.problem import Message
from builder.slug import slug
from builder.starter.answers import STANDARDS
from builder.starter.one_record import (
    CONTACT,
    TEXT_FIELDS,
    NewRecord,
    asks_for,
    place_of,
    together,
)
from builder.suggest import did_you_mean

_NO_ID = N_("«{title}» har ingen bokstaver til en id; skriv en med --id")
_NOT_AN_ID = N_("«{id}» kan ikke være en id; bruk små bokstaver a–z, tall og bindestrek, som «{like}»")
_TAKEN = N_("{label} «{id}» finnes fra før i {place}. Velg en annen id, for eksempel --id {free}")
_SHARED = N_(
    "{label} «{id}» finnes i det felles. Skriv deres egne opplysninger i {file} med «extends: {id}», "
    "eller velg en annen id, for eksempel --id {free}"
)
_FILE_TAKEN = N_("{file} finnes fra før, med noe annet i. Velg en annen id, for eksempel --id {free}")
_NO_SERVICE = N_("{slug} har ingen tjeneste «{id}»{hint}")
_NO_CATEGORY = N_("--category: fant ingen type tjeneste «{value}»{hint} (velg blant {known})")
_HAS_CONTACT = N_("{service} har kontakten «{id}» fra før. Velg en annen id, for eksempel --id {free}")
_WRONG = N_("Dette gir en feil i data, og er ikke skrevet: {place}: {message}")


@dataclass(frozen=True, slots=True)
class Details:
    """What the options say about a record; None for what is to be asked."""

    title: str | None = None
    id: str | None = None
    text: str | None = None
    category: str | None = None
    service: str | None = None
    phone: str | None = None
    email: str | None = None


class Recording:
    """One new record in one municipality, from the questions to the file."""

    def __init__(self, data: Path, municipality: str | None, questions: Questions) -> None:
        """Raises WrongUse where it is not clear which municipality."""
        self.data, self.questions, self.terminal = data, questions, questions.terminal
        self.slug = the_one(data, municipality)
        self.folder = Folder(data, KINDS)
        self.loaded: Loaded = self.folder.load(self.slug)

    def new(self, kind: str, details: Details, yes: bool) -> None:
        """Asks, shows, writes, and tells the next step. Raises WrongUse, and then nothing is written."""
        with plain_edits():
            document = self._contact(details) if kind == CONTACT else self._record(kind, details)
            refuse_new_errors(self.data, check(self.loaded, clock.today()), [document], _WRONG)
        if carried_out([document], self.terminal, yes):
            self.terminal.say(N_("Fyll ut resten i {file}. {command} viser hva som mangler."),
                              file=document.shown, command=f"handbok check {self.slug}")  # fmt: skip

    # A record

    def _record(self, kind: str, details: Details) -> Document:
        title = self._asked(kind, KINDS[kind].record.TITLE, details.title, N_("TITTEL etter «{kind}»"))
        record_id = self._free_id(kind, details.id, title)
        record = NewRecord(
            kind=kind,
            id=record_id,
            title=title,
            text=self._asked(kind, TEXT_FIELDS[kind], details.text, "--text"),
            category=self._category(details.category) if asks_for(kind, "category") else "",
            phone=self._asked(kind, "phone", details.phone, "--phone") if asks_for(kind, "phone") else "",
            today=clock.today(),
        )
        return self._document(record)

    def _document(self, record: NewRecord) -> Document:
        own = self.data / self.slug
        text = record.written(self._standard())
        if held := together(own, record.kind):
            document = Document.open(held)
            if document.data is None:  # only comments so far
                return Document(held, held.as_posix(), read(held), document.text + text)
            document.add_record(_as_value(text))
            return document
        path = place_of(own, record.kind, record.id)
        if path.exists():
            raise WrongUse(Message(_FILE_TAKEN, file=path.as_posix(), free=_free(record.id, self._ids(record.kind))))
        return Document(path, path.as_posix(), None, text)

    def _standard(self) -> str:
        """The written standard of the municipality."""
        trees = (found.tree for found in self.loaded.declarations if found.kind == MUNICIPALITY.name)
        written = next((tree.text("written_standard") for tree in trees), None)
        return written if written in STANDARDS else next(iter(STANDARDS))

    # A contact of a service

    def _contact(self, details: Details) -> Document:
        services = self._ids(SERVICES.name)
        service = self.questions.text(
            N_("Tjenesten kontakten hører til (id)"), details.service, None, "--service", lambda _: None
        )
        if service not in services:
            raise WrongUse(Message(_NO_SERVICE, slug=self.slug, id=service, hint=did_you_mean(service, services)))
        role = self.questions.text(N_("Rollen, for eksempel «leder»"), details.title, None, "TITTEL", anything)
        there = self._contact_ids(service)
        contact_id = self._an_id(details.id, role)
        if contact_id in there:
            free = _free(contact_id, there)
            raise WrongUse(Message(_HAS_CONTACT, service=service, id=contact_id, free=free))
        given: dict[str, str | None] = {"id": contact_id, "role": role, "phone": details.phone, "email": details.email}
        document, record_id = LocalFiles(self.data, self.loaded).of(SERVICES.name, service)
        contact: Value = {key: value for key, value in given.items() if value}
        document.append((record_id, "contacts"), contact, field_order(SERVICES))
        return document

    def _contact_ids(self, service: str) -> set[str]:
        trees = (d.tree for d in self.loaded.declarations if (d.kind, d.id) == (SERVICES.name, service))
        contacts = [tree.fields["contacts"] for tree in trees if "contacts" in tree.fields]
        items = (item for found in contacts if isinstance(found, Sequence) for item in found.items)
        read = (plain(item) for item in items)
        return {str(one["id"]) for one in read if isinstance(one, dict) and "id" in one}

    # What is asked

    def _asked(self, kind: str, field: str, given: str | None, option: str) -> str:
        about = next(one for one in described(KINDS[kind].record) if one.key == field)
        option = self.terminal.translate(option).format(kind=self.terminal.translate(KINDS[kind].label))
        return self.questions.text(self._question(about), given, None, option, anything)

    def _question(self, about: Description) -> str:
        """The title of a field and what to write there, in the terminal's language."""
        translate = self.terminal.translator(FIELDS)
        described_as = translate(about.text) if about.text else ""
        return f"{translate(about.title)} ({described_as.rstrip('.')})" if described_as else translate(about.title)

    def _category(self, given: str | None) -> str:
        known = [category.value for category in Category]
        labels = [self.terminal.translate(category.label) for category in Category]
        if given is not None:
            meant = dict(zip(map(str.casefold, (*known, *labels)), known * 2, strict=True))
            if given.casefold() not in meant:
                hint = did_you_mean(given, (*labels, *known))
                raise WrongUse(Message(_NO_CATEGORY, value=given, hint=hint, known=", ".join(known)))
            return meant[given.casefold()]
        chosen = self.questions.choice(N_("Hva slags tjeneste?"), labels, len(known)) or len(known)
        return known[chosen - 1]

    # Its id

    def _an_id(self, given: str | None, title: str) -> str:
        wanted = slug(given if given is not None else title)
        if not wanted:
            raise WrongUse(Message(_NO_ID, title=given or title))
        if given is not None and given != wanted:
            raise WrongUse(Message(_NOT_AN_ID, id=given, like=wanted))
        return wanted

    def _free_id(self, kind: str, given: str | None, title: str) -> str:
        wanted, taken = self._an_id(given, title), self._ids(kind)
        if wanted not in taken:
            return wanted
        own = self.data / self.slug
        place = Path(taken[wanted])
        values: dict[str, object] = {"label": Message(KINDS[kind].label), "id": wanted, "free": _free(wanted, taken)}
        if place.is_relative_to(own):
            raise WrongUse(Message(_TAKEN, **values, place=place))
        raise WrongUse(Message(_SHARED, **values, file=place_of(own, kind, wanted)))

    def _ids(self, kind: str) -> dict[str, str]:
        """The ids of a kind there are already, each with the file it is in."""
        return {one.id: one.tree.mark.path for one in self.loaded.declarations if one.kind == kind and one.id}


def _free(wanted: str, taken: Iterable[str]) -> str:
    """The first id like this one that nobody has."""
    return next(name for number in range(2, 1_000) if (name := f"{wanted}-{number}") not in taken)


def _as_value(text: str) -> Plain:
    """The first record of a list, without its comments."""
    tree, problems = parse("", text.encode())
    assert not problems
    read = plain(tree) if tree else None
    return read[0] if isinstance(read, list) else read  # type: ignore[return-value]
