"""What is expected of the handbook as a whole: approved by somebody, to be gone through, with numbers to ring."""

from __future__ import annotations

from builder.facts.approvals import maintained
from builder.facts.upkeep import overdue
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.maintained import Maintained
from builder.model.municipality import EMERGENCY, MUNICIPALITY, Municipality
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, error, warning
from builder.rules.findings import described_alone, is_whole, lacking, may_hold_placeholders

_NOBODY = N_("ingen har godkjent håndboka; skriv rollen under approver")
_NEVER = N_("håndboka har ingen dato for godkjenning; skriv den under approved")
_NO_REVIEW = N_("håndboka for {name} har ingen dato for neste gjennomgang; skriv den under next_review")
_PAST = N_("håndboka for {name} skulle vært gått gjennom {date}")
_AHEAD = N_("«{title}» kan ikke være godkjent {date}, som ikke er kommet ennå")
_BACKWARDS = N_("«{title}» er godkjent {date}, etter datoen for neste gjennomgang ({review})")
_NO_NUMBER = N_("nødnummeret {numbers} mangler; skriv det under emergency")

_NUMBERS = ("110", "112", "113")


def approvable(handbook: Handbook) -> tuple[Municipality, ...]:
    """The municipality's own record, where the handbook is its own; in a demonstration there is nothing to approve."""
    return () if may_hold_placeholders(handbook) else described_alone(handbook)


@warning("handbook-approver", of=approvable)
def approver(municipality: Municipality, _handbook: Handbook) -> Findings:
    """Håndboka sier hvem som har godkjent den, og når.

    En håndbok som ikke er forankret hos ledelsen, blir ikke fulgt. Ansatte må kunne se at det som står, er
    bestemt av noen. I en demonstrasjon er ingenting godkjent, og da spør ikke sjekken.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Ledelsens ansvar).

    Riktig::

        municipality:
          - id: lillevik
            demonstration: null
            approver: Kommunedirektør
            approved: 2026-09-01

    Feil::

        municipality:
          - id: lillevik
            demonstration: null
            approver: null
            approved: null

    Riktig::

        municipality:
          - id: lillevik
            demonstration: null
            approver: Kommunestyret
            approved: 2026-11-22

    Riktig::

        municipality:
          - id: lillevik
            demonstration: Dette er demonstrasjonsdata.
            approver: null

    Feil::

        municipality:
          - id: lillevik
            demonstration: null
            approved: 2026-09-01
            approver: null

    Feil::

        municipality:
          - id: lillevik
            demonstration: null
            approver: Kommunestyret
            approved: null
    """
    if municipality.approver is None:
        yield Finding(municipality.at("id"), Message(_NOBODY))
    if municipality.approved is None:
        yield Finding(municipality.at("id"), Message(_NEVER))


@warning("handbook-review", of=described_alone)
def review(municipality: Municipality, handbook: Handbook) -> Findings:
    """Håndboka har en dato for neste gjennomgang, og den er ikke passert.

    Håndbøker har vært laget før, og ligget. Lederen som godkjenner, bør si når den skal ses på igjen, og
    leseren bør se det når fristen er gått ut.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Verktøy); kommuneloven § 25-1.

    Riktig::

        municipality:
          - id: lillevik
            next_review: 2027-09-01

    Feil::

        municipality:
          - id: lillevik
            next_review: 2026-09-30

    Riktig::

        municipality:
          - id: lillevik
            next_review: 2026-11-22

    Feil::

        municipality:
          - id: lillevik
            next_review: 2026-11-21

    Feil::

        municipality:
          - id: lillevik
            next_review: null
    """
    yield from lacking(municipality, municipality.next_review, _NO_REVIEW)
    if late := overdue(municipality, handbook.today):
        yield Finding(municipality.at("next_review"), Message(_PAST, name=municipality.label, date=late), Lack.STALE)


def approved_records(handbook: Handbook) -> tuple[Municipality | Maintained, ...]:
    """The handbook itself and the texts that somebody answers for, those that are approved."""
    records: tuple[Municipality | Maintained, ...] = (handbook.municipality, *maintained(handbook))
    return tuple(record for record in records if record.approved is not None)


@error("handbook-dates", of=approved_records)
def dates(record: Municipality | Maintained, handbook: Handbook) -> Findings:
    """Datoen for godkjenning er kommet, og den er før neste gjennomgang.

    En håndbok eller en tekst som er datert fram i tid, gir seg ut for å være godkjent før noen har godkjent den.

    Kilde: håndbokas egen sammenheng; kommuneloven § 25-1.

    Riktig::

        municipality:
          - id: lillevik
            approved: 2026-09-01
            next_review: 2027-09-01

    Feil::

        municipality:
          - id: lillevik
            approved: 2027-01-15
            next_review: 2026-12-01
        pathways:
          - id: uenighet
            approved: 2026-12-24

    Riktig::

        municipality:
          - id: lillevik
            approved: 2026-11-22
            next_review: 2026-11-22

    Riktig::

        pathways:
          - id: uenighet
            approved: 2026-09-01
            next_review: null

    Feil::

        municipality:
          - id: lillevik
            approved: 2026-11-23

    Feil::

        pathways:
          - id: uenighet
            approved: 2026-09-02
            next_review: 2026-09-01

    Riktig::

        rules:
          - id: meldeplikt
            approved: 2026-11-22
            next_review: 2027-11-22

    Feil::

        rules:
          - id: meldeplikt
            approved: 2026-11-23
            next_review: 2027-11-22
    """
    approved, next_review = record.approved, record.next_review
    title = record.title if isinstance(record, Municipality) else record.label
    if approved is None:
        return
    if approved > handbook.today:
        yield Finding(record.at("approved"), Message(_AHEAD, title=title, date=approved), Lack.WRONG)
    if next_review is not None and approved > next_review:
        message = Message(_BACKWARDS, title=title, date=approved, review=next_review)
        yield Finding(record.at("approved"), message, Lack.WRONG)


def numbered(handbook: Handbook) -> tuple[Municipality, ...]:
    """The municipality, where it and every number for emergencies could be read."""
    return (handbook.municipality,) if is_whole(handbook, MUNICIPALITY, EMERGENCY) else ()


@warning("emergency-numbers", of=numbered)
def emergency_numbers(municipality: Municipality, handbook: Handbook) -> Findings:
    """Nødnumrene 110, 112 og 113 står i håndboka.

    De vises først på forsiden og på hver utskrift. Den som leter i hast, skal ikke måtte vite dem fra før.

    Kilde: håndbokas egen sammenheng; de tre nasjonale nødnumrene.

    Riktig::

        emergency:
          - {id: politi, phone: "112"}

    Feil::

        emergency:
          - {id: politi, phone: "116 117"}
        municipality:
          - id: lillevik

    Riktig::

        emergency:
          - {id: legevakt, name: Legevakt, phone: 116 117, when: Sykdom som ikke kan vente}

    Feil::

        emergency:
          - {id: brann, phone: 22 22 22 10}
          - {id: ambulanse, phone: 22 22 22 13}
        municipality:
          - id: lillevik
    """
    listed = {number.phone for number in handbook.emergency}
    missing = [number for number in _NUMBERS if number not in listed]
    if missing:
        yield Finding(municipality.at("id"), Message(_NO_NUMBER, numbers=", ".join(missing)))


EXPECTATIONS = (approver, review, dates, emergency_numbers)
