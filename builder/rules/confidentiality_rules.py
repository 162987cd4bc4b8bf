"""What is expected of rules of confidentiality: law, practice, words to use, whom they are for, and the two duties."""

from __future__ import annotations

from collections.abc import Iterator

from builder.facts.parts import Within, sharing_rules
from builder.i18n import N_
from builder.model.confidentiality import RULES, ConfidentialityRule, Parties
from builder.model.handbook import Handbook
from builder.model.municipality import MUNICIPALITY, Municipality
from builder.model.vocabulary import RuleKind
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, advice, warning
from builder.rules.findings import is_whole, lacking

_NO_LAW = N_("regelen «{name}» viser ikke til noen lov; skriv lov og paragraf under legal_basis")
_NO_PRACTICE = N_("regelen «{name}» sier ikke hvordan du gjør det; skriv stegene under practice")
_NO_WORDS = N_("regelen «{name}» har ingen eksempler på hva du kan si (can_say)")
_NOBODY = {
    "sender": N_("regelen «{rule}» sier ikke hvem som deler (sender)"),
    "receiver": N_("regelen «{rule}» sier ikke hvem som får vite det (receiver)"),
}
_DUTIES = {
    RuleKind.DUTY_TO_REPORT: Message("håndboka har ingen regel om meldeplikt (kind: duty-to-report)"),
    RuleKind.DUTY_TO_AVERT: Message("håndboka har ingen regel om avvergingsplikt (kind: duty-to-avert)"),
}


@warning("rule-legal-basis", of=sharing_rules)
def legal_basis(rule: ConfidentialityRule, _handbook: Handbook) -> Findings:
    """En regel om taushetsplikt eller deling viser til loven den bygger på.

    En regel uten lov er en vane. Den som blir spurt om hvorfor hun delte, må kunne vise til paragrafen.

    Kilde: forvaltningsloven § 13; NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer).

    Riktig::

        rules:
          - id: samtykke
            legal_basis: ["barnevernsloven § 13-1"]

    Feil::

        rules:
          - id: samtykke
            legal_basis: []

    Riktig::

        rules:
          - id: meldeplikt
            legal_basis: ["barnevernsloven § 13-1", "barnevernsloven § 13-2"]

    Riktig::

        rules:
          - id: meldeplikt
            legal_basis: []
            basis_for_some: [{categories: [child-welfare], legal_basis: ["barnevernsloven § 13-1"]}]

    Feil::

        rules:
          - {id: ny, title: Ny, kind: confidentiality, summary: S, sender: {everyone: true}, receiver: {everyone: true}}
    """
    return lacking(rule, rule.legal_basis or rule.basis_for_some, _NO_LAW)


@warning("rule-practice", of=sharing_rules)
def practice(rule: ConfidentialityRule, _handbook: Handbook) -> Findings:
    """En regel om taushetsplikt eller deling sier hvordan du gjør det.

    Loven sier hva som er lov. Ansatte trenger å vite hvem de spør, når, og hva de skriver ned.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer); masteroppgave om overgangen fra barnevern
    til tjenester for voksne, kapittel 1.4.

    Riktig::

        rules:
          - id: samtykke
            practice: [Spør før møtet.]

    Feil::

        rules:
          - id: samtykke
            practice: []

    Riktig::

        rules:
          - id: avvergingsplikt
            practice: [Ring 112., Si fra til lederen.]

    Feil::

        rules:
          - {id: ny, title: Ny, kind: confidentiality, summary: S, sender: {everyone: true}, receiver: {everyone: true}}
    """
    return lacking(rule, rule.practice, _NO_PRACTICE)


@advice("rule-can-say", of=sharing_rules)
def can_say(rule: ConfidentialityRule, _handbook: Handbook) -> Findings:
    """En regel om taushetsplikt eller deling har eksempler på hva du kan si.

    Taushetsplikten blir praktisert for strengt fordi folk er redde for å si feil. En setning de kan bruke, er
    mer til hjelp enn en paragraf.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Åpenhet).

    Riktig::

        rules:
          - id: samtykke
            can_say: ["«Kan jeg ringe helsesykepleier og fortelle det du sa nå?»"]

    Feil::

        rules:
          - id: samtykke
            can_say: []

    Riktig::

        rules:
          - id: meldeplikt
            can_say: ["«Jeg må melde fra.»"]
            cannot_say: []

    Feil::

        rules:
          - id: meldeplikt
            can_say: []
            cannot_say: ["«Jeg sier det ikke til noen.»"]
    """
    return lacking(rule, rule.can_say, _NO_WORDS)


Side = Within[ConfidentialityRule, Parties]


def sides(handbook: Handbook) -> Iterator[Side]:
    """Those each rule is from, and those it is to."""
    for rule in sharing_rules(handbook):
        yield Within(rule, ("sender",), rule.sender)
        yield Within(rule, ("receiver",), rule.receiver)


@warning("rule-parties", of=sides)
def parties(side: Side, _handbook: Handbook) -> Findings:
    """En regel sier hvem den gjelder fra og til.

    En regel uten avsender eller mottaker kommer ikke fram når en ansatt spør «kan jeg si dette til skolen?».

    Kilde: håndbokas egen sammenheng.

    Riktig::

        rules:
          - id: samtykke
            sender: {everyone: true}
            receiver: {categories: [school]}

    Feil::

        rules:
          - id: samtykke
            sender: {everyone: false}
            receiver: {everyone: false}

    Riktig::

        rules:
          - id: samtykke
            sender: {everyone: false, services: [ppt]}
            receiver: {everyone: false, others: [Foreldre]}

    Riktig::

        rules:
          - id: samtykke
            sender: {public: true}
            receiver: {public: true}

    Feil::

        rules:
          - id: samtykke
            sender: {everyone: false}

    Feil::

        rules:
          - id: meldeplikt
            receiver: {categories: [], services: [], others: []}
    """
    if not _names_somebody(side.value):
        yield Finding(side.at(), Message(_NOBODY[str(side.path[0])], rule=side.record.title))


def _names_somebody(parties: Parties) -> bool:
    return bool(parties.everyone or parties.public or parties.categories or parties.services or parties.others)


Duty = Within[Municipality, RuleKind]


def duties_of_all(handbook: Handbook) -> Iterator[Duty]:
    """The duties a handbook must have rules about, where every rule could be read."""
    if is_whole(handbook, MUNICIPALITY, RULES):
        for kind in _DUTIES:
            yield Within(handbook.municipality, ("id",), kind)


@warning("duty-rules", of=duties_of_all)
def duties(duty: Duty, handbook: Handbook) -> Findings:
    """Håndboka har regler om meldeplikt og avvergingsplikt.

    De to pliktene går foran taushetsplikten og gjelder alle ansatte personlig. Håndboka er ikke ferdig uten
    dem.

    Kilde: barnevernsloven § 13-2; straffeloven § 196.

    Riktig::

        rules:
          - {id: meldeplikt, kind: duty-to-report}

    Feil::

        rules:
          - {id: meldeplikt, kind: duty-to-inform}
        municipality:
          - id: lillevik

    Riktig::

        rules:
          - {id: avvergingsplikt, kind: duty-to-report}
          - {id: meldeplikt, kind: duty-to-avert}

    Feil::

        municipality:
          - id: lillevik
        rules:
          - {id: avvergingsplikt, kind: duty-to-report}
    """
    if all(rule.kind is not duty.value for rule in handbook.rules):
        yield Finding(duty.at(), _DUTIES[duty.value])


EXPECTATIONS = (legal_basis, practice, can_say, parties, duties)
