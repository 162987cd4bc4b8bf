"""En møteplass sier hvem som kaller inn, leder og skriver referat.

Møter uten fast innkaller blir ikke holdt, og uten referat når ikke avtalene dem som skal gjøre noe.
Oppgavene skal ligge hos roller, ikke hos den som tilfeldigvis husker dem.

Kilde: NOVA-rapport 18/2011, kapittel 4 (Formalisering av møter og samhandling).

Riktig::

    forums:
      - id: team
        convener: ppt.leder
        chair: skole.rektor
        minutes_by: ppt.leder

Feil::

    forums:
      - id: team
        convener: null
        minutes_by: null
"""

from __future__ import annotations

from builder.i18n import N_
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "forum-roles"
SEVERITY = Severity.WARNING

_ROLES = {
    "convener": N_("«{forum}» sier ikke hvem som kaller inn (convener)"),
    "chair": N_("«{forum}» sier ikke hvem som leder møtet (chair)"),
    "minutes_by": N_("«{forum}» sier ikke hvem som skriver referat (minutes_by)"),
}


def check(subject: Subject) -> Findings:
    """Each of the three tasks of a meeting lies with a role."""
    for forum in subject.handbook.forums:
        for field, sentence in _ROLES.items():
            if getattr(forum, field) is None:
                yield forum.at("id"), Message(sentence, forum=forum.name)
