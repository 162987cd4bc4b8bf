"""QR codes of contacts: who sits at a PC points the phone at the screen, and has the contact there.

Only for numbers that ring somebody. The code holds a small card (vCard 3.0, which every phone's camera reads).
"""

from __future__ import annotations

from io import BytesIO

from segno import helpers

from builder.edition.edition import Edition
from builder.model.actor import Actor
from builder.model.fields import phone_uri
from builder.model.service import Contact, Service, contact_name
from builder.views import urls

#: Modules of white around the code, as the standard asks for, and pixels for each module.
_BORDER, _SCALE = 4, 4


def codes(edition: Edition) -> dict[str, bytes]:
    """Path -> SVG, for each contact that has a number."""
    return {
        urls.contact_code(Actor.of(service.id, contact.id)): _code(service, contact, number.removeprefix("tel:"))
        for service, contact in edition.handbook.contacts
        if contact.phone and (number := phone_uri(contact.phone))
    }


def _code(service: Service, contact: Contact, number: str) -> bytes:
    name = contact.person or contact_name(service, contact)
    whole = name.replace(";", " ").replace(",", r"\,")  # a family name alone: the helper takes the field as written
    code = helpers.make_vcard(
        name=f"{whole};",
        displayname=name,
        phone=number,
        email=urls.in_ascii(contact.email) if contact.email else None,
        title=contact.role,
        org=service.label,
    )
    drawn = BytesIO()
    code.save(drawn, kind="svg", scale=_SCALE, border=_BORDER, light="white", xmldecl=False, omitsize=False)
    return drawn.getvalue()
