"""What is expected of pathways: that the family takes part and is told, and somebody hears how it went."""

from __future__ import annotations

from builder.facts.parts import pathways
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.pathway import Pathway
from builder.model.standard_terms import Situation
from builder.rules.expectation import Findings, advice, warning
from builder.rules.findings import lacking

_NO_PARTICIPATION = N_("«{name}» sier ikke hvordan barnet og foreldrene er med (participation)")
_NOT_TO_FAMILIES = N_("«{name}» har ingen side til familien (families)")
_NO_FEEDBACK = N_("«{name}» sier ikke hvem som får vite hvordan det gikk (feedback)")


@warning("pathway-participation", of=pathways)
def participation(pathway: Pathway, _handbook: Handbook) -> Findings:
    """Et forløp sier hvordan barnet og foreldrene er med.

    Det gir gode resultater å ha med barn og foresatte hele veien. En rutine som ikke nevner dem, blir en
    rutine om dem.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Brukermedvirkning); barnevernsloven § 1-4.

    Riktig::

        pathways:
          - id: uenighet
            participation: Spør familien hva som er viktigst.

    Feil::

        pathways:
          - id: uenighet
            participation: null

    Riktig::

        pathways:
          - id: bekymret-barn
            participation: null
            steps:
              - id: snakk
              - {id: meld, participation: Fortell foreldrene hva du melder.}

    Feil::

        pathways:
          - id: bekymret-barn
            participation: null
            steps:
              - {id: snakk, say: [Jeg er bekymret for deg.], information: Kollegaen får ikke vite navnet.}
    """
    takes_part = pathway.participation or any(step.participation for step in pathway.steps)
    return lacking(pathway, takes_part, _NO_PARTICIPATION)


@warning("pathway-feedback", of=pathways)
def feedback(pathway: Pathway, _handbook: Handbook) -> Findings:
    """Et forløp sier hvem som får vite hvordan det gikk.

    Manglende tilbakemelding gjør det vanskelig å melde fra neste gang. Tre av fire styrere oppga det som grunn
    til at barnehagen melder så sjelden.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Åpenhet); barnevernsloven § 13-3.

    Riktig::

        pathways:
          - id: uenighet
            feedback: Begge tjenestene og familien får vite hva som ble bestemt.

    Feil::

        pathways:
          - id: uenighet
            feedback: null

    Riktig::

        pathways:
          - id: akutt
            feedback: Politiet ringer den som meldte.

    Feil::

        pathways:
          - id: bekymret-barn
            feedback: null
            steps:
              - {id: meld, notifies: [ppt], information: PPT får vite at det er meldt.}
    """
    return lacking(pathway, pathway.feedback, _NO_FEEDBACK)


#: The situations every municipality has, and every family may come into.
_EVERYBODYS = frozenset(
    {Situation.WORRY, Situation.ACUTE, Situation.SHARING, Situation.COORDINATION, Situation.DISAGREEMENT}
)


def common_pathways(handbook: Handbook) -> tuple[Pathway, ...]:
    """The pathways in the situations every municipality has."""
    return tuple(pathway for pathway in handbook.pathways if pathway.situation in _EVERYBODYS)


@advice("pathway-families", of=common_pathways)
def families(pathway: Pathway, _handbook: Handbook) -> Findings:
    """Forløpene alle kommuner har, har en side til familien.

    Familien får sjelden lese det de ansatte leser. En side i vanlige ord, som den ansatte kan gi dem, sier hva som
    skjer, hvem som får vite hva, og hva de selv bestemmer. Det felles biblioteket har slike tekster; de står
    til dere skriver deres egne.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Brukermedvirkning); barnevernsloven § 1-9.

    Riktig::

        pathways:
          - id: uenighet
            situation: disagreement
            families: {question: Hvem hjelper oss?, answer: Den som hjelper dere i dag.}

    Feil::

        pathways:
          - id: uenighet
            situation: disagreement
            families: null

    Riktig::

        pathways:
          - id: bekymret-barn
            situation: worry
            families:
              question: Hva skjer når skolen er bekymret?
              answer: De snakker med dere først.
              easy: [{title: Hva skjer?, lines: [De vil snakke med dere.]}]

    Feil::

        pathways:
          - id: bekymret-barn
            situation: worry
            families: null
    """
    return lacking(pathway, pathway.families, _NOT_TO_FAMILIES)


EXPECTATIONS = (participation, feedback, families)
