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
"""

from __future__ import annotations

from builder.i18n import N_
from builder.model.confidentiality import ConfidentialityRule
from builder.model.vocabulary import ConsentNeed, RuleKind
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "rule-consent"
SEVERITY = Severity.WARNING

_NO_CONSENT = N_("regelen «{rule}» gjelder samtykke, men sier ikke hvem som gir det; skriv det under consent")
_NO_WITHDRAWAL = N_("regelen «{rule}» sier ikke hvordan samtykket trekkes (withdrawal)")
_NO_FORM = N_(
    "regelen «{rule}» sier ikke hvilket skjema samtykket skrives på (form), eller hvordan det innhentes (how)"
)


def check(subject: Subject) -> Findings:
    """A rule of consent, or one where consent is required, tells how it is given and taken back."""
    for rule in subject.handbook.rules:
        for sentence in _faults(rule):
            yield rule.at("consent"), Message(sentence, rule=rule.title)


def _faults(rule: ConfidentialityRule) -> list[str]:
    consent = rule.consent
    if consent is None:
        return [_NO_CONSENT] if rule.kind is RuleKind.CONSENT else []
    if consent.need is not ConsentNeed.REQUIRED:
        return []
    missing = {_NO_WITHDRAWAL: consent.withdrawal, _NO_FORM: consent.form or consent.how}
    return [sentence for sentence, value in missing.items() if not value]
