"""What is expected of consent in rules: how it is given and taken back, and who consents at each age."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from builder.facts.ages import Span, leaves_a_gap, span, successions, youngest_first
from builder.facts.parts import Within, sharing_rules
from builder.i18n import N_
from builder.model.confidentiality import ConfidentialityRule
from builder.model.handbook import Handbook
from builder.model.vocabulary import ConsentNeed, RuleKind
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, warning

_NO_CONSENT = N_("regelen «{rule}» gjelder samtykke, men sier ikke hvem som gir det; skriv det under consent")
_NO_WITHDRAWAL = N_("regelen «{rule}» sier ikke hvordan samtykket trekkes (withdrawal)")
_NO_FORM = N_(
    "regelen «{rule}» sier ikke hvilket skjema samtykket skrives på (form), eller hvordan det innhentes (how)"
)
_GAP = N_("«{matter}» sier ikke hvem som samtykker på {first}–{last} år")
_OVERLAP = N_("«{matter}» har to svar på hvem som samtykker på {first}–{last} år")


def with_consent(handbook: Handbook) -> tuple[ConfidentialityRule, ...]:
    """The rules of consent, and those where consent is required."""
    return tuple(rule for rule in sharing_rules(handbook) if rule.kind is RuleKind.CONSENT or _is_required(rule))


def _is_required(rule: ConfidentialityRule) -> bool:
    return rule.consent is not None and rule.consent.need is ConsentNeed.REQUIRED


@warning("rule-consent", of=with_consent)
def consent(rule: ConfidentialityRule, _handbook: Handbook) -> Findings:
    """En regel der samtykke kreves, sier hvordan det gis og hvordan det trekkes.

    Et samtykke er ikke gyldig når den som gir det, ikke vet at det kan trekkes. Skjemaet gjør at alle spør om
    det samme.

    Kilde: forvaltningsloven § 13 a; personvernforordningen (samtykke skal kunne trekkes).

    Riktig::

        rules:
          - id: samtykke
            kind: consent
            consent: {need: required, form: samtykke, withdrawal: Si fra til den du snakker med.}

    Feil::

        rules:
          - id: samtykke
            kind: consent
            consent: {need: required, form: null, withdrawal: null}

    Riktig::

        rules:
          - id: samtykke
            kind: consent
            consent: {need: required, form: null, how: Spør i møtet., withdrawal: Si fra.}

    Riktig::

        rules:
          - id: samtykke
            kind: consent
            consent: {need: should-be-asked, form: null, withdrawal: null}

    Riktig::

        rules:
          - id: meldeplikt
            consent: null

    Feil::

        rules:
          - id: samtykke
            kind: consent
            consent: null

    Feil::

        rules:
          - id: meldeplikt
            consent: {need: required, form: samtykke}

    Feil::

        rules:
          - id: samtykke
            consent: {form: null}
    """
    if rule.consent is None:
        yield Finding(rule.at("consent"), Message(_NO_CONSENT, rule=rule.title))
    elif _is_required(rule):
        if not rule.consent.withdrawal:
            yield Finding(rule.at("consent"), Message(_NO_WITHDRAWAL, rule=rule.title))
        if not (rule.consent.form or rule.consent.how):
            yield Finding(rule.at("consent"), Message(_NO_FORM, rule=rule.title))


class Turn(NamedTuple):
    """The ages of an entry in a matter, and of those before it: the one just before, and the one reaching furthest."""

    matter: str
    entry: Span[int]
    before: Span[int]
    furthest: Span[int]


TurnIn = Within[ConfidentialityRule, Turn]


def turns(handbook: Handbook) -> Iterator[TurnIn]:
    """Each age at which it is another who consents in a matter."""
    for rule in sharing_rules(handbook):
        for matter, group in _by_matter(rule).items():
            for (furthest, entry), (before, _) in zip(successions(group), pairwise(group), strict=True):
                yield Within(rule, ("consent", "by_age", entry.owner), Turn(matter, entry, before, furthest))


def _by_matter(rule: ConfidentialityRule) -> dict[str, tuple[Span[int], ...]]:
    """The ages of each matter with the places of the entries, youngest first."""
    found: dict[str, list[Span[int]]] = defaultdict(list)
    for index, entry in enumerate(rule.consent.by_age if rule.consent else ()):
        found[entry.matter].append(span(entry, index))
    return {matter: youngest_first(group) for matter, group in found.items()}


@warning("consent-ages", of=turns)
def ages(turn: TurnIn, _handbook: Handbook) -> Findings:
    """Aldersgrensene for samtykke i en sak følger på hverandre, uten hull og uten overlapp.

    Står det at foreldrene samtykker til og med 14 år, og den unge selv fra 16, vet ingen hvem som bestemmer
    når den unge er 15. Overlapper grensene, får leseren to svar.

    Kilde: pasient- og brukerrettighetsloven §§ 4-3 og 4-4; opplæringslova § 24-5; håndbokas egen sammenheng.

    Riktig::

        rules:
          - id: samtykke
            consent:
              need: required
              by_age:
                - {matter: Opplæring, to: 14, who: parents, legal_basis: ["barnevernsloven § 13-2"]}
                - {matter: Opplæring, from: 15, who: child, legal_basis: ["barnevernsloven § 13-2"]}

    Feil::

        rules:
          - id: samtykke
            consent:
              need: required
              by_age:
                - {matter: Opplæring, to: 14, who: parents, legal_basis: ["barnevernsloven § 13-2"]}
                - {matter: Opplæring, from: 16, who: child, legal_basis: ["barnevernsloven § 13-2"]}

    Riktig::

        rules:
          - id: samtykke
            consent:
              by_age:
                - {matter: Opplæring, from: 15, who: child, legal_basis: ["barnevernsloven § 13-2"]}
                - {matter: Opplæring, to: 14, who: parents, legal_basis: ["barnevernsloven § 13-2"]}
                - {matter: Helsehjelp, from: 16, who: child, legal_basis: ["barnevernsloven § 13-2"]}

    Feil::

        rules:
          - id: samtykke
            consent:
              by_age:
                - {matter: Opplæring, to: 15, who: parents, legal_basis: ["barnevernsloven § 13-2"]}
                - {matter: Opplæring, from: 15, who: child, legal_basis: ["barnevernsloven § 13-2"]}

    Feil::

        rules:
          - id: samtykke
            consent:
              by_age:
                - {matter: Helsehjelp, to: 18, who: parents, legal_basis: ["barnevernsloven § 13-2"]}
                - {matter: Helsehjelp, from: 12, to: 15, who: child, legal_basis: ["barnevernsloven § 13-2"]}
    """
    matter, entry, before, furthest = turn.value
    if leaves_a_gap(furthest, entry):
        yield Finding(turn.at(), Message(_GAP, matter=matter, first=furthest.end + 1, last=entry.start - 1))
    elif entry.start <= before.end:
        message = Message(_OVERLAP, matter=matter, first=entry.start, last=min(before.end, entry.end))
        yield Finding(turn.at(), message, Lack.WRONG)


EXPECTATIONS = (consent, ages)
