"""Hver rolle kommunen selv har skrevet, er brukt i et forløp eller et møte.

En rolle uten oppgaver gjør leseren usikker på hvem som egentlig har ansvaret. Roller flere kommuner deler,
trenger ikke være i bruk hos alle.

Kilde: NOVA-rapport 18/2011, kapittel 4 (Rolleavklaring).

Riktig::

    roles:
      - {id: samarbeidsleder, name: Den som leder samarbeidet}
    pathways:
      - id: uenighet
        owner: samarbeidsleder

Feil::

    roles:
      - {id: samarbeidsleder, name: Den som leder samarbeidet}
"""

from __future__ import annotations

from builder.facts.record_texts import linked
from builder.load.folder import COMMON
from builder.model.base import Record
from builder.model.kinds import KINDS
from builder.model.municipality import ROLES
from builder.problem import Message, Severity
from builder.rules.findings import is_whole
from builder.rules.subject import Findings, Subject

ID = "unused-role"
SEVERITY = Severity.ADVICE


def check(subject: Subject) -> Findings:
    """Each role of the municipality's own is named by another record, held by somebody, or linked to."""
    handbook = subject.handbook
    if not is_whole(handbook, *KINDS.values()):
        return
    used = linked(handbook)
    for role in handbook.roles:
        idle = not role.held_by and not handbook.naming(ROLES, role.id) and f"roles:{role.id}" not in used
        if idle and not _is_shared(role):
            yield role.at("id"), Message("rollen «{role}» har ingen oppgaver i håndboka", role=role.name)


def _is_shared(record: Record) -> bool:
    return COMMON in record.at("id").path.split("/")
