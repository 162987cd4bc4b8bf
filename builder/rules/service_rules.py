"""What is expected of services: to say what they do not do, the way in, what others do meanwhile, and whom to ring."""

from __future__ import annotations

from builder.facts.parts import services
from builder.facts.units import answers_for, units_of
from builder.facts.ways_in import waited_for
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.service import Service
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, error, warning
from builder.rules.findings import lacking

_NO_LIMIT = N_("{name} sier ikke hva den ikke gjør; skriv det andre ofte tror dere gjør, under does_not")
_NO_WAY_IN = N_("{name} sier ikke hvordan en får hjelp der; skriv routes eller how under access")
_NOTHING_MEANWHILE = N_(
    "{name} tar imot etter henvisning, søknad eller vedtak, men sier ikke hva andre gjør imens (while_waiting)"
)
_OWN_PART = N_("{name} er del av seg selv; la part_of vise til enheten over, og la enheten stå uten")
_NO_CONTACTS = N_("{name} har ingen kontakter; skriv minst én rolle under contacts")


@warning("service-does-not", of=services)
def does_not(service: Service, _handbook: Handbook) -> Findings:
    """Hver tjeneste sier også hva den ikke gjør.

    Ansatte venter seg ting av hverandre som den andre ikke kan gi. Da blir de skuffet over hverandre, og
    familien blir sendt rundt.

    Kilde: NOVA-rapport 18/2011, kapittel 4 (Rolleavklaring) og kapittel 10 (Formelle strukturer).

    Riktig::

        services:
          - id: ppt
            does_not: [Gir ikke behandling.]

    Feil::

        services:
          - id: ppt
            does_not: []

    Riktig::

        services:
          - {id: ny, name: Ny, category: other, government: state, summary: S, does_not: [Gir ikke råd.]}

    Feil::

        services:
          - {id: ny, name: Ny, category: other, government: state, summary: S, does: [Gir råd.]}
    """
    return lacking(service, service.does_not, _NO_LIMIT)


@warning("service-access", of=services)
def access(service: Service, _handbook: Handbook) -> Findings:
    """Hver tjeneste sier hvordan en får hjelp der.

    Den som ikke vet om det trengs henvisning, søknad eller bare en telefon, venter for lenge eller sender
    familien til feil dør.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer).

    Riktig::

        services:
          - id: ppt
            access: {routes: [referral]}

    Feil::

        services:
          - id: ppt
            access: null

    Riktig::

        services:
          - id: ppt
            access: {routes: [], how: Ring oss.}

    Feil::

        services:
          - id: ppt
            access: {routes: [], how: null, who_may_refer: [Fastlege]}

    Feil::

        services:
          - id: skole
            access: {routes: [], otherwise: Spør helsesykepleier.}
    """
    way_in = service.access
    return lacking(service, way_in is not None and (way_in.routes or way_in.how), _NO_WAY_IN)


@warning("service-while-waiting", of=waited_for)
def while_waiting(service: Service, _handbook: Handbook) -> Findings:
    """En tjeneste med henvisning, søknad eller vedtak sier hva som skal skje i ventetiden.

    Ventetiden er der saker glipper: den som henviste tror at andre har tatt over, og barnet er alene med
    det. Tjenesten bør si hva de andre skal fortsette med.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Åpenhet); masteroppgave om tverrfaglig samarbeid i
    rusbehandling, kapittel 4.2.2 (Gråsoner).

    Riktig::

        services:
          - id: ppt
            access: {routes: [referral]}
            while_waiting: Skolen fortsetter med tiltakene.

    Feil::

        services:
          - id: ppt
            access: {routes: [referral]}
            while_waiting: null

    Riktig::

        services:
          - id: ppt
            access: {routes: [direct, drop-in, report]}
            while_waiting: null

    Riktig::

        services:
          - id: ppt
            access: null
            while_waiting: null

    Feil::

        services:
          - id: skole
            access: {routes: [direct, application]}

    Feil::

        services:
          - id: skole
            access: {routes: [decision]}
    """
    return lacking(service, service.while_waiting, _NOTHING_MEANWHILE)


@warning("service-contacts", of=services)
def contacts(service: Service, handbook: Handbook) -> Findings:
    """Hver tjeneste har minst én kontakt.

    En tjeneste uten kontakt er bare et navn. Det første ansatte spør om, er hvem de skal ringe.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Personlige relasjoner).

    Riktig::

        services:
          - id: skole
            contacts: [{id: rektor, role: Rektor}]

    Feil::

        services:
          - id: skole
            contacts: []

    Riktig::

        services:
          - id: skole
            contacts: [{id: rektor, vacant: true, phone: null}]

    Feil::

        services:
          - {id: ny, name: Ny, category: other, government: voluntary, summary: S, website: https://ny.no}
    """
    return lacking(service, answers_for(handbook, service), _NO_CONTACTS)


def teams(handbook: Handbook) -> tuple[Service, ...]:
    """The services that are part of a unit."""
    return tuple(service for service in handbook.services if service.part_of)


@error("service-part-of", of=teams)
def part_of(service: Service, handbook: Handbook) -> Findings:
    """Ingen tjeneste er del av seg selv.

    Teamene i en enhet viser til enheten under part_of, og enheten viser ikke tilbake. Går det i ring, finner
    ingen ut hvem som leder.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        services:
          - {id: ppt, part_of: skole}

    Feil::

        services:
          - {id: ppt, part_of: ppt}

    Riktig::

        services:
          - {id: ppt, part_of: skole}
          - {id: team, name: T, category: other, government: municipality, summary: S, part_of: ppt}

    Feil::

        services:
          - {id: ppt, part_of: skole}
          - {id: skole, part_of: ppt}
    """
    chain = (service, *units_of(handbook, service))
    if any(one.part_of == service.id for one in chain):
        yield Finding(service.at("part_of"), Message(_OWN_PART, name=service.label))


EXPECTATIONS = (does_not, access, while_waiting, contacts, part_of)
