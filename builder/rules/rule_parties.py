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
"""

from __future__ import annotations

from builder.i18n import N_
from builder.model.confidentiality import Parties
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "rule-parties"
SEVERITY = Severity.WARNING

_SIDES = {
    "sender": N_("regelen «{rule}» sier ikke hvem som deler (sender)"),
    "receiver": N_("regelen «{rule}» sier ikke hvem som får vite det (receiver)"),
}


def check(subject: Subject) -> Findings:
    """Each side of a rule names somebody."""
    for rule in subject.handbook.rules:
        for side, sentence in _SIDES.items():
            if not _names_somebody(getattr(rule, side)):
                yield rule.at(side), Message(sentence, rule=rule.title)


def _names_somebody(parties: Parties) -> bool:
    return bool(parties.everyone or parties.categories or parties.services or parties.others)
