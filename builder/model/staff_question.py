"""The questions staff are asked about how they work together: declared here, and read by all who ask or count.

Each is a sentence one agrees with or not, where to agree is as it should be. They are in our own words, after what the
staff of six municipalities were asked in NOVA report 18/2011; the heading in its chapters is said at each. The
criterion is the id of one of the eight the self-check judges by (chapter 1.1 there), so that what staff say can stand
beside what the handbook says.
"""

from __future__ import annotations

from typing import Self

from builder.i18n import N_
from builder.model.vocabulary import Labelled


class StaffQuestion(Labelled):
    """A sentence for staff to agree with or not, and the criterion it is asked for."""

    criterion: str

    def __new__(cls, value: str, label: str, criterion: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.criterion = criterion
        return member

    # Rolleavklaring; Formalisering av møter og samhandling (a fixed person to contact, and to have met)
    COORDINATOR = (
        "coordinator",
        N_("Når flere tjenester hjelper samme barn, vet jeg hvem som koordinerer."),
        "rolleavklaring",
    )
    WHOM_TO_RING = "whom-to-ring", N_("Jeg vet hvem jeg skal ringe i de andre tjenestene."), "rolleavklaring"
    # Formalisering (what happens when the cooperation fails: settled by leaders, or by oneself)
    DISAGREEMENT = (
        "disagreement",
        N_("Når tjenestene er uenige, vet jeg hva jeg gjør, og hvem som avgjør."),
        "tvistelosning",
    )
    # Kompetanse / samhandlingskompetanse (few knew the handbook); Taushetsplikt og tilbakemelding
    ROUTINES = "routines", N_("Jeg kjenner håndboka og rutinene for samarbeid mellom tjenestene."), "formalisering"
    FEEDBACK = "feedback", N_("Når jeg har meldt fra eller henvist, får jeg tilbakemelding."), "formalisering"
    # Formalisering (meetings serve their purpose, and are seldom cancelled)
    MEETINGS_HELD = (
        "meetings-held",
        N_("Møtene mellom tjenestene blir holdt som planlagt, og sjelden avlyst."),
        "samhandlingsarenaer",
    )
    # Internkontroll / oppfølging fra ledelsen
    EFFECT = "effect", N_("Lederne mine spør om samarbeidet virker."), "internkontroll"
    FOLLOWED = "followed", N_("Noen følger opp at vi bruker rutinene."), "internkontroll"
    # Kompetanse / samhandlingskompetanse; Taushetsplikt og tilbakemelding
    OTHERS = (
        "others",
        N_("Jeg vet nok om hva de andre tjenestene gjør, og hvordan de arbeider."),
        "samhandlingskompetanse",
    )
    CONFIDENTIALITY = (
        "confidentiality",
        N_("Jeg vet hva jeg kan dele med de andre tjenestene, og hva jeg ikke kan dele."),
        "samhandlingskompetanse",
    )
    # Internkontroll / oppfølging fra ledelsen (what leaders decide is not passed on)
    DECISIONS = "decisions", N_("Jeg får vite hva lederne bestemmer om samarbeidet."), "forankring"
    # Brukermedvirkning
    FAMILIES = (
        "families",
        N_("Barna, ungdommene og foreldrene er med når vi bestemmer hva vi skal gjøre."),
        "brukermedvirkning",
    )
