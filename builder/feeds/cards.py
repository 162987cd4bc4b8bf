"""Contact cards: vCard 4.0 (RFC 6350), and 3.0 (RFC 2426) for programs that read nothing newer, such as Outlook.

The card is the role's; whoever holds it now is named on it. A placeholder never becomes a number to ring.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from icalendar import Component
from icalendar.prop import vAdr, vN, vOrg, vText, vUri

from builder.edition.edition import Edition
from builder.facts.answering import answering
from builder.facts.units import organisation
from builder.feeds.contact_texts import ContactTexts
from builder.feeds.identity import identity
from builder.model.actor import Actor
from builder.model.fields import dialled
from builder.model.handbook import Handbook
from builder.model.service import CONTACTS, SERVICES, Contact, Service, contact_name
from builder.views import urls
from builder.views.routes import page_of

_NOTE = re.compile(r"\([^()]*\)")
#: What tells two of the same name apart.
_AFTER = re.compile(r"(?:jr|sr|jun|sen)\.?|junior|senior|[IV]{2,3}", re.IGNORECASE)


class Version(StrEnum):
    """The version of the format."""

    THREE = "3.0"
    FOUR = "4.0"


class Card(Component):
    """One card. The format says that the version comes first."""

    name = "VCARD"
    canonical_order = ("VERSION", "KIND", "FN", "N", "TITLE", "ORG", "TEL", "EMAIL", "NOTE")  # type: ignore[assignment]


def cards(edition: Edition) -> dict[str, bytes]:
    """Path -> card of each contact in both versions, and all of them in one file for each version."""
    made: dict[str, bytes] = {}
    handbook, texts = edition.handbook, ContactTexts(edition)
    for version, one, every in (
        (Version.FOUR, urls.contact, urls.CONTACTS),
        (Version.THREE, urls.contact_3, urls.CONTACTS_3),
    ):
        own = {
            one(Actor.of(service.id, contact.id)): _card(handbook, texts, service, contact, version)
            for service, contact in handbook.contacts
        }
        if own:
            made |= own | {every: b"".join(own.values())}
    return made


def _card(handbook: Handbook, texts: ContactTexts, service: Service, contact: Contact, version: Version) -> bytes:
    card = Card()
    card["VERSION"] = vText(version)
    card["UID"] = vText(identity(handbook.municipality.id, CONTACTS.name, service.id, contact.id).urn)
    card["FN"] = vText(contact.person or contact_name(service, contact))
    card["TITLE"] = vText(contact.role)
    belongs_to = organisation(handbook, service)
    card["ORG"] = vOrg((service.name, *([belongs_to] if belongs_to else [])))
    card["CATEGORIES"] = vText(texts.category(service))
    card["NOTE"] = vText(texts.note(service, contact))
    if version is Version.FOUR:
        card["KIND"] = vText("individual" if contact.person else "org")
    if version is Version.THREE or contact.person:
        card["N"] = vN(_name(contact.person or contact_name(service, contact)))
    for name, value in _reached(handbook, service, contact, version):
        card.add(name, value)
    return bytes(card.to_ical())


def _name(whole: str) -> tuple[str, str, str, str, str]:
    """Family name, the others, and what stands after, where several words are no role (with a comma).

    A note in brackets is no name. Small words before the last belong to it («van der Berg»).
    """
    words = _NOTE.sub(" ", whole).split()
    if "," in whole or not words:
        return (whole, "", "", "", "")
    after = words.pop() if len(words) > 1 and _AFTER.fullmatch(words[-1]) else ""
    first = len(words) - 1
    while first > 1 and words[first - 1].islower():
        first -= 1
    return (" ".join(words[first:]), " ".join(words[:first]), "", "", after)


def _reached(
    handbook: Handbook, service: Service, contact: Contact, version: Version
) -> Iterator[tuple[str, vText | vUri | vAdr]]:
    """How the contact is reached: by the number that is answered, and the direct one where the edition has it."""
    first = answering(contact, handbook.today).first
    for number in filter(None, map(dialled, (first.phone, contact.direct_phone))):
        if version is Version.FOUR:
            yield "TEL", vUri(number, params={"TYPE": ["work", "voice"], "VALUE": "uri"})
        else:
            yield "TEL", vText(number.removeprefix("tel:"), params={"TYPE": ["WORK", "VOICE"]})
    if first.email:
        yield "EMAIL", vText(urls.in_ascii(first.email), params={"TYPE": "work"})
    if service.address:
        yield "ADR", vAdr(("", "", service.address, "", "", "", ""), params={"TYPE": "work"})
    page = urls.page(
        handbook.municipality.website,
        page_of(SERVICES, service.id),
        str(handbook.municipality.written_standard),
    )
    if page:
        yield "URL", vUri(page)
