"""En møteplass der navngitte barn drøftes, viser til regelen som åpner for det.

Uten samtykke eller et klart lovgrunnlag kan ikke tjenester utveksle taushetsbelagte opplysninger i
et møte. Deltakerne må kunne slå opp regelen før de snakker.

Kilde: barnevernsloven § 13-1 og forvaltningsloven § 13; NOVA-rapport 18/2011, kapittel 10.

Riktig::

    forums:
      - id: team
        modes: [consent]
        rules: [samtykke]

Feil::

    forums:
      - id: team
        modes: [consent]
"""

from __future__ import annotations

from builder.model.vocabulary import RuleKind
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "case-forum-consent"
SEVERITY = Severity.ERROR

#: The kinds of rule that let recognisable cases be discussed between services.
OPENING = frozenset(
    {RuleKind.CONSENT, RuleKind.RIGHT_TO_SHARE, RuleKind.DUTY_TO_INFORM, RuleKind.DUTY_TO_REPORT, RuleKind.INTERNAL}
)


def check(subject: Subject) -> Findings:
    """A forum where persons can be recognised needs a rule that opens for it, or a legal basis."""
    opening = {rule.id for rule in subject.handbook.rules if rule.kind in OPENING}
    for forum in subject.handbook.forums:
        named = [index for index, mode in enumerate(forum.modes) if mode.names_persons]
        if named and not forum.legal_basis and opening.isdisjoint(forum.rules):
            yield (
                forum.at("modes", named[0]),
                Message(
                    "«{forum}» drøfter navngitte barn, men viser verken til en regel om samtykke eller deling (rules) "
                    "eller et lovgrunnlag (legal_basis)",
                    forum=forum.name,
                ),
            )
