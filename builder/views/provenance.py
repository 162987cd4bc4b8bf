"""Where a page has its facts from: the record behind it, its file, and who last verified what."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from builder.facts.upkeep import is_demonstration
from builder.model.base import Record
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.kind import OwnPages
from builder.model.kinds import kind_of
from builder.model.service import Service
from builder.problem import Message
from builder.views import routes


@dataclass(frozen=True, slots=True)
class Provenance:
    """`record` is written as in running text, «services:ppt»; `file` as it lies in the data folder."""

    record: str
    file: str
    verified: tuple[Message, ...]


def provenance(handbook: Handbook) -> Mapping[str, Provenance]:
    """The path of each page that shows one record -> where its facts are from. That is for those who write."""
    if handbook.is_public:
        return {}
    root = posixpath.dirname(posixpath.dirname(handbook.municipality.at().path))
    return {
        routes.page_of(kind, record.id): Provenance(
            f"{kind.name}:{record.id}",
            record.at().path.removeprefix(f"{root}/"),  # where the data folder lies is nobody's business
            tuple(_verified(handbook, record)),
        )
        for kind, record in handbook.everything()
        if isinstance(kind.address, OwnPages)
    }


def approved(handbook: Handbook) -> tuple[Message, ...]:
    """Who stands behind the handbook as a whole, and since when; nothing where nobody does, as in a demonstration."""
    municipality = handbook.municipality
    if is_demonstration(handbook):
        return (Message("Ikke godkjent – demonstrasjon."),)
    if not (municipality.approved and municipality.approver):
        return ()
    said = Message("Håndboka ble godkjent {date} av {who}.", date=municipality.approved, who=municipality.approver)
    return (said,)


def _verified(handbook: Handbook, record: Record) -> list[Message]:
    said = []
    if isinstance(record, Service):
        said += _of_service(handbook, record)
    if isinstance(record, Forum) and record.standing and record.standing.evaluated:
        evaluated = Message("Møteplassen ble evaluert {date}.", date=record.standing.evaluated)
        said.append(_happened(handbook, evaluated))
    if kind_of(record).builds_on_law and handbook.law_checked:
        register = handbook.law_checked.verified
        said.append(Message("Lovregisteret ble kontrollert {date}: {who}.", date=register.date, who=register.by))
    return said


def _happened(handbook: Handbook, said: Message) -> Message:
    """What somebody in the municipality did; in a demonstration nobody did, so it is an example."""
    return Message("Eksempel: {said}", said=said) if is_demonstration(handbook) else said


def _of_service(handbook: Handbook, service: Service) -> list[Message]:
    """When the card was reviewed, and the oldest verification of its contacts: what a reader may trust least."""
    said = []
    if service.reviewed:
        reviewed = Message("Tjenestekortet ble gjennomgått {date}.", date=service.reviewed)
        said.append(_happened(handbook, reviewed))
    verified = [contact.verified for contact in service.contacts if contact.verified]
    if verified:
        oldest = min(verified, key=lambda found: found.date)
        said.append(Message("Kontaktene ble kontrollert {date} eller senere: {who}.", date=oldest.date, who=oldest.by))
    if any(contact.verified is None for contact in service.contacts):
        said.append(Message("Ikke alle kontaktene er kontrollert."))
    return said
