"""What is expected of every text that readers act on: that somebody owns it, has approved it, and goes through it."""

from __future__ import annotations

from builder.facts.upkeep import is_approved, maintained, overdue
from builder.i18n import N_
from builder.model.confidentiality import ConfidentialityRule
from builder.model.handbook import Handbook
from builder.model.maintained import Maintained
from builder.model.municipality import Municipality
from builder.problem import Alike, Message
from builder.rules.expectation import Finding, Findings, Lack, error, warning
from builder.rules.findings import may_hold_placeholders

_NO_OWNER = N_("«{name}» har ingen eier; skriv rollen som holder teksten ved like, under owner")
_NO_OWNERS = N_("{count} poster i {place} har ingen eier: {names}; skriv rollen som holder dem ved like, under owner")
_NO_REVIEW = N_("«{name}» har ingen dato for neste gjennomgang; skriv den under next_review")
_NO_REVIEWS = N_("{count} poster i {place} har ingen dato for neste gjennomgang: {names}; skriv den under next_review")
_PAST = N_("«{name}» skulle vært gjennomgått {date}; les teksten på nytt, og skriv ny dato under next_review")
_ALL_PAST = N_("{count} poster i {place} skulle vært gjennomgått: {names}; begynn med den eldste")
_NOT_APPROVED = N_("ingen har godkjent «{name}»; skriv rollen under approved_by og dagen under approved")
_NONE_APPROVED = N_(
    "ingen har godkjent {count} poster i {place}: {names}; skriv rollen og dagen i approved_by og approved"
)
_BY_WHOM = N_("det står ikke hvem som godkjente «{name}»; skriv rollen under approved_by")
_WHEN = N_("det står ikke når «{name}» ble godkjent; skriv dagen under approved")
_NO_LAW_READ = N_("«{name}» er ikke holdt opp mot loven; skriv når, hvem og hvordan under legal_review")
_NONE_READ = N_(
    "{count} poster i {place} er ikke holdt opp mot loven: {names}; skriv når, hvem og hvordan (legal_review)"
)
_CLAIMED = N_("«{name}» gir seg ut for å være godkjent, men håndboka er en demonstrasjon; ta ut {field}")


@warning("text-owner", of=maintained)
def ownership(record: Maintained, _handbook: Handbook) -> Findings:
    """Alt leseren handler etter, har en eier: rollen som holder teksten ved like.

    Det ingen eier, blir aldri rettet. Når noe ikke stemmer, vet ingen hvem de skal si det til, og den som er i
    tvil om en regel, har ingen å spørre.

    Kilde: NOVA-rapport 18/2011, kapittel 4 (Internkontroll / oppfølging fra ledelsen).

    Riktig::

        pathways:
          - id: uenighet
            owner: ppt.leder

    Feil::

        pathways:
          - id: uenighet
            owner: null

    Riktig::

        rules:
          - id: meldeplikt
            owner: ansatt

    Feil::

        rules:
          - id: meldeplikt
            owner: null

    Riktig::

        pathways:
          - id: akutt
            urgent: true
            owner: ansatt

    Feil::

        pathways:
          - id: skolefravaer
            title: Et barn kommer ikke på skolen
            summary: Slik finner dere ut hvorfor.
            participation: Spør barnet.
            steps: [{id: ring, title: Ring hjem, responsible: skole.rektor, ends: true}]

    Feil::

        services:
          - id: ppt
            owner: null

    Feil::

        forums:
          - id: team
            owner: null

    Feil::

        onboarding:
          - id: skole
            owner: null
    """
    if record.owner is None:
        yield _lacking(record, _NO_OWNER, _NO_OWNERS)


@warning("text-review", of=maintained)
def review(record: Maintained, handbook: Handbook) -> Findings:
    """Alt leseren handler etter, har en dato for neste gjennomgang, og den er ikke passert.

    Lover, tjenester og skjemaer skifter. En tekst ingen går gjennom, sender folk til tjenester som ikke finnes
    lenger, og en møteplass ingen spør etter, blir liggende oppå de nye. Er dagen passert, står det øverst på
    siden.

    Kilde: kommuneloven § 25-1; NOVA-rapport 18/2011, kapittel 4 (Internkontroll / oppfølging fra ledelsen).

    Riktig::

        pathways:
          - id: uenighet
            next_review: 2027-06-01

    Feil::

        pathways:
          - id: uenighet
            next_review: 2026-06-01

    Riktig::

        pathways:
          - id: uenighet
            next_review: 2026-11-22

    Feil::

        pathways:
          - id: uenighet
            next_review: 2026-11-21

    Feil::

        pathways:
          - id: uenighet
            approved: 2026-09-01
            next_review: null

    Riktig::

        forums:
          - id: team
            next_review: 2027-06-01

    Feil::

        forums:
          - id: team
            next_review: 2026-06-01

    Riktig::

        forums:
          - id: team
            next_review: 2026-11-22

    Feil::

        forums:
          - id: team
            next_review: null

    Riktig::

        rules:
          - id: meldeplikt
            next_review: 2027-03-01

    Feil::

        rules:
          - id: meldeplikt
            next_review: 2026-05-01
    """
    late = overdue(record, handbook.today)
    if record.next_review is None:
        yield _lacking(record, _NO_REVIEW, _NO_REVIEWS)
    elif late:
        message = Message(_PAST, name=record.label, date=late)
        yield Finding(record.at("next_review"), message, Lack.STALE, Alike(_ALL_PAST, record.label))


def to_approve(handbook: Handbook) -> tuple[Maintained, ...]:
    """Every text somebody answers for, in a handbook that is no demonstration: there is nothing to approve in one."""
    return () if may_hold_placeholders(handbook) else maintained(handbook)


@warning("text-approved", of=to_approve)
def approved(record: Maintained, _handbook: Handbook) -> Findings:
    """Alt leseren handler etter, er godkjent: det står hvem som gjorde det, og når.

    Den som følger en rutine eller deler opplysninger etter en regel, må kunne vise til at ledelsen står bak. I
    en demonstrasjon er ingenting godkjent, og da spør ikke sjekken.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Ledelsens ansvar); kommuneloven § 25-1.

    Riktig::

        municipality: [{id: lillevik, demonstration: null}]
        rules:
          - {id: meldeplikt, approved_by: Leder, approved: 2026-09-01}
          - {id: samtykke, approved_by: Leder, approved: 2026-09-01}
          - {id: avvergingsplikt, approved_by: Leder, approved: 2026-09-01}
        services:
          - {id: ppt, approved_by: Leder, approved: 2026-09-01}
          - {id: skole, approved_by: Leder, approved: 2026-09-01}
        forums: [{id: team, approved_by: Leder, approved: 2026-09-01}]
        forms: [{id: samtykke, approved_by: Leder, approved: 2026-09-01}]
        pathways:
          - {id: akutt, approved_by: Leder, approved: 2026-09-01}
          - {id: bekymret-barn, approved_by: Leder, approved: 2026-09-01}
          - {id: uenighet, approved_by: Leder, approved: 2026-09-01}
        training: [{id: stille-barn, approved_by: Leder, approved: 2026-09-01}]
        onboarding: [{id: skole, approved_by: Leder, approved: 2026-09-01}]
        register: [{id: lovregister, approved_by: Leder, approved: 2026-09-01}]

    Feil::

        municipality: [{id: lillevik, demonstration: null}]
        rules: [{id: meldeplikt}, {id: samtykke}, {id: avvergingsplikt}]
        services: [{id: ppt}, {id: skole}]
        forums: [{id: team}]
        forms: [{id: samtykke}]
        pathways: [{id: akutt}, {id: bekymret-barn}, {id: uenighet}]
        training: [{id: stille-barn}]
        onboarding: [{id: skole}]
        register: [{id: lovregister}]

    Riktig::

        municipality: [{id: lillevik, demonstration: Dette er demonstrasjonsdata.}]
        rules: [{id: meldeplikt, approved_by: null, approved: null}]

    Feil::

        municipality: [{id: lillevik, demonstration: null}]
        rules: [{id: meldeplikt, approved_by: Leder}, {id: samtykke}, {id: avvergingsplikt}]
        services: [{id: ppt}, {id: skole}]
        forums: [{id: team}]
        forms: [{id: samtykke}]
        pathways: [{id: akutt}, {id: bekymret-barn}, {id: uenighet}]
        training: [{id: stille-barn}]
        onboarding: [{id: skole}]
        register: [{id: lovregister}]

    Feil::

        municipality: [{id: lillevik, demonstration: null}]
        rules: [{id: meldeplikt, approved: 2026-09-01}, {id: samtykke}, {id: avvergingsplikt}]
        services: [{id: ppt}, {id: skole}]
        forums: [{id: team}]
        forms: [{id: samtykke}]
        pathways: [{id: akutt}, {id: bekymret-barn}, {id: uenighet}]
        training: [{id: stille-barn}]
        onboarding: [{id: skole}]
        register: [{id: lovregister}]
    """
    if not is_approved(record):
        yield _not_approved(record)


def _not_approved(record: Maintained) -> Finding:
    """Nothing is known of an approval, or only who, or only when."""
    if record.approved is not None:
        return Finding(record.at("approved"), Message(_BY_WHOM, name=record.label))
    if record.approved_by is not None:
        return Finding(record.at("approved_by"), Message(_WHEN, name=record.label))
    return _lacking(record, _NOT_APPROVED, _NONE_APPROVED)


def rules(handbook: Handbook) -> tuple[ConfidentialityRule, ...]:
    """Every rule about confidentiality and sharing."""
    return handbook.rules


@warning("rule-legal-review", of=rules)
def legal_review(rule: ConfidentialityRule, _handbook: Handbook) -> Findings:
    """En regel om taushetsplikt eller deling er holdt opp mot loven, og det står hvem som gjorde det.

    Et galt råd om taushetsplikt gjør skade. Leseren skal se om en jurist har lest regelen, eller om det er
    redaksjonen som har lest lovteksten.

    Kilde: kommuneloven § 25-1; håndbokas egen sammenheng.

    Riktig::

        rules:
          - id: meldeplikt
            legal_review: {date: 2026-09-01, by: Kommuneadvokaten, how: Lest mot loven}

    Feil::

        rules:
          - id: meldeplikt
            legal_review: null

    Riktig::

        rules:
          - id: samtykke
            legal_review: {date: 2026-09-01, by: Redaksjonen, how: Lest mot loven. Ikke kontrollert av jurist.}

    Feil::

        rules:
          - id: samtykke
            approved_by: Kommunedirektøren
            legal_review: null
    """
    if rule.legal_review is None:
        yield _lacking(rule, _NO_LAW_READ, _NONE_READ)


def demonstrated(handbook: Handbook) -> tuple[Maintained | Municipality, ...]:
    """The handbook and its texts, where the handbook is a demonstration."""
    municipality = handbook.municipality
    return () if municipality.demonstration is None else (municipality, *maintained(handbook))


@error("demonstration-approved", of=demonstrated)
def claimed(record: Maintained | Municipality, _handbook: Handbook) -> Findings:
    """En demonstrasjon gir seg ikke ut for å være godkjent.

    Navnet på kommunen er ekte, men håndboka er ikke kommunens. Da må den ikke si at noen i kommunen har
    godkjent noe. Når kommunen gjør håndboka til sin egen, tas demonstration ut, og godkjenningene skrives inn.

    Kilde: håndbokas egen sammenheng: opplysninger om en ekte kommune skal være sanne.

    Riktig::

        municipality:
          - id: lillevik
            demonstration: Dette er demonstrasjonsdata.
            approved: null

    Feil::

        municipality:
          - id: lillevik
            demonstration: Dette er demonstrasjonsdata.
            approved: 2026-09-01

    Riktig::

        municipality:
          - id: lillevik
            demonstration: null
            approved: 2026-09-01
        pathways:
          - id: uenighet
            approved: 2026-09-01

    Feil::

        pathways:
          - id: uenighet
            approved: 2026-09-01

    Feil::

        rules:
          - id: meldeplikt
            approved_by: Kommunedirektøren
    """
    for field in ("approved", "approved_by"):
        if getattr(record, field, None) is not None:
            message = Message(_CLAIMED, name=record.label, field=field)
            yield Finding(record.at(field), message, Lack.WRONG)


def _lacking(record: Maintained, sentence: str, of_many: str) -> Finding:
    """A finding at a record, and what is said instead where many records lack the same."""
    return Finding(record.at("id"), Message(sentence, name=record.label), alike=Alike(of_many, record.label))


EXPECTATIONS = (ownership, review, approved, legal_review, claimed)
