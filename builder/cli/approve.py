"""`handbok approve`: writes that somebody stands behind the handbook as it is now, and what it said then."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

from builder import clock
from builder.check.checker import Checked, check
from builder.cli.confirm import plain_edits, refuse_new_errors
from builder.cli.errors import WrongUse
from builder.edit import Document
from builder.edit.local import field_order
from builder.edit.values import Value
from builder.facts.approvals import approved_edition, digests
from builder.facts.upkeep import is_demonstration
from builder.i18n import N_
from builder.load.folder import Folder
from builder.model.approved_edition import EDITIONS, EditionStatus, HandbookEdition
from builder.model.kinds import KINDS
from builder.model.municipality import MUNICIPALITY
from builder.problem import Message, Severity
from builder.selfcheck.criteria import self_check
from builder.selfcheck.editions import figures

#: What can be the name of a tag in git, and of a record when its dots are written as hyphens.
_VERSION = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
_DEMONSTRATION = N_(
    "{name} er en demonstrasjon, og ingenting i en demonstrasjon kan godkjennes. Når kommunen gjør håndboka til sin "
    "egen, ta ut demonstration i municipality.yml først"
)
_ERRORS = N_("{name} har feil i data, og kan ikke godkjennes før de er rettet: {place}: {message}")
_NO_VERSION = N_("«{version}» kan ikke være en utgave; bruk små bokstaver, tall, punktum og bindestrek, som 2026.2")
_APPROVED_BEFORE = N_("Utgave {version} er alt godkjent {date}. Gi den nye et annet nummer")
_EARLIER = N_("Utgave {version} ble godkjent {date}, som er etter {wanted}")
_AHEAD = N_("{date} er ikke kommet ennå; skriv dagen den ble godkjent")
_NOBODY = N_("Skriv rollen som godkjente, under --by")


@dataclass(frozen=True, slots=True)
class Decision:
    """Who approved which edition, and when. Raises WrongUse for what cannot be."""

    by: str
    version: str
    date: dt.date

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise WrongUse(Message(_NOBODY))
        if not _VERSION.fullmatch(self.version):
            raise WrongUse(Message(_NO_VERSION, version=self.version))
        if self.date > clock.today():
            raise WrongUse(Message(_AHEAD, date=self.date))


def approved(folder: Path, slug: str, decision: Decision) -> tuple[Document, ...]:
    """The files of a municipality with the edition in them. Raises WrongUse where it cannot be approved."""
    with plain_edits():
        checked = check(Folder(folder, KINDS).load(slug), clock.today())
        _refuse(checked, decision)
        documents = (_editions(folder / slug, checked, decision), _municipality(checked, decision))
        refuse_new_errors(folder, checked, documents)
    return documents


def _refuse(checked: Checked, decision: Decision) -> None:
    name = checked.handbook.municipality.name
    if is_demonstration(checked.handbook):
        raise WrongUse(Message(_DEMONSTRATION, name=name))
    for problem in checked.problems:
        if problem.severity is Severity.ERROR:
            raise WrongUse(Message(_ERRORS, name=name, place=str(problem.mark), message=problem.message))
    for one in checked.handbook.of(EDITIONS):
        if one.version == decision.version and one.status is not EditionStatus.DRAFT:
            raise WrongUse(Message(_APPROVED_BEFORE, version=one.version, date=one.date))
    last = approved_edition(checked.handbook)
    if last and last.date and last.date > decision.date:
        raise WrongUse(Message(_EARLIER, version=last.version, date=last.date, wanted=decision.date))


def _editions(own: Path, checked: Checked, decision: Decision) -> Document:
    """The list of editions with the new one first; the one before is superseded.

    Its texts are in git; its figures stay, to be held against.
    """
    known = checked.handbook.of(EDITIONS)
    record = _record(checked, decision)
    if not known:
        return Document.new(own / f"{EDITIONS.name}.yml", [record], comment="Utgavene av håndboka, nyeste først.")
    document = Document.open(Path(known[0].at("id").path))
    for one in known:
        if one.status is EditionStatus.APPROVED:
            _supersede(document, one, decision)
    document.add_record(record, first=True)
    for number, one in enumerate(known, start=1):
        if one.version == decision.version:  # the draft that became it
            document.delete((number,))
    return document


def _supersede(document: Document, one: HandbookEdition, decision: Decision) -> None:
    order = field_order(EDITIONS)
    document.set((one.id, "status"), str(EditionStatus.SUPERSEDED), order)
    document.set((one.id, "superseded"), decision.date, order)
    if one.texts:
        document.delete((one.id, "texts"))


def _record(checked: Checked, decision: Decision) -> dict[str, Value]:
    return {
        "id": decision.version.replace(".", "-"),
        "version": decision.version,
        "status": str(EditionStatus.APPROVED),
        "by": decision.by.strip(),
        "date": decision.date,
        "figures": [one.model_dump() for one in figures(self_check(checked.handbook))],
        "texts": [f"{name} {value}" for name, value in sorted(digests(checked.handbook).items())],
    }


def _municipality(checked: Checked, decision: Decision) -> Document:
    municipality, order = checked.handbook.municipality, field_order(MUNICIPALITY)
    document = Document.open(Path(municipality.at("id").path))
    document.set((municipality.id, "version"), decision.version, order)
    document.set((municipality.id, "approver"), decision.by.strip(), order)
    document.set((municipality.id, "approved"), decision.date, order)
    return document
