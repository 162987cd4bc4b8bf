"""What is expected of whom to ring now: hours, and in a handbook that is in use somebody, with a verified number."""

from __future__ import annotations

from collections.abc import Iterator

from builder.facts.answering import answering
from builder.facts.due import contact_due
from builder.facts.parts import ContactIn, contacts
from builder.facts.ring_now import hours_of, takes_turns
from builder.facts.upkeep import is_in_use
from builder.i18n import N_
from builder.load.shared import is_shared
from builder.model.fields import is_national
from builder.model.handbook import Handbook
from builder.model.municipality import Municipality
from builder.model.service import SERVICES
from builder.model.vocabulary import Acute, Category
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, error, warning
from builder.rules.findings import described, described_alone, is_whole

_NOBODY = {
    Acute.IN_HOURS: N_(
        "ingen kontakt i barnevernet er merket for det som haster i kontortiden; skriv acute: in-hours på mottaket"
    ),
    Acute.OUT_OF_HOURS: N_(
        "ingen kontakt i barnevernet er merket for det som haster når kontoret er stengt; skriv acute: out-of-hours "
        "på barnevernsvakta"
    ),
}
_NO_NUMBER = N_("«{role}» i {label} skal ringes når det haster, men har ikke noe nummer; skriv phone")
_NO_LOCAL_NUMBER = N_(
    "«{role}» i {label} skal ringes når det haster, men har ikke noe nummer; skriv i services/{service}.yml linjene "
    "«id: {service}», «extends: {service}», «contacts:», «  - id: {contact}» og «    phone: » med nummeret"
)
_NO_HOURS = N_(
    "«{role}» i {label} skal ringes når det haster i åpningstiden, men det står ikke når den er; skriv hours"
)
_NEVER_VERIFIED = N_(
    "«{role}» i {label} skal ringes når det haster, men nummeret er aldri kontrollert; skriv dato, hvem og hvordan "
    "under verified"
)
_VERIFIED_LONG_AGO = N_(
    "«{role}» i {label} skal ringes når det haster, men nummeret ble sist kontrollert {date}, for mer enn {months} "
    "måneder siden; ring det, og skriv det under verified"
)


def in_use(handbook: Handbook) -> tuple[Municipality, ...]:
    """The municipality, where its handbook is in use and every service could be read."""
    return described_alone(handbook) if is_in_use(handbook) and is_whole(handbook, SERVICES) else ()


@error("ring-now-contact", of=in_use)
def somebody(municipality: Municipality, handbook: Handbook) -> Findings:
    """Barnevernet har noen å ringe når det haster, både i kontortiden og ellers.

    Den som har et barn i fare foran seg, skal ikke lete. Håndboka viser først den som svarer nå: mottaket i
    barnevernet i kontortiden, barnevernsvakta ellers. Da må de være merket i dataene. Det gjelder ikke en
    demonstrasjon, og ikke et utkast (draft).

    Kilde: barnevernsloven § 15-3; NOVA-rapport 18/2011, kapittel 10 (Verktøy).

    Riktig::

        municipality: [{id: lillevik, demonstration: null}]
        services:
          - id: barnevern
            name: Barnevernet
            category: child-welfare
            government: municipality
            summary: Hjelper barn.
            contacts:
              - {id: mottak, role: Mottak, phone: 37 00 10 00, acute: in-hours}
              - {id: bakvakt, role: Bakvakt, phone: 37 00 10 01, acute: out-of-hours}

    Feil::

        municipality: [{id: lillevik, demonstration: null}]

    Riktig::

        municipality: [{id: lillevik, demonstration: null}]
        services:
          - id: barnevern
            name: Barnevernet
            category: child-welfare
            government: municipality
            summary: Hjelper barn.
            contacts: [{id: telefon, role: Døgntelefon, phone: 37 00 10 00, acute: always}]

    Feil::

        municipality: [{id: lillevik, demonstration: null}]
        services:
          - id: barnevern
            name: Barnevernet
            category: child-welfare
            government: municipality
            summary: Hjelper barn.
            contacts: [{id: mottak, role: Mottak, phone: 37 00 10 00, acute: in-hours}]

    Riktig::

        municipality: [{id: lillevik, demonstration: null, draft: Numrene er ikke kontrollert.}]
    """
    marked = {contact.value.acute for contact in _to_ring(handbook) if _is_child_welfare(contact)}
    for acute, message in _NOBODY.items():
        if marked.isdisjoint({acute, Acute.ALWAYS}):
            yield Finding(municipality.at("id"), Message(message))


def _is_child_welfare(contact: ContactIn) -> bool:
    return takes_turns(contact.record) is Category.CHILD_WELFARE


def _to_ring(handbook: Handbook) -> Iterator[ContactIn]:
    return (contact for contact in contacts(handbook) if contact.value.acute)


def to_ring(handbook: Handbook) -> Iterator[ContactIn]:
    """The contacts for what is urgent, in a handbook that is in use."""
    return _to_ring(handbook) if described(handbook) and is_in_use(handbook) else iter(())


@error("ring-now-number", of=to_ring)
def number(contact: ContactIn, handbook: Handbook) -> Findings:
    """Den som skal ringes når det haster, har et nummer.

    Uten nummer står det «nummer mangler» øverst på forsiden. Derfor stopper det publiseringen. Mens dere
    samler numrene, setter dere draft i municipality.yml; da sier hver side at håndboka er et utkast.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Personlige relasjoner).

    Riktig::

        municipality: [{id: lillevik, demonstration: null}]
        services:
          - id: ppt
            contacts: [{id: leder, phone: 37 00 10 00, acute: in-hours}]

    Feil::

        municipality: [{id: lillevik, demonstration: null}]
        services:
          - id: ppt
            contacts: [{id: leder, phone: null, acute: in-hours}]

    Riktig::

        municipality: [{id: lillevik, demonstration: null}]
        services:
          - id: ppt
            contacts:
              - {id: leder, phone: null, vacant: true, deputy: {role: Nestleder, phone: 37 00 10 00}, acute: always}

    Feil::

        municipality: [{id: lillevik, demonstration: null}]
        services:
          - id: ppt
            contacts: [{id: leder, phone: null, email: ppt@lillevik.no, deputy: {role: Nestleder}, acute: always}]
    """
    if _number(contact, handbook):
        return
    names = {"service": contact.record.id, "contact": contact.value.id}
    whose = {"role": contact.value.role, "label": contact.record.label}
    if is_shared(contact.at().path):  # it stands where the municipality can do something about it
        yield Finding(handbook.municipality.at("id"), Message(_NO_LOCAL_NUMBER, **whose, **names))
    else:
        yield Finding(contact.at(), Message(_NO_NUMBER, **whose))


def _number(contact: ContactIn, handbook: Handbook) -> str | None:
    return answering(contact.value, handbook.today).first.phone


def to_verify(handbook: Handbook) -> Iterator[ContactIn]:
    """Of those, the ones with a number of the municipality's own: a national one is the same for all."""
    found = ((contact, _number(contact, handbook)) for contact in to_ring(handbook))
    return (contact for contact, phone in found if phone and not is_national(phone))


@error("ring-now-verified", of=to_verify)
def verified(contact: ContactIn, handbook: Handbook) -> Findings:
    """Nummeret til den som skal ringes når det haster, er kontrollert innenfor fristen.

    Et nummer ingen har ringt på et år, kan føre den som har det travelt, til en tom plass. Fristen er den
    kommunen har satt i contact_check_months.

    Kilde: NOVA-rapport 18/2011, kapittel 4 (Bemanning og kapasitet).

    Riktig::

        municipality: [{id: lillevik, demonstration: null}]
        services:
          - id: ppt
            contacts:
              - id: leder
                phone: 37 00 10 00
                acute: in-hours
                verified: {date: 2026-10-01, by: Sekretær, how: Ringte nummeret}

    Feil::

        municipality: [{id: lillevik, demonstration: null}]
        services:
          - id: ppt
            contacts:
              - id: leder
                phone: 37 00 10 00
                acute: in-hours
                verified: {date: 2026-01-10, by: Sekretær, how: Ringte nummeret}

    Riktig::

        municipality: [{id: lillevik, demonstration: null}]
        services:
          - id: ppt
            contacts: [{id: leder, phone: 116 117, acute: always, verified: null}]

    Feil::

        municipality: [{id: lillevik, demonstration: null}]
        services:
          - id: ppt
            contacts: [{id: leder, phone: 37 00 10 00, acute: out-of-hours, verified: null}]
    """
    whose = {"role": contact.value.role, "label": contact.record.label}
    due = contact_due(handbook, contact.value)
    if contact.value.verified is None or due is None:
        yield Finding(contact.at(), Message(_NEVER_VERIFIED, **whose))
    elif due < handbook.today:
        said = {"date": contact.value.verified.date, "months": handbook.municipality.contact_check_months}
        at = contact.at("verified", "date")
        yield Finding(at, Message(_VERIFIED_LONG_AGO, **whose, **said), Lack.STALE)


def in_hours(handbook: Handbook) -> Iterator[ContactIn]:
    """The contacts that answer what is urgent in their hours, and have a number."""
    found = (contact for contact in _to_ring(handbook) if contact.value.acute is Acute.IN_HOURS)
    return (contact for contact in found if _number(contact, handbook))


@warning("ring-now-hours", of=in_hours)
def hours(contact: ContactIn, _handbook: Handbook) -> Findings:
    """Den som skal ringes i åpningstiden når det haster, sier når den er.

    Nettsiden viser først den som svarer nå. Det kan den bare når den vet når telefonen blir besvart. Tidene
    kan stå på kontakten (hours) eller på tjenesten (phone_hours, opening_hours).

    Kilde: Høgskolen i Østfold, «Sammen og koordinert».

    Riktig::

        services:
          - id: ppt
            contacts: [{id: leder, acute: in-hours, hours: [{days: [monday], opens: 8:00, closes: 15:30}]}]

    Feil::

        services:
          - id: ppt
            contacts: [{id: leder, acute: in-hours, hours: []}]

    Riktig::

        services:
          - id: ppt
            phone_hours: [{days: [monday, tuesday], opens: 8:00, closes: 15:30}]
            contacts: [{id: leder, acute: in-hours, hours: []}]

    Feil::

        services:
          - id: skole
            phone_hours: []
            contacts: [{id: rektor, acute: in-hours, hours: []}]
    """
    if not hours_of(contact.record, contact.value):
        names = {"role": contact.value.role, "label": contact.record.label}
        yield Finding(contact.at(), Message(_NO_HOURS, **names))


EXPECTATIONS = (somebody, number, verified, hours)
