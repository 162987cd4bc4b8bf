"""What has changed in how a service is reached."""

from __future__ import annotations

from builder.changes.comparison import changed_fields
from builder.changes.difference import Sentence, Sentences
from builder.changes.naming import Naming, number
from builder.model.service import Contact, Service, contact_name

#: Fields of a contact with sentences of their own, and those nobody but the editors follows.
_TOLD = frozenset({"id", "role", "phone", "email", "person", "vacant", "deputy", "hours"})
_MINOR = frozenset({"verified"})
_FIELD = "contacts"


def contacts(before: Service, after: Service, names: Naming) -> Sentences:
    """A sentence for each change among the contacts of a service."""
    _ = names._
    old, new = ({contact.id: contact for contact in service.contacts} for service in (before, after))
    for name, contact in new.items():
        if name not in old:
            said = _("Ny kontakt for {service}: {role}").format(service=after.label, role=contact.role)
            yield Sentence(_FIELD, said)
        else:
            yield from _changed(contact_name(after, contact), old[name], contact, names)
    for name, contact in old.items():
        if name not in new:
            said = _("Kontakten {contact} er tatt ut").format(contact=contact_name(before, contact))
            yield Sentence(_FIELD, said)


def _changed(who: str, old: Contact, new: Contact, names: Naming) -> Sentences:
    _, fields = names._, set(changed_fields(old, new))
    if "role" in fields:
        yield Sentence(_FIELD, _("Rollen {before} heter nå {after}").format(before=old.role, after=who))
    yield from _number(who, number(old.phone), number(new.phone), names)
    if "email" in fields:
        yield Sentence(_FIELD, _("E-posten til {contact} er endret").format(contact=who))
    if "hours" in fields:
        yield Sentence(_FIELD, _("Tiden {contact} treffes, er endret").format(contact=who))
    yield from _holder(who, old, new, names)
    if "deputy" in fields:
        yield _deputy(who, new, names)
    if fields - _TOLD - _MINOR:
        yield Sentence(_FIELD, _("Opplysningene om {contact} er endret").format(contact=who))
    if fields & _MINOR:
        yield _verified(who, new, names)


def _number(who: str, old: str, new: str, names: Naming) -> Sentences:
    _ = names._
    if old == new:
        return
    if not new:
        yield Sentence(_FIELD, _("Telefonnummeret til {contact} er tatt ut").format(contact=who))
    elif not old:
        yield Sentence(_FIELD, _("{contact} har fått telefonnummer: {phone}").format(contact=who, phone=new))
    else:
        yield Sentence(_FIELD, _("Telefonen til {contact} er endret til {phone}").format(contact=who, phone=new))


def _holder(who: str, old: Contact, new: Contact, names: Naming) -> Sentences:
    """Who holds the role now."""
    _ = names._
    if new.vacant and not old.vacant:
        yield Sentence(_FIELD, _("Stillingen som {contact} er ubesatt").format(contact=who))
    elif old.vacant and not new.vacant:
        yield Sentence(_FIELD, _("Stillingen som {contact} er besatt igjen").format(contact=who))
    elif old.person != new.person and new.person:
        yield Sentence(_FIELD, _("{contact} er nå {person}").format(contact=who, person=new.person))
    elif old.person != new.person:
        yield Sentence(_FIELD, _("Navnet på {contact} er tatt ut").format(contact=who))


def _deputy(who: str, new: Contact, names: Naming) -> Sentence:
    """Who answers when the holder is away."""
    _ = names._
    if new.deputy is None:
        return Sentence(_FIELD, _("{contact} har ingen stedfortreder lenger").format(contact=who))
    said = _("Stedfortreder for {contact} er nå {deputy}").format(contact=who, deputy=new.deputy.role)
    return Sentence(_FIELD, said)


def _verified(who: str, new: Contact, names: Naming) -> Sentence:
    _ = names._
    if new.verified is None:
        return Sentence("verified", _("Kontrollen av {contact} er tatt ut").format(contact=who))
    date = names.phrases.date(new.verified.date)
    return Sentence("verified", _("{contact} ble kontrollert {date}").format(contact=who, date=date))
