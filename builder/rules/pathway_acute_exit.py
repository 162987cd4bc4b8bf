"""Et forløp sier hvor du går hvis det haster.

Alvoret kan vise seg midt i en rolig rutine. Da skal veien til barnevernet, legevakta eller politiet stå
der du leser, ikke på en annen side du må lete etter.

Kilde: barnevernsloven § 13-2; straffeloven § 196; håndbokas egen sammenheng.

Riktig::

    pathways:
      - id: uenighet
        acute_exit: akutt

Feil::

    pathways:
      - id: uenighet
        acute_exit: null
      - id: bekymret-barn
        acute_exit: uenighet
"""

from __future__ import annotations

from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.pathway import PATHWAYS, Pathway
from builder.problem import Message, Severity
from builder.rules.findings import is_whole
from builder.rules.subject import Findings, Subject

ID = "pathway-acute-exit"
SEVERITY = Severity.WARNING

_NONE = N_("«{pathway}» har ingen vei ut når det haster; skriv et forløp under acute_exit")
_NOT_URGENT = N_("«{exit}» er ikke et forløp som haster; velg et med urgent: true")


def check(subject: Subject) -> Findings:
    """Every pathway that is not itself urgent has a way to one that is."""
    handbook = subject.handbook
    if not is_whole(handbook, PATHWAYS):
        return
    urgent = {pathway.id for pathway in handbook.pathways if pathway.urgent}
    for pathway in handbook.pathways:
        if pathway.acute_exit is None:
            if not pathway.urgent and urgent.isdisjoint(_leads_to(pathway)):
                yield pathway.at("id"), Message(_NONE, pathway=pathway.title)
        elif pathway.acute_exit not in urgent and handbook.find(PATHWAYS, pathway.acute_exit):
            yield pathway.at("acute_exit"), Message(_NOT_URGENT, exit=_title(handbook, pathway.acute_exit))


def _leads_to(pathway: Pathway) -> set[str]:
    return {t.pathway for step in pathway.steps for t in step.transitions if t.pathway}


def _title(handbook: Handbook, pathway_id: str) -> str:
    found = handbook.find(PATHWAYS, pathway_id)
    return found.label if found else pathway_id
