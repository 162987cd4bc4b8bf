"""What has changed in how a service is reached."""

from __future__ import annotations

from collections.abc import Iterator

from builder.changes.difference import by_id, mapping, text
from builder.changes.naming import Naming, label, number
from builder.model.export import Data, Plain

#: Fields of a contact with sentences of their own, and those nobody but the editors follows.
_TOLD = frozenset({"id", "role", "phone", "email", "person", "vacant", "deputy", "hours"})
_MINOR = frozenset({"verified"})
Sentences = Iterator[tuple[str, str]]


def contacts(before: Data, after: Data, names: Naming) -> Sentences:
    """Field and sentence for each change among the contacts of a service."""
    _ = names._
    old, new = by_id(before, "contacts"), by_id(after, "contacts")
    for name, contact in new.items():
        if name not in old:
            yield (
                "contacts",
                _("Ny kontakt for {service}: {role}").format(service=label(after), role=text(contact.get("role"))),
            )
        elif contact != old[name]:
            yield from _changed(names.contact(after, contact), old[name], contact, names)
    for name, contact in old.items():
        if name not in new:
            yield "contacts", _("Kontakten {contact} er tatt ut").format(contact=names.contact(before, contact))


def _changed(who: str, old: Data, new: Data, names: Naming) -> Sentences:
    _ = names._
    if old.get("role") != new.get("role"):
        yield "contacts", _("Rollen {before} heter nå {after}").format(before=text(old.get("role")), after=who)
    yield from _number(who, number(old.get("phone")), number(new.get("phone")), names)
    if old.get("email") != new.get("email"):
        yield "contacts", _("E-posten til {contact} er endret").format(contact=who)
    if old.get("hours") != new.get("hours"):
        yield "contacts", _("Tiden {contact} treffes, er endret").format(contact=who)
    yield from _holder(who, old, new, names)
    rest = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)} - _TOLD
    if rest - _MINOR:
        yield "contacts", _("Opplysningene om {contact} er endret").format(contact=who)
    if rest & _MINOR:
        yield "verified", _verified(who, new, names)


def _number(who: str, old: str, new: str, names: Naming) -> Sentences:
    _ = names._
    if old == new:
        return
    if not new:
        yield "contacts", _("Telefonnummeret til {contact} er tatt ut").format(contact=who)
    elif not old:
        yield "contacts", _("{contact} har fått telefonnummer: {phone}").format(contact=who, phone=new)
    else:
        yield "contacts", _("Telefonen til {contact} er endret til {phone}").format(contact=who, phone=new)


def _holder(who: str, old: Data, new: Data, names: Naming) -> Sentences:
    """Who holds the role now, and who answers when they are away."""
    _ = names._
    if _flag(new.get("vacant")) and not _flag(old.get("vacant")):
        yield "contacts", _("Stillingen som {contact} er ubesatt").format(contact=who)
    elif _flag(old.get("vacant")) and not _flag(new.get("vacant")):
        yield "contacts", _("Stillingen som {contact} er besatt igjen").format(contact=who)
    elif old.get("person") != new.get("person") and new.get("person"):
        yield "contacts", _("{contact} er nå {person}").format(contact=who, person=text(new.get("person")))
    elif old.get("person") != new.get("person"):
        yield "contacts", _("Navnet på {contact} er tatt ut").format(contact=who)
    if old.get("deputy") != new.get("deputy"):
        deputy = text(mapping(new, "deputy").get("role"))
        sentence = (
            _("Stedfortreder for {contact} er nå {deputy}") if deputy else _("{contact} har ingen stedfortreder lenger")
        )
        yield "contacts", sentence.format(contact=who, deputy=deputy)


def _verified(who: str, new: Data, names: Naming) -> str:
    verified = mapping(new, "verified")
    if not verified:
        return names._("Kontrollen av {contact} er tatt ut").format(contact=who)
    return names._("{contact} ble kontrollert {date}").format(contact=who, date=names.date(verified["date"]))


def _flag(value: Plain | None) -> bool:
    return value is True
