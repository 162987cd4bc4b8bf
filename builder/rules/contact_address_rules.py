"""What is expected of numbers and addresses: that they lead to a role at work, and each to one."""

from __future__ import annotations

import re

from builder.facts.addresses import phones
from builder.facts.parts import ContactIn, contacts
from builder.i18n import N_
from builder.memoize import memoize
from builder.model.fields import SHORTEST_SUBSCRIBER_NUMBER, is_placeholder_phone
from builder.model.handbook import Handbook
from builder.model.service import Service
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, advice, warning

_PRIVATE_DOMAINS = frozenset(
    {"gmail.com", "googlemail.com", "hotmail.com", "hotmail.no", "outlook.com", "live.no", "live.com", "msn.com",
     "yahoo.com", "yahoo.no", "icloud.com", "me.com", "online.no", "broadpark.no", "getmail.no", "proton.me"}
)  # fmt: skip
#: First names so common that «kari.nordmann» is a person also where the contact names none (SSB, navnestatistikk).
_FIRST_NAMES = frozenset(
    {"anne", "inger", "kari", "marit", "ingrid", "liv", "eva", "berit", "astrid", "bjørg", "hilde", "anna", "solveig",
     "marianne", "randi", "ida", "nina", "maria", "elisabeth", "kristin", "bente", "heidi", "silje", "tone", "hanne",
     "jan", "per", "bjørn", "ole", "lars", "kjell", "knut", "arne", "svein", "thomas", "hans", "geir", "tor", "morten",
     "terje", "odd", "erik", "martin", "andreas", "john", "anders", "rune", "trond", "tore", "daniel", "jon", "ola"}
)  # fmt: skip
_SHORTEST_NAME = 3

_PERSON = N_("{email} ser ut til å høre til en person; bruk en adresse som følger rollen «{role}»")
_PRIVATE = N_("{email} er en privat adresse; bruk en adresse hos tjenesten")


def with_email(handbook: Handbook) -> tuple[ContactIn, ...]:
    """The contacts that have an e-mail address."""
    return tuple(contact for contact in contacts(handbook) if contact.value.email is not None)


@warning("personal-email", of=with_email)
def personal_email(contact: ContactIn, _handbook: Handbook) -> Findings:
    """E-postadressen til en kontakt følger rollen, ikke personen.

    En adresse med personnavn slutter å virke når den ansatte slutter, eller fortsetter å ta imot saker ingen
    leser. Private adresser skal aldri brukes om barn og familier.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer); personvernforordningen artikkel 32.

    Riktig::

        services:
          - id: ppt
            contacts:
              - id: leder
                person: Kari Nordmann
                email: ppt.leder@lillevik.example

    Feil::

        services:
          - id: ppt
            contacts:
              - id: leder
                person: Kari Nordmann
                email: kari.nordmann@lillevik.example
          - id: skole
            contacts:
              - id: rektor
                email: rektor.lillevik@gmail.com

    Riktig::

        services:
          - id: ppt
            contacts:
              - id: leder
                email: jan@lillevik.example

    Riktig::

        services:
          - id: ppt
            contacts:
              - id: leder
                person: Bo Li
                email: bo.li@lillevik.example

    Feil::

        services:
          - id: ppt
            contacts:
              - id: leder
                person: null
                email: Kari.Nordmann@lillevik.example

    Feil::

        services:
          - id: ppt
            contacts:
              - id: leder
                person: Kari Nordmann
                email: nordmann@lillevik.example

    Feil::

        services:
          - id: ppt
            contacts: [{id: leder, email: ppt@HOTMAIL.com}]
    """
    email = contact.value.email or ""
    name, _, domain = email.casefold().partition("@")
    if domain in _PRIVATE_DOMAINS:
        yield Finding(contact.at("email"), Message(_PRIVATE, email=email), Lack.WRONG)
    elif _is_a_name(name, contact.value.person):
        yield Finding(contact.at("email"), Message(_PERSON, email=email, role=contact.value.role), Lack.WRONG)


def _is_a_name(address: str, person: str | None) -> bool:
    parts = re.split(r"[._+-]", address)
    names = {part for part in re.split(r"[\s.-]+", (person or "").casefold()) if len(part) >= _SHORTEST_NAME}
    return not names.isdisjoint(parts) or (len(parts) > 1 and parts[0] in _FIRST_NAMES)


def with_direct_phone(handbook: Handbook) -> tuple[ContactIn, ...]:
    """The contacts that have a number only staff may see."""
    return tuple(contact for contact in contacts(handbook) if contact.value.direct_phone is not None)


@warning("direct-phone", of=with_direct_phone)
def direct_phone(contact: ContactIn, handbook: Handbook) -> Findings:
    """Direktenummeret til en kontakt står ikke også som åpent nummer.

    Direktenummeret er bare for ansatte. Står det samme nummeret som telefon et annet sted, kommer det med på
    sidene alle kan lese.

    Kilde: håndbokas egen sammenheng: felt som er merket interne, skal aldri ut.

    Riktig::

        services:
          - id: ppt
            contacts:
              - id: leder
                phone: 37 00 10 00
                direct_phone: 37 00 10 01

    Feil::

        services:
          - id: ppt
            contacts:
              - id: leder
                phone: 37 00 10 00
                direct_phone: 37 00 10 00

    Riktig::

        services:
          - id: ppt
            contacts: [{id: leder, direct_phone: 00 00 00 00}]

    Feil::

        municipality:
          - id: lillevik
            editors: {phone: 37 00 10 01}
        services:
          - id: ppt
            contacts: [{id: leder, direct_phone: 37 00 10 01}]

    Feil::

        services:
          - id: ppt
            contacts: [{id: leder, direct_phone: 37 00 10 01}]
          - id: skole
            contacts: [{id: rektor, deputy: {phone: 37 00 10 01}}]
    """
    number = contact.value.direct_phone
    if number in _public(handbook):
        message = Message(
            "direktenummeret {number} står også som åpent nummer; behold det bare ett av stedene", number=number
        )
        yield Finding(contact.at("direct_phone"), message, Lack.WRONG)


@memoize
def _public(handbook: Handbook) -> frozenset[str]:
    return frozenset(phone.value for phone in phones(handbook) if not is_placeholder_phone(phone.value))


def with_a_line(handbook: Handbook) -> tuple[ContactIn, ...]:
    """The contacts that have a number of their own. Short numbers and placeholders are shared by nature."""
    return tuple(contact for contact in contacts(handbook) if _is_one_line(contact.value.phone or ""))


def _is_one_line(number: str) -> bool:
    return sum(map(str.isdigit, number)) >= SHORTEST_SUBSCRIBER_NUMBER and not is_placeholder_phone(number)


@advice("shared-phone", of=with_a_line)
def shared_phone(contact: ContactIn, handbook: Handbook) -> Findings:
    """To tjenester oppgir ikke det samme telefonnummeret uten grunn.

    Samme nummer i to tjenester er ofte en avskrift som ble feil. Den som ringer, kommer til noen som ikke kan
    svare. Er det et felles sentralbord, er det i orden.

    Kilde: håndbokas egen sammenheng; NOVA-rapport 18/2011, kapittel 10 (Verktøy).

    Riktig::

        services:
          - id: ppt
            contacts: [{id: leder, phone: 37 00 10 00}]
          - id: skole
            contacts: [{id: rektor, phone: 37 00 20 00}]

    Feil::

        services:
          - id: ppt
            contacts: [{id: leder, phone: 37 00 10 00}]
          - id: skole
            contacts: [{id: rektor, phone: 37 00 10 00}]

    Riktig::

        services:
          - id: ppt
            contacts:
              - {id: leder, phone: 37 00 10 00}
              - {id: mottak, role: Mottak, phone: 37 00 10 00}

    Riktig::

        services:
          - id: ppt
            contacts: [{id: leder, phone: "02123"}]
          - id: skole
            contacts: [{id: rektor, phone: "02123"}]

    Feil::

        services:
          - id: ppt
            contacts: [{id: leder, phone: 37 00 10 00}]
          - id: skole
            contacts: [{id: rektor, phone: "37001000"}]
    """
    number = contact.value.phone or ""
    first = _first_holders(handbook)[number]
    if first is not contact.record:
        message = Message(
            "{number} er både «{role}» i {service} og en kontakt i {other}; sjekk at begge stemmer",
            number=number,
            role=contact.value.role,
            service=contact.record.label,
            other=first.label,
        )
        yield Finding(contact.at("phone"), message, Lack.WRONG)


@memoize
def _first_holders(handbook: Handbook) -> dict[str, Service]:
    return {contact.value.phone or "": contact.record for contact in reversed(with_a_line(handbook))}


EXPECTATIONS = (personal_email, direct_phone, shared_phone)
