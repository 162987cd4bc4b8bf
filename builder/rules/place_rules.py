"""What is expected of places, and of the districts they lie in."""

from __future__ import annotations

from collections.abc import Iterator

from builder.facts.parts import Within
from builder.facts.serving import own_people
from builder.i18n import N_
from builder.model.actor import Actor
from builder.model.handbook import Handbook
from builder.model.municipality import District, Municipality
from builder.model.place import NamedPlace
from builder.model.service import SERVICES
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, warning
from builder.rules.findings import described, lacking

DistrictIn = Within[Municipality, District]

_EMPTY = N_("ingen steder ligger i området «{district}», og ingen kontakter dekker det")
_UNSERVED = N_("ingen kontakt dekker området «{district}»; skriv det under districts hos dem som har stedene der")
_NO_DISTRICT = N_("«{name}» sier ikke hvilket område det ligger i (district)")
_NO_LEADER = N_("«{name}» sier ikke hvem som leder det (leader)")
_NO_NUMBER = N_("«{name}» har ingen å ringe; skriv phone, eller en kontakt med telefon i tjenesten")


def districts(handbook: Handbook) -> Iterator[DistrictIn]:
    """Every district, where the municipality's own record could be read."""
    municipality = described(handbook)
    for number, district in enumerate(municipality.districts if municipality else ()):
        yield Within(handbook.municipality, ("districts", number), district)


@warning("district-served", of=districts)
def served(district: DistrictIn, handbook: Handbook) -> Findings:
    """Hvert område har steder, og kontakter som dekker det.

    Et område ingen dekker, er et ord uten innhold: den som står der, finner ingen å ringe. Kontakter kan dekke et
    område (districts), eller stedene i det (places).

    Kilde: håndbokas egen sammenheng; NOVA-rapport 18/2011, kapittel 6 (faste kontakter for hver skole og barnehage).

    Riktig::

        municipality:
          - id: lillevik
            districts: [{id: nord, name: Nord}]
        services:
          - id: ppt
            contacts: [{id: leder, districts: [nord]}]

    Feil::

        municipality:
          - id: lillevik
            districts: [{id: nord, name: Nord}]

    Riktig::

        municipality:
          - id: lillevik
            districts: [{id: nord, name: Nord}]
        services:
          - id: ppt
            contacts: [{id: leder, places: [bakken]}]
        places:
          - {id: bakken, name: Bakken skole, type: primary-school, service: skole, leader: skole.rektor, district: nord}

    Feil::

        municipality:
          - id: lillevik
            districts: [{id: nord, name: Nord}]
        places:
          - {id: bakken, name: Bakken skole, type: primary-school, service: skole, leader: skole.rektor, district: nord}
    """
    inside = {place.id for place in handbook.places if place.district == district.value.id}
    covering = any(
        district.value.id in contact.districts or not inside.isdisjoint(contact.places)
        for _, contact in handbook.contacts
    )
    if not covering:
        yield Finding(district.at("id"), Message(_UNSERVED if inside else _EMPTY, district=district.value.name))


def places(handbook: Handbook) -> tuple[NamedPlace, ...]:
    """Every place, by name."""
    return handbook.places


def places_in_districts(handbook: Handbook) -> tuple[NamedPlace, ...]:
    """The places of those types that lie in districts, private ones apart: they need not be divided as the others."""
    divided = {(place.type, place.private) for place in handbook.places if place.district}
    return tuple(place for place in handbook.places if (place.type, place.private) in divided)


@warning("place-district", of=places_in_districts)
def district(place: NamedPlace, _handbook: Handbook) -> Findings:
    """Et sted sier hvilket område det ligger i, når andre av samme type gjør det.

    Uten område finner ikke håndboka kontaktene som dekker det. Private steder regnes for seg.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        municipality:
          - id: lillevik
            districts: [{id: nord, name: Nord}]
        places:
          - {id: barneskolen, district: nord}
          - {id: lia, name: Lia skole, type: primary-school, service: skole, leader: skole.rektor, district: nord}

    Feil::

        municipality:
          - id: lillevik
            districts: [{id: nord, name: Nord}]
        places:
          - {id: barneskolen, district: nord}
          - {id: lia, name: Lia skole, type: primary-school, service: skole, leader: skole.rektor}

    Riktig::

        municipality:
          - id: lillevik
            districts: [{id: nord, name: Nord}]
        places:
          - {id: barneskolen, district: nord}
          - {id: lia, name: Lia, type: primary-school, private: true, service: skole, leader: skole.rektor}

    Feil::

        municipality:
          - id: lillevik
            districts: [{id: nord, name: Nord}, {id: sor, name: Sør}]
        places:
          - {id: lia, name: Lia, type: kindergarten, service: skole, leader: skole.rektor, district: sor}
          - {id: tunet, name: Tunet, type: kindergarten, service: skole, leader: skole.rektor}
    """
    return lacking(place, place.district, _NO_DISTRICT)


@warning("place-leader", of=places)
def leader(place: NamedPlace, _handbook: Handbook) -> Findings:
    """Et sted sier hvem som leder det.

    Lederen er den andre tjenester spør etter når de ikke vet hvem som har barnet. Er lederen på hvert sted ikke en
    egen kontakt, kan leader være den felles rollen, som barnehage.styrer.

    Kilde: NOVA-rapport 18/2011, kapittel 8 (Fet: hver skole og barnehage er en egen enhet med en leder).

    Riktig::

        places:
          - {id: bakken, name: Bakken skole, type: primary-school, service: skole, leader: skole.rektor}

    Feil::

        places:
          - {id: bakken, name: Bakken skole, type: primary-school, service: skole}

    Riktig::

        roles: [{id: enhetsleder, name: Enhetsleder, held_by: [skole.rektor]}]
        places:
          - {id: bakken, name: Bakken skole, type: primary-school, service: skole, leader: enhetsleder}

    Feil::

        places:
          - {id: bakken, name: Bakken skole, type: primary-school, private: true, service: skole, leader: null}
    """
    return lacking(place, place.leader, _NO_LEADER)


@warning("place-phone", of=places)
def reached(place: NamedPlace, handbook: Handbook) -> Findings:
    """Et sted har noen å ringe.

    Den som velger stedet sitt, gjør det for å få vite hvem de ringer. Er nummeret ikke kjent, skriver dere det når dere
    har fått det.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        places:
          - {id: barneskolen, leader: skole.rektor}

    Feil::

        services:
          - id: skole
            contacts: [{id: rektor, phone: null, email: skole@lillevik.example}]
        places:
          - {id: barneskolen, leader: skole.rektor}

    Riktig::

        services:
          - id: skole
            contacts: [{id: rektor, phone: null, email: skole@lillevik.example}]
        places:
          - {id: barneskolen, phone: 00 00 00 00}

    Feil::

        services:
          - id: skole
            contacts: [{id: rektor, phone: null, email: skole@lillevik.example}]
        places:
          - {id: barneskolen, email: bakken@lillevik.example}
    """
    rung = (
        place.phone or any(contact.phone for _, contact in own_people(handbook, place)) or _is_cut_off(place, handbook)
    )
    return lacking(place, rung, _NO_NUMBER)


def _is_cut_off(place: NamedPlace, handbook: Handbook) -> bool:
    """Whether those it names could not be read: that is told already, and who answers there is not known."""
    named = [place.service, Actor(place.leader).service if place.leader else None]
    return any(service and handbook.find(SERVICES, service) is None for service in named)


EXPECTATIONS = (served, district, leader, reached)
