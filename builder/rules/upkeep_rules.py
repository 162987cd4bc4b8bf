"""What is expected of every text that readers act on: that somebody owns it, goes through it, and knows the law."""

from __future__ import annotations

from builder.facts.approvals import maintained
from builder.facts.parts import sharing_rules
from builder.facts.upkeep import overdue
from builder.i18n import N_
from builder.model.confidentiality import ConfidentialityRule
from builder.model.handbook import Handbook
from builder.model.maintained import Maintained
from builder.problem import Alike, Message
from builder.rules.expectation import Finding, Findings, Lack, warning
from builder.rules.findings import one_of_many

_NO_OWNER = N_("«{name}» har ingen eier; skriv rollen som holder teksten ved like, under owner")
_NO_OWNERS = N_("{count} poster i {place} har ingen eier: {names}; skriv rollen som holder dem ved like, under owner")
_NO_REVIEW = N_("«{name}» har ingen dato for neste gjennomgang; skriv den under next_review")
_NO_REVIEWS = N_("{count} poster i {place} har ingen dato for neste gjennomgang: {names}; skriv den under next_review")
_PAST = N_("«{name}» skulle vært gjennomgått {date}; les teksten på nytt, og skriv ny dato under next_review")
_ALL_PAST = N_("{count} poster i {place} skulle vært gjennomgått: {names}; begynn med den eldste")
_NO_LAW_READ = N_("«{name}» er ikke holdt opp mot loven; skriv når, hvem og hvordan under legal_review")
_NONE_READ = N_(
    "{count} poster i {place} er ikke holdt opp mot loven: {names}; skriv når, hvem og hvordan (legal_review)"
)


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
        yield one_of_many(record, _NO_OWNER, _NO_OWNERS)


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
        yield one_of_many(record, _NO_REVIEW, _NO_REVIEWS)
    elif late:
        message = Message(_PAST, name=record.label, date=late)
        yield Finding(record.at("next_review"), message, Lack.STALE, Alike(_ALL_PAST, record.label))


@warning("rule-legal-review", of=sharing_rules)
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
        yield one_of_many(rule, _NO_LAW_READ, _NONE_READ)


EXPECTATIONS = (ownership, review, legal_review)
