"""What is expected of approvals: that every text readers act on has one, and that a demonstration claims none."""

from __future__ import annotations

from typing import TypeAlias

from builder.facts.approvals import approval, approved_edition, is_draft, maintained
from builder.facts.upkeep import is_demonstration
from builder.i18n import N_
from builder.model.approved_edition import EDITIONS, EditionStatus, HandbookEdition
from builder.model.handbook import Handbook
from builder.model.maintained import Maintained
from builder.model.municipality import Municipality
from builder.problem import Alike, Message
from builder.rules.expectation import Finding, Findings, Lack, error, warning
from builder.rules.findings import may_hold_placeholders, one_of_many

_NOT_APPROVED = N_("ingen har godkjent «{name}»; skriv rollen under approved_by og dagen under approved")
_NONE_APPROVED = N_(
    "ingen har godkjent {count} poster i {place}: {names}; skriv rollen og dagen i approved_by og approved"
)
_BY_WHOM = N_("det står ikke hvem som godkjente «{name}»; skriv rollen under approved_by")
_WHEN = N_("det står ikke når «{name}» ble godkjent; skriv dagen under approved")
_CHANGED = N_(
    "«{name}» er ny eller endret etter at utgave {version} ble godkjent {date}; den er et utkast til noen godkjenner "
    "den, med handbok approve eller approved_by og approved"
)
_ALL_CHANGED = N_(
    "{count} poster i {place} er nye eller endret etter at utgaven ble godkjent: {names}; de er utkast til noen "
    "godkjenner dem, med handbok approve eller approved_by og approved"
)
_CLAIMED = N_("«{name}» gir seg ut for å være godkjent, men håndboka er en demonstrasjon; ta ut {field}")


#: What may say that it is approved.
Claiming: TypeAlias = Maintained | Municipality | HandbookEdition


def to_approve(handbook: Handbook) -> tuple[Maintained, ...]:
    """Every text somebody answers for, in a handbook that is no demonstration: there is nothing to approve in one."""
    return () if may_hold_placeholders(handbook) else maintained(handbook)


@warning("text-approved", of=to_approve)
def approved(record: Maintained, handbook: Handbook) -> Findings:
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
        offers: [{id: foreldrekurs, approved_by: Leder, approved: 2026-09-01}]
        forms: [{id: samtykke, approved_by: Leder, approved: 2026-09-01}]
        pathways:
          - {id: akutt, approved_by: Leder, approved: 2026-09-01}
          - {id: bekymret-barn, approved_by: Leder, approved: 2026-09-01}
          - {id: uenighet, approved_by: Leder, approved: 2026-09-01}
        needs:
          - {id: reise, approved_by: Leder, approved: 2026-09-01}
          - {id: tolk, approved_by: Leder, approved: 2026-09-01}
        training: [{id: stille-barn, approved_by: Leder, approved: 2026-09-01}]
        onboarding: [{id: skole, approved_by: Leder, approved: 2026-09-01}]
        register: [{id: lovregister, approved_by: Leder, approved: 2026-09-01}]

    Feil::

        municipality: [{id: lillevik, demonstration: null}]
        rules: [{id: meldeplikt}, {id: samtykke}, {id: avvergingsplikt}]
        services: [{id: ppt}, {id: skole}]
        forums: [{id: team}]
        offers: [{id: foreldrekurs}]
        forms: [{id: samtykke}]
        pathways: [{id: akutt}, {id: bekymret-barn}, {id: uenighet}]
        needs: [{id: reise}, {id: tolk}]
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
        offers: [{id: foreldrekurs}]
        forms: [{id: samtykke}]
        pathways: [{id: akutt}, {id: bekymret-barn}, {id: uenighet}]
        needs: [{id: reise}, {id: tolk}]
        training: [{id: stille-barn}]
        onboarding: [{id: skole}]
        register: [{id: lovregister}]

    Feil::

        municipality: [{id: lillevik, demonstration: null}]
        rules: [{id: meldeplikt, approved: 2026-09-01}, {id: samtykke}, {id: avvergingsplikt}]
        services: [{id: ppt}, {id: skole}]
        forums: [{id: team}]
        offers: [{id: foreldrekurs}]
        forms: [{id: samtykke}]
        pathways: [{id: akutt}, {id: bekymret-barn}, {id: uenighet}]
        needs: [{id: reise}, {id: tolk}]
        training: [{id: stille-barn}]
        onboarding: [{id: skole}]
        register: [{id: lovregister}]

    Feil::

        municipality: [{id: lillevik, demonstration: null}]
        rules:
          - {id: meldeplikt, approved_by: Leder, approved: 2026-09-01}
          - {id: samtykke, approved_by: Leder, approved: 2026-11-10}
          - {id: avvergingsplikt, approved_by: Leder, approved: 2026-11-10}
        services:
          - {id: ppt, approved_by: Leder, approved: 2026-11-10}
          - {id: skole, approved_by: Leder, approved: 2026-11-10}
        forums: [{id: team, approved_by: Leder, approved: 2026-11-10}]
        offers: [{id: foreldrekurs, approved_by: Leder, approved: 2026-11-10}]
        forms: [{id: samtykke, approved_by: Leder, approved: 2026-11-10}]
        pathways:
          - {id: akutt, approved_by: Leder, approved: 2026-11-10}
          - {id: bekymret-barn, approved_by: Leder, approved: 2026-11-10}
          - {id: uenighet, approved_by: Leder, approved: 2026-11-10}
        needs:
          - {id: reise, approved_by: Leder, approved: 2026-11-10}
          - {id: tolk, approved_by: Leder, approved: 2026-11-10}
        training: [{id: stille-barn, approved_by: Leder, approved: 2026-11-10}]
        onboarding: [{id: skole, approved_by: Leder, approved: 2026-11-10}]
        register: [{id: lovregister, approved_by: Leder, approved: 2026-11-10}]
        editions:
          - id: "2026-2"
            version: "2026.2"
            status: approved
            by: Kommunedirektøren
            date: 2026-11-01
            texts: ["rules:meldeplikt 0123456789ab"]
    """
    if approval(handbook, record) is not None:
        return
    edition = approved_edition(handbook)
    if edition and is_draft(handbook, record):
        message = Message(_CHANGED, name=record.label, version=edition.version, date=edition.date)
        yield Finding(record.at("id"), message, Lack.STALE, Alike(_ALL_CHANGED, record.label))
    else:
        yield _not_approved(record)


def _not_approved(record: Maintained) -> Finding:
    """Nothing is known of an approval, or only who, or only when."""
    if record.approved is not None:
        return Finding(record.at("approved"), Message(_BY_WHOM, name=record.label))
    if record.approved_by is not None:
        return Finding(record.at("approved_by"), Message(_WHEN, name=record.label))
    return one_of_many(record, _NOT_APPROVED, _NONE_APPROVED)


def demonstrated(handbook: Handbook) -> tuple[Claiming, ...]:
    """The handbook and its texts, where the handbook is a demonstration."""
    if not is_demonstration(handbook):
        return ()
    return (handbook.municipality, *maintained(handbook), *handbook.of(EDITIONS))


@error("demonstration-approved", of=demonstrated)
def claimed(record: Claiming, _handbook: Handbook) -> Findings:
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

    Riktig::

        editions:
          - {id: "2026-2", version: "2026.2", status: draft}

    Feil::

        editions:
          - {id: "2026-2", version: "2026.2", status: approved, by: Kommunedirektøren, date: 2026-09-01}
    """
    if isinstance(record, HandbookEdition):
        if record.status is not EditionStatus.DRAFT:
            message = Message(_CLAIMED, name=record.label, field="status")
            yield Finding(record.at("status"), message, Lack.WRONG)
        return
    for field in ("approved", "approved_by"):
        if getattr(record, field, None) is not None:
            message = Message(_CLAIMED, name=record.label, field=field)
            yield Finding(record.at(field), message, Lack.WRONG)


EXPECTATIONS = (approved, claimed)
