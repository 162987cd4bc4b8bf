"""What is expected of contacts: that somebody answers, can be reached, and is still the right one."""

from __future__ import annotations

from builder.facts.due import contact_due
from builder.facts.parts import ContactIn, contacts, is_without_number
from builder.i18n import N_
from builder.load.shared import is_shared
from builder.model.fields import is_national
from builder.model.handbook import Handbook
from builder.problem import Alike, Message
from builder.rules.expectation import Finding, Findings, Lack, warning


@warning("contact-deputy", of=contacts)
def deputy(contact: ContactIn, _handbook: Handbook) -> Findings:
    """Hver kontakt har en stedfortreder.

    Ansatte forteller at ingen svarer når den de kjenner er borte. En navngitt person uten stedfortreder
    var det som sviktet da ordninger ellers fungerte.

    Kilde: Høgskolen i Østfold, «Sammen og koordinert»; NOVA-rapport 18/2011, kapittel 4.

    Riktig::

        services:
          - id: ppt
            contacts:
              - id: leder
                role: Leder
                deputy: {role: Nestleder}

    Feil::

        services:
          - id: ppt
            contacts:
              - id: leder
                role: Leder
                deputy: null

    Riktig::

        services:
          - id: ppt
            contacts:
              - id: leder
                role: Leder
                vacant: true
                deputy: {role: Nestleder}

    Feil::

        services:
          - id: skole
            contacts:
              - id: ny
                role: Inspektør
                phone: 22 22 22 23
    """
    if contact.value.deputy is None and not contact.value.vacant:  # one that is vacant is asked by the next
        message = Message(
            "«{role}» i {service} har ingen stedfortreder; skriv hvem som svarer ved fravær under deputy",
            role=contact.value.role,
            service=contact.record.label,
        )
        yield Finding(contact.at(), message)


@warning("vacant-contact", of=contacts)
def vacancy(contact: ContactIn, _handbook: Handbook) -> Findings:
    """En ubesatt kontakt har en stedfortreder som svarer imens.

    Når den ansatte slutter, blir stillingen ofte stående tom en stund. Da ringer folk et nummer ingen tar,
    og saken stopper der.

    Kilde: NOVA-rapport 18/2011, kapittel 4 (Bemanning og kapasitet); Høgskolen i Østfold, «Sammen og
    koordinert».

    Riktig::

        services:
          - id: ppt
            contacts:
              - id: leder
                vacant: true
                deputy: {role: Nestleder}

    Feil::

        services:
          - id: ppt
            contacts:
              - id: leder
                vacant: true
                deputy: null

    Riktig::

        services:
          - id: ppt
            contacts:
              - id: leder
                role: Leder
                vacant: false

    Feil::

        services:
          - id: skole
            contacts:
              - id: ny
                role: Inspektør
                vacant: true
    """
    if contact.value.vacant and contact.value.deputy is None:
        message = Message(
            "«{role}» i {service} er ubesatt og har ingen stedfortreder, så ingen svarer",
            role=contact.value.role,
            service=contact.record.label,
        )
        yield Finding(contact.at("vacant"), message)


_NO_LOCAL_NUMBER = N_(
    "felles kontakt uten lokalt nummer: «{role}» i {label}; skriv i services/{service}.yml linjene «id: {service}», "
    "«extends: {service}», «contacts:», «  - id: {contact}» og «    phone: » med nummeret"
)
_NO_LOCAL_NUMBERS = N_(
    "felles kontakter uten lokalt nummer: {count}, som {names}; skriv for hver tjeneste en fil i services/ med linjene "
    "«id: TJENESTE», «extends: TJENESTE», «contacts:», «  - id: KONTAKT» og «    phone: » med nummeret (navnene "
    "over er TJENESTE.KONTAKT)"
)


@warning("contact-reachable", of=contacts)
def reachable(contact: ContactIn, handbook: Handbook) -> Findings:
    """En kontakt kan nås på telefon eller e-post.

    En rolle uten nummer og adresse hjelper ikke den som har det travelt. Da ringer folk til den de kjenner,
    eller til ingen. De felles kontaktene har ikke nummer, for det vet bare kommunen. De som mangler, er ett funn
    til sammen, som blir mindre for hvert nummer dere skriver.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Personlige relasjoner).

    Riktig::

        services:
          - id: ppt
            contacts:
              - id: leder
                email: ppt@lillevik.example

    Feil::

        services:
          - id: ppt
            contacts:
              - id: sekretar
                role: Sekretær
                deputy: {role: Leder}
                verified: {date: 2026-10-01, by: Leder, how: Spurte}

    Riktig::

        services:
          - id: ppt
            contacts:
              - id: leder
                role: Leder
                phone: null
                email: ppt.leder@lillevik.example

    Feil::

        services:
          - id: ppt
            contacts:
              - id: leder
                role: Leder
                phone: null
                email: null
                direct_phone: 22 22 22 23
    """
    if is_without_number(contact.value) and is_shared(contact.at().path):
        yield _without_local_number(contact, handbook)
    elif is_without_number(contact.value):
        message = Message(
            "«{role}» i {service} har verken telefon eller e-post; skriv phone eller email",
            role=contact.value.role,
            service=contact.record.label,
        )
        yield Finding(contact.at(), message)


def _without_local_number(contact: ContactIn, handbook: Handbook) -> Finding:
    """A finding that stands where the municipality can do something about it, and not in the shared file."""
    names = {"service": contact.record.id, "contact": contact.value.id}
    message = Message(_NO_LOCAL_NUMBER, role=contact.value.role, label=contact.record.label, **names)
    alike = Alike(_NO_LOCAL_NUMBERS, f"{contact.record.id}.{contact.value.id}")
    return Finding(handbook.municipality.at("id"), message, alike=alike)


_NEVER_VERIFIED = N_("«{role}» i {service} er aldri kontrollert; skriv dato, hvem og hvordan under verified")
_VERIFIED_AHEAD = N_("kontrolldatoen {date} er ikke kommet ennå")
_VERIFIED_LONG_AGO = N_("«{role}» i {service} ble sist kontrollert {date}, for mer enn {months} måneder siden")


def to_verify(handbook: Handbook) -> tuple[ContactIn, ...]:
    """The contacts with something to verify: a national number is the same for all."""
    written = (contact for contact in contacts(handbook) if not _is_to_write(contact))
    return tuple(contact for contact in written if not _is_national(contact))


def _is_to_write(contact: ContactIn) -> bool:
    return is_without_number(contact.value) and contact.value.verified is None


def _is_national(contact: ContactIn) -> bool:
    phone = contact.value.phone
    return phone is not None and is_national(phone) and is_shared(contact.at().path)


@warning("contact-verified", of=to_verify)
def verified(contact: ContactIn, handbook: Handbook) -> Findings:
    """Hver kontakt er kontrollert innenfor fristen kommunen har satt.

    Håndbøker dør når telefonnumrene ikke stemmer. Kommunen setter selv fristen i contact_check_months;
    det skal stå hvem som kontrollerte, og hvordan.

    Kilde: NOVA-rapport 18/2011, kapittel 4 (Bemanning og kapasitet).

    Riktig::

        services:
          - id: ppt
            contacts:
              - id: leder
                role: Leder
                verified: {date: 2026-10-01, by: Sekretær, how: Ringte nummeret}

    Feil::

        services:
          - id: ppt
            contacts:
              - id: leder
                role: Leder
                verified: {date: 2024-10-01, by: Sekretær, how: Ringte nummeret}

    Riktig::

        services:
          - id: ppt
            contacts:
              - id: leder
                role: Leder
                verified: {date: 2026-05-22, by: Sekretær, how: Spurte leder}

    Feil::

        services:
          - id: ppt
            contacts:
              - id: leder
                role: Leder
                verified: {date: 2026-11-23, by: Sekretær, how: Ringte nummeret}

    Feil::

        services:
          - id: ppt
            contacts:
              - id: leder
                role: Leder
                verified: null
    """
    whose = {"role": contact.value.role, "service": contact.record.label}
    due = contact_due(handbook, contact.value)
    if contact.value.verified is None or due is None:
        yield Finding(contact.at(), Message(_NEVER_VERIFIED, **whose))
        return
    date = contact.value.verified.date
    if date > handbook.today:
        yield Finding(contact.at("verified", "date"), Message(_VERIFIED_AHEAD, date=date), Lack.WRONG)
    elif due < handbook.today:
        months = handbook.municipality.contact_check_months
        message = Message(_VERIFIED_LONG_AGO, **whose, date=date, months=months)
        yield Finding(contact.at("verified", "date"), message, Lack.STALE)


EXPECTATIONS = (deputy, vacancy, reachable, verified)
