"""What is expected of numbers and addresses in a handbook that is in use: that none only holds a place."""

from __future__ import annotations

from collections.abc import Iterator

from builder.facts.addresses import AddressIn, emails, is_reserved, phones, websites
from builder.model.fields import is_placeholder_phone
from builder.model.handbook import Handbook
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, error
from builder.rules.findings import may_hold_placeholders


def phones_in_use(handbook: Handbook) -> Iterator[AddressIn]:
    """The numbers in a handbook that is no demonstration."""
    return iter(()) if may_hold_placeholders(handbook) else phones(handbook)


@error("placeholder-phone", of=phones_in_use)
def placeholder_phone(phone: AddressIn, _handbook: Handbook) -> Findings:
    """Plassholdernumre finnes bare i en demonstrasjon.

    Nummeret 00 00 00 00 ringer ingen. I en håndbok som er tatt i bruk, kan det stå der en lærer skal nå
    barnevernet i dag. Derfor stopper det publiseringen.

    Kilde: håndbokas egen sammenheng; NOVA-rapport 18/2011, kapittel 10 (Verktøy).

    Riktig::

        municipality:
          - id: lillevik
            demonstration: Dette er demonstrasjonsdata.
            editors: {phone: 00 00 00 00}

    Feil::

        municipality:
          - id: lillevik
            demonstration: null
            editors: {phone: 00 00 00 00}
        services:
          - id: ppt
            contacts:
              - id: leder
                phone: 00 00 00 00
          - id: skole
            contacts:
              - id: rektor
                phone: 00 00 00 01

    Riktig::

        municipality:
          - id: lillevik
            demonstration: null
            editors: {email: redaksjon@lillevik.kommune.no}
        services:
          - id: ppt
            contacts: [{id: leder, phone: 37 00 10 00, email: ppt@lillevik.kommune.no}]
          - id: skole
            contacts: [{id: rektor, phone: 37 00 20 00}]

    Feil::

        municipality: [{id: lillevik, demonstration: null}]
        services:
          - id: ppt
            contacts: [{id: leder, phone: 37 00 10 00, deputy: {role: Nestleder, phone: 00 00 00 00}}]
          - id: skole
            contacts: [{id: rektor, phone: 37 00 20 00}]
    """
    if is_placeholder_phone(phone.value):
        message = Message("{number} er en plassholder; skriv nummeret som gjelder", number=phone.value)
        yield Finding(phone.at(), message, Lack.WRONG)


def addresses_in_use(handbook: Handbook) -> Iterator[AddressIn]:
    """The e-mail and web addresses in a handbook that is no demonstration."""
    if not may_hold_placeholders(handbook):
        yield from emails(handbook)
        yield from websites(handbook)


@error("placeholder-address", of=addresses_in_use)
def placeholder_address(address: AddressIn, _handbook: Handbook) -> Findings:
    """Plassholderadresser finnes bare i en demonstrasjon.

    Adresser som slutter på .example, .test eller .invalid når aldri fram. Den som sender en henvisning dit,
    tror at den er kommet fram.

    Kilde: RFC 2606 (navn som aldri blir delt ut); håndbokas egen sammenheng.

    Riktig::

        municipality:
          - id: lillevik
            demonstration: Dette er demonstrasjonsdata.
            editors: {email: redaksjon@lillevik.example}

    Feil::

        municipality:
          - id: lillevik
            demonstration: null
            editors: {email: redaksjon@lillevik.example}
        services:
          - id: ppt
            contacts:
              - id: leder
                email: ppt@lillevik.example

    Riktig::

        municipality:
          - id: lillevik
            demonstration: null
            editors: {email: redaksjon@lillevik.kommune.no}
            website: https://www.lillevik.kommune.no/example
        services:
          - id: ppt
            contacts: [{id: leder, email: ppt@myexample.com}]

    Feil::

        municipality:
          - id: lillevik
            demonstration: null
            website: https://lillevik.test
            editors: {email: redaksjon@post.example.org}
        services:
          - id: ppt
            contacts: [{id: leder, email: ppt@lillevik.kommune.no}]
    """
    if is_reserved(address.value):
        message = Message("{address} er en plassholder; skriv adressen som gjelder", address=address.value)
        yield Finding(address.at(), message, Lack.WRONG)


EXPECTATIONS = (placeholder_phone, placeholder_address)
