"""`handbok verify`: writes that somebody has checked contacts, when, and how."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from builder import clock
from builder.check.checker import Checked, check
from builder.cli.confirm import plain_edits, refuse_new_errors
from builder.cli.errors import WrongUse
from builder.edit import Document
from builder.edit.local import LocalFiles, field_order, item_at
from builder.edit.values import Value
from builder.facts.verification import only_the_date, says_how
from builder.i18n import N_
from builder.load.folder import Folder
from builder.model.actor import Actor
from builder.model.base import Verified
from builder.model.kinds import KINDS
from builder.model.service import CONTACTS, SERVICES, Contact
from builder.problem import Message
from builder.suggest import did_you_mean

_UNKNOWN = N_("{slug} har ingen kontakt «{name}»; skriv tjenesten og kontakten med punktum mellom, som ppt.leder{hint}")
_SAYS_NOTHING = N_("«{how}» sier ikke hvordan det ble kontrollert; skriv hva dere gjorde, som «ringte nummeret»")
_SAME_AS_BEFORE = N_(
    "{contact} ble kontrollert {date} av samme rolle med samme ord. Skriv hva dere gjorde denne gangen, så ingen tror "
    "at bare datoen er flyttet"
)
_AHEAD = N_("{date} er ikke kommet ennå; skriv dagen dere kontrollerte")
_EARLIER = N_("{contact} er alt kontrollert {date}, som er etter {wanted}")


@dataclass(frozen=True, slots=True)
class Checking:
    """What was done: by which role, how, and when. Raises WrongUse for a day to come, and words that say nothing."""

    by: str
    how: str
    date: dt.date

    def __post_init__(self) -> None:
        if self.date > clock.today():
            raise WrongUse(Message(_AHEAD, date=self.date))
        if not self.by.strip() or not says_how(self.how):
            raise WrongUse(Message(_SAYS_NOTHING, how=self.how if self.by.strip() else self.by))


def verified(folder: Path, slug: str, names: Sequence[str], checking: Checking) -> tuple[Document, ...]:
    """The municipality's own files with the verification in them. Raises WrongUse."""
    with plain_edits():
        loaded = Folder(folder, KINDS).load(slug)
        checked = check(loaded, clock.today())
        files = LocalFiles(folder, loaded)
        for name in dict.fromkeys(names):
            _write(files, name, _contact(checked, name), checking)
        refuse_new_errors(folder, checked, files.documents)
    return files.documents


def _contact(checked: Checked, name: str) -> Contact:
    found = checked.handbook.contact(name)
    if found is None:
        hint = did_you_mean(name, checked.handbook.ids(CONTACTS))
        raise WrongUse(Message(_UNKNOWN, slug=checked.slug, name=name, hint=hint))
    return found[1]


def _write(files: LocalFiles, name: str, contact: Contact, checking: Checking) -> None:
    before = contact.verified
    if before is not None:
        _refuse_less(name, before, checking)
    actor = Actor(name)
    document, record_id = files.of(SERVICES.name, actor.service)
    place = item_at(document, (record_id, CONTACTS.name, contact.id), "role", field_order(SERVICES))
    value: Value = {"date": checking.date, "by": checking.by.strip(), "how": checking.how.strip()}
    document.set((*place, "verified"), value)


def _refuse_less(name: str, before: Verified, checking: Checking) -> None:
    if before.date > checking.date:
        raise WrongUse(Message(_EARLIER, contact=name, date=before.date, wanted=checking.date))
    if only_the_date(before, Verified(date=checking.date, by=checking.by, how=checking.how)):
        raise WrongUse(Message(_SAME_AS_BEFORE, contact=name, date=before.date))
