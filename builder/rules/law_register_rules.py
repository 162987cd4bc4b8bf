"""What is expected of the register of law, and of the acts in it that a handbook cites."""

from __future__ import annotations

from builder.facts.citing import CitedIn, cited_acts, cited_provisions
from builder.facts.due import MONTHS_BETWEEN_REVIEWS, oldest_review
from builder.facts.parts import municipality
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.municipality import Municipality
from builder.model.register_date import REGISTER, RegisterDate
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, advice, warning
from builder.rules.findings import is_whole

_SUCCEEDED = N_(
    "{act} skal avløses av {successor}; følg med på når den trer i kraft, og gå gjennom det som bygger på den"
)
_NO_REGISTER = N_("det står ikke når lovregisteret ble kontrollert; skriv det i common/register.yml, med verified")
_OLD_REGISTER = N_(
    "lovregisteret ble sist kontrollert {date}, for mer enn {months} måneder siden; les lovene på nytt "
    "før håndboka bygges"
)


@advice("law-unverified", of=cited_provisions)
def verified(cited: CitedIn, _handbook: Handbook) -> Findings:
    """Bestemmelser det vises til, er lest i kilden.

    Lovregisteret sier for hver bestemmelse om noen har lest den hos Lovdata. En som ikke er lest, kan være
    gjengitt feil.

    Kilde: lovregisteret i common/laws (feltet verified).

    Riktig::

        services:
          - id: ppt
            legal_basis: ["barnevernsloven § 13-2"]

    Feil::

        laws:
          - id: folkehelseloven
            title: Lov om folkehelsearbeid
            name: folkehelseloven
            status: in-force
            provisions:
              - {section: § 4, description: Kommunens ansvar., verified: false}
        services:
          - id: ppt
            legal_basis: ["folkehelseloven § 4"]

    Riktig::

        laws:
          - id: folkehelseloven
            title: Lov om folkehelsearbeid
            name: folkehelseloven
            status: in-force
            provisions: [{section: § 4, description: D, verified: false}, {section: § 5, description: D}]
        services:
          - id: ppt
            legal_basis: ["folkehelseloven § 5"]

    Feil::

        laws:
          - id: folkehelseloven
            title: Lov om folkehelsearbeid
            name: folkehelseloven
            status: in-force
            verified: false
            provisions: [{section: § 4, description: D}]
        services:
          - id: ppt
            legal_basis: ["folkehelseloven § 4 første ledd", "folkehelseloven § 4"]
    """
    provision = cited.value.provision
    if provision is not None and not (provision.verified and cited.value.act.verified):
        message = Message("«{citation}» er ikke lest i kilden; sjekk den hos Lovdata", citation=cited.value.id)
        yield Finding(cited.at(), message)


@advice("law-successor", of=cited_acts)
def lasting(cited: CitedIn, handbook: Handbook) -> Findings:
    """Håndboka sier fra når en lov den viser til, skal avløses.

    En lov som er vedtatt, kan tre i kraft på kort varsel. Da må rutinene som bygger på den gamle, være gått
    gjennom. Hver lov nevnes én gang.

    Kilde: lovregisteret i common/laws (feltet adopted_successor).

    Riktig::

        services:
          - id: ppt
            legal_basis: ["barnevernsloven § 13-2"]

    Feil::

        laws:
          - id: barnevernsloven
            adopted_successor: barnevernsloven-2030
          - id: barnevernsloven-2030
            title: Ny lov om barnevern
            name: barnevernsloven (2030)
            status: adopted
        rules:
          - id: samtykke
            legal_basis: ["barnevernsloven § 13-1"]
        services:
          - id: ppt
            legal_basis: ["barnevernsloven § 13-2"]

    Riktig::

        laws:
          - id: barnevernloven-1992
            adopted_successor: barnevernsloven-2030
          - id: barnevernsloven-2030
            title: Ny lov om barnevern
            name: barnevernsloven (2030)
            status: adopted

    Feil::

        laws:
          - id: folkehelseloven
            title: Lov om folkehelsearbeid
            name: folkehelseloven
            status: in-force
            adopted_successor: finnes-ikke-ennaa
            provisions: [{section: § 4, description: D}]
        services:
          - id: ppt
            legal_basis: ["folkehelseloven § 4"]
    """
    act = cited.value.act
    if act.adopted_successor:
        successor = next((other for other in handbook.law.acts if other.id == act.adopted_successor), None)
        message = Message(_SUCCEEDED, act=act.name, successor=successor.title if successor else act.adopted_successor)
        yield Finding(cited.at(), message, Lack.STALE)


def registers(handbook: Handbook) -> tuple[RegisterDate | Municipality, ...]:
    """What says when the register was read, or the municipality where nothing does. Who cites no law needs none."""
    if handbook.law_checked is not None:
        return (handbook.law_checked,)
    return municipality(handbook) if handbook.citations and is_whole(handbook, REGISTER) else ()


@warning("register-age", of=registers)
def register_age(register: RegisterDate | Municipality, handbook: Handbook) -> Findings:
    """Det står når lovregisteret ble kontrollert mot kildene, og det er det siste året.

    Lover endres og får nye paragrafer. En håndbok som bygges lenge etter at registeret ble lest, kan vise til
    bestemmelser som ikke gjelder lenger, uten at noen kontroll kan se det.

    Kilde: lovregisterets egne forbehold (handbook/common/register.yml).

    Riktig::

        register:
          - id: lovregister
            verified: {date: 2026-11-22, by: Redaksjonen, how: Leste kildene på nytt}

    Feil::

        register:
          - id: lovregister
            verified: {date: 2025-10-01, by: Redaksjonen, how: Leste kildene}

    Riktig::

        register:
          - id: lovregister
            verified: {date: 2025-11-22, by: Redaksjonen, how: Leste kildene}

    Feil::

        register:
          - id: lovregister
            verified: {date: 2025-11-21, by: Redaksjonen, how: Leste kildene}
    """
    if isinstance(register, Municipality):
        yield Finding(register.at("id"), Message(_NO_REGISTER))
    elif register.verified.date < oldest_review(handbook.today):
        message = Message(_OLD_REGISTER, date=register.verified.date, months=MONTHS_BETWEEN_REVIEWS)
        yield Finding(register.at("verified", "date"), message, Lack.STALE)


EXPECTATIONS = (verified, lasting, register_age)
