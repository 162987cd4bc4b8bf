"""What to say of a name that is not found: what was meant, and what must be missing."""

from __future__ import annotations

from typing import TypeAlias

from builder.i18n import N_
from builder.model.actor import Actor
from builder.model.handbook import Handbook, Reference
from builder.model.kinds import KINDS, NAMED
from builder.model.service import CONTACTS, SERVICES
from builder.problem import NOTHING, Message
from builder.suggest import did_you_mean

#: A sentence, and what would have to be there: one of these.
Unknown: TypeAlias = tuple[Message, tuple[str, ...]]

_UNKNOWN = N_("fant ikke {kind} med id «{id}»{hint}")
_NO_SERVICE = N_("fant ikke tjenesten «{service}», som «{id}» skulle være kontakt i{hint}")
_THESE = N_("; kontaktene i {service} er {contacts}")
_NOT_A_SERVICE = N_("«{id}» er en tjeneste, og her skal det stå en rolle eller en kontakt, som {contacts}")
_EITHER = N_("{first} eller {second}")


def unknown(reference: Reference, handbook: Handbook) -> Unknown:
    """What to say of a name that is not found, and what may be missing."""
    kinds, actor = reference.kinds, Actor(reference.id)
    if CONTACTS.name in kinds and actor.contact:
        return _unknown_contact(actor, kinds, handbook)
    if CONTACTS.name in kinds and SERVICES.name not in kinds and (contacts := _contacts_of(actor.service, handbook)):
        message = Message(_NOT_A_SERVICE, id=reference.id, contacts=", ".join(contacts))
        return message, ()
    ids = frozenset().union(*(handbook.ids(NAMED[kind]) for kind in kinds))
    message = Message(
        _UNKNOWN,
        kind=_either(kinds),
        id=reference.id,
        hint=_called_now(reference, handbook) or did_you_mean(reference.id, ids),
    )
    return message, tuple(f"{kind}:{reference.id}" for kind in kinds if kind != CONTACTS.name)


def _called_now(reference: Reference, handbook: Handbook) -> Message | None:
    """«; den heter nå «pp-tjenesten»», of a record that has had the id."""
    kinds = [KINDS[kind] for kind in reference.kinds if kind in KINDS]
    records = (record for kind in kinds for record in handbook.of(kind) if reference.id in record.formerly)
    record = next(records, None)
    return Message("; den heter nå «{id}»", id=record.id) if record else None


def _unknown_contact(actor: Actor, kinds: tuple[str, ...], handbook: Handbook) -> Unknown:
    """Of a contact nobody else is meant than one in the same service; without the service, the service is missing."""
    services = handbook.ids(SERVICES)
    if actor.service not in services:
        hint = did_you_mean(actor.service, services)
        message = Message(_NO_SERVICE, service=actor.service, id=str(actor), hint=hint)
        return message, (f"{SERVICES.name}:{actor.service}",)
    contacts = _contacts_of(actor.service, handbook)
    hint = did_you_mean(actor, contacts)
    if hint is NOTHING and contacts:
        hint = Message(_THESE, service=actor.service, contacts=", ".join(contacts))
    message = Message(_UNKNOWN, kind=_either(kinds), id=str(actor), hint=hint)
    return message, (f"{CONTACTS.name}:{actor}",)


def _contacts_of(service_id: str, handbook: Handbook) -> tuple[str, ...]:
    service = handbook.find(SERVICES, service_id)
    return tuple(Actor.of(service.id, contact.id) for contact in service.contacts) if service else ()


def _either(kinds: tuple[str, ...]) -> Message:
    label = Message(NAMED[kinds[0]].label)
    return Message(_EITHER, first=label, second=_either(kinds[1:])) if len(kinds) > 1 else label
