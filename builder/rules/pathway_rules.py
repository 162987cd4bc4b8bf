"""What is expected of pathways: that somebody owns them, the family takes part, and they are gone through."""

from __future__ import annotations

from builder.facts.parts import pathways
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.pathway import Pathway
from builder.rules.expectation import Findings, warning
from builder.rules.findings import lacking, review_due

_NO_OWNER = N_("«{name}» har ingen eier; skriv rollen som holder rutinen ved like, under owner")
_NO_PARTICIPATION = N_("«{name}» sier ikke hvordan barnet og foreldrene er med (participation)")
_NO_FEEDBACK = N_("«{name}» sier ikke hvem som får vite hvordan det gikk (feedback)")
_REVIEW = (
    N_("«{name}» har ingen dato for når rutinen skal gås gjennom; skriv den under next_review"),
    N_("rutinen «{name}» skulle vært gått gjennom {date}"),
)


@warning("pathway-owner", of=pathways)
def ownership(pathway: Pathway, _handbook: Handbook) -> Findings:
    """Et forløp har en eier: rollen som holder rutinen ved like.

    Rutiner ingen eier, blir aldri rettet. Når noe ikke virker, vet ingen hvem de skal si det til.

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
    """
    return lacking(pathway, pathway.owner, _NO_OWNER)


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


@warning("pathway-review", of=pathways)
def review(pathway: Pathway, handbook: Handbook) -> Findings:
    """Et forløp har en dato for neste gjennomgang, og den er ikke passert.

    Lover, tjenester og skjemaer skifter. En rutine uten gjennomgang sender folk til tjenester som ikke
    finnes lenger.

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
    """
    return review_due(pathway, pathway.next_review, handbook.today, _REVIEW)


EXPECTATIONS = (ownership, participation, feedback, review)
