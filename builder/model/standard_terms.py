"""Common words that local names are mapped to.

A municipality calls its meetings, routines and levels what it likes; these fields say what they are, so
that readers from elsewhere, search, comparison and the self-check understand them.
"""

from __future__ import annotations

from collections.abc import Mapping

from builder.i18n import N_
from builder.model.vocabulary import Labelled


class ForumType(Labelled):
    """The common word for a meeting place, whatever a municipality calls it."""

    RESPONSIBILITY_GROUP = "responsibility-group", N_("Ansvarsgruppe")
    START_MEETING = "start-meeting", N_("Oppstartsmøte")
    NETWORK_MEETING = "network-meeting", N_("Nettverksmøte")
    HANDOVER_MEETING = "handover-meeting", N_("Overføringsmøte")
    INTAKE_MEETING = "intake-meeting", N_("Inntaksmøte")
    CLOSING_MEETING = "closing-meeting", N_("Evaluerings- og avslutningsmøte")
    INTERDISCIPLINARY = "interdisciplinary-meeting", N_("Tverrfaglig møte")
    RESOURCE_TEAM = "resource-team", N_("Ressursteam")
    CONSULTATION_TEAM = "consultation-team", N_("Konsultasjonsteam")
    DISTRICT_TEAM = "district-team", N_("Bydelsteam")
    COOPERATION_MEETING = "cooperation-meeting", N_("Samarbeidsmøte mellom tjenester")
    CLARIFICATION_MEETING = "clarification-meeting", N_("Avklaringsmøte ved uenighet")
    LEADERS_FORUM = "leaders-forum", N_("Lederforum")
    PROFESSIONAL_FORUM = "professional-forum", N_("Fagforum")
    WORKING_GROUP = "working-group", N_("Arbeidsgruppe")
    DIALOGUE_MEETING = "dialogue-meeting", N_("Dialogmøte")
    JOINT_TRAINING = "joint-training", N_("Felles opplæring")


class Situation(Labelled):
    """The common word for what a pathway is about, whatever its title says."""

    WORRY = "worry", N_("Bekymring for et barn")
    ACUTE = "acute", N_("Akutt fare")
    SHARING = "sharing", N_("Dele opplysninger")
    REFERRAL = "referral", N_("Henvisning")
    WAITING = "waiting", N_("Ventetid")
    COORDINATION = "coordination", N_("Langvarig hjelp fra flere")
    DISAGREEMENT = "disagreement", N_("Uenighet om ansvar")
    FEEDBACK = "feedback", N_("Tilbakemelding etter melding")
    CLOSING = "closing", N_("Samarbeidet avsluttes")
    TO_SCHOOL = "kindergarten-to-school", N_("Fra barnehage til skole")
    AFTER_LOWER_SECONDARY = "after-lower-secondary", N_("Ut av ungdomsskolen")
    TO_ADULT_SERVICES = "to-adult-services", N_("Til tjenester for voksne")
    FROM_TREATMENT = "from-treatment", N_("Ut av behandling")
    RELAPSE = "relapse", N_("Tilbakefall")
    FAMILY_ASKS = "family-asks", N_("Familien ber om hjelp")
    MANY_CHILDREN = "many-children", N_("Sak som gjelder mange barn")
    SUICIDE = "suicide", N_("Selvmordsfare")
    VIOLENCE = "violence", N_("Vold og overgrep")
    ABSENCE = "absence", N_("Skolefravær")
    BULLYING = "bullying", N_("Mobbing")
    AT_SCHOOL = "at-school", N_("Barnevern i skolen")
    SUBSTANCE_USE = "substance-use", N_("Ungdom og rus")
    PREGNANCY = "pregnancy-and-substance-use", N_("Graviditet og rus")
    BOTH_ILLNESSES = "substance-use-and-mental-illness", N_("Rus og psykisk sykdom")
    ILL_IN_FAMILY = "ill-in-family", N_("Syk forelder eller søsken")
    NEWLY_ARRIVED = "newly-arrived", N_("Nyankommet barn")
    MOVING = "moving", N_("Flytting til en annen kommune")


class SituationGroup(Labelled):
    """What situations are listed under, in this order: few to choose among, and then few again."""

    FIRST = "first", N_("Begynn her")
    DANGER = "danger", N_("Vold, overgrep og selvmordsfare")
    SCHOOL = "school", N_("Barnehage og skole")
    ILLNESS = "illness", N_("Rus og psykisk helse")
    TRANSITION = "transition", N_("Overganger og flytting")
    TOGETHER = "together", N_("Når flere hjelper")
    OTHER = "other", N_("Andre situasjoner")


#: Where a situation is listed.
GROUP_OF_SITUATION: Mapping[Situation, SituationGroup] = {
    situation: group
    for group, situations in {
        SituationGroup.FIRST: (
            Situation.WORRY,
            Situation.ACUTE,
            Situation.SHARING,
            Situation.DISAGREEMENT,
            Situation.FAMILY_ASKS,
        ),
        SituationGroup.DANGER: (Situation.SUICIDE, Situation.VIOLENCE),
        SituationGroup.SCHOOL: (
            Situation.ABSENCE,
            Situation.BULLYING,
            Situation.AT_SCHOOL,
            Situation.TO_SCHOOL,
            Situation.AFTER_LOWER_SECONDARY,
        ),
        SituationGroup.ILLNESS: (
            Situation.SUBSTANCE_USE,
            Situation.PREGNANCY,
            Situation.BOTH_ILLNESSES,
            Situation.FROM_TREATMENT,
            Situation.RELAPSE,
            Situation.ILL_IN_FAMILY,
        ),
        SituationGroup.TRANSITION: (Situation.TO_ADULT_SERVICES, Situation.NEWLY_ARRIVED, Situation.MOVING),
        SituationGroup.TOGETHER: (
            Situation.COORDINATION,
            Situation.REFERRAL,
            Situation.WAITING,
            Situation.FEEDBACK,
            Situation.CLOSING,
            Situation.MANY_CHILDREN,
        ),
    }.items()
    for situation in situations
}


def group_of(situation: Situation | None) -> SituationGroup:
    """What a situation is listed under; one that has no common word is among the others."""
    return GROUP_OF_SITUATION[situation] if situation else SituationGroup.OTHER


class TargetGroup(Labelled):
    """Whom something is for."""

    UNBORN = "unborn", N_("Barn som ikke er født")
    PRE_SCHOOL = "pre-school", N_("Barn før skolealder")
    SCHOOL_AGE = "school-age", N_("Skolebarn")
    YOUTH = "youth", N_("Ungdom")
    YOUNG_ADULTS = "young-adults", N_("Unge voksne")
    PARENTS = "parents", N_("Foreldre")
    STAFF = "staff", N_("Ansatte")


class PlaceType(Labelled):
    """What a place is, whatever it is called."""

    KINDERGARTEN = "kindergarten", N_("Barnehage")
    PRIMARY_SCHOOL = "primary-school", N_("Barneskole")
    LOWER_SECONDARY_SCHOOL = "lower-secondary-school", N_("Ungdomsskole")
    COMBINED_SCHOOL = "combined-school", N_("Barne- og ungdomsskole")
    CHILDHOOD_CENTRE = "childhood-centre", N_("Oppvekstsenter")
    UPPER_SECONDARY_SCHOOL = "upper-secondary-school", N_("Videregående skole")
    HEALTH_CLINIC = "health-clinic", N_("Helsestasjon")
    FAMILY_CENTRE = "family-centre", N_("Familiesenter")
    YOUTH_CLUB = "youth-club", N_("Fritidsklubb")
    OTHER = "other", N_("Annet sted")


class Month(Labelled):
    """The months, from January."""

    JANUARY = "january", N_("januar")
    FEBRUARY = "february", N_("februar")
    MARCH = "march", N_("mars")
    APRIL = "april", N_("april")
    MAY = "may", N_("mai")
    JUNE = "june", N_("juni")
    JULY = "july", N_("juli")
    AUGUST = "august", N_("august")
    SEPTEMBER = "september", N_("september")
    OCTOBER = "october", N_("oktober")
    NOVEMBER = "november", N_("november")
    DECEMBER = "december", N_("desember")


class LevelMeaning(Labelled):
    """The common word for a level in a municipality's model of cooperation."""

    WORRY = "worry", N_("Første undring")
    OWN_SERVICE = "own-service", N_("Egen tjeneste")
    TWO_SERVICES = "two-services", N_("To tjenester")
    SEVERAL_SERVICES = "several-services", N_("Flere tjenester")
    CARRYING_OUT = "carrying-out", N_("Utøvende nivå")
    COORDINATING = "coordinating", N_("Koordinerende nivå")
    STEERING = "steering", N_("Styrende nivå")


class DecisionTopic(Labelled):
    """What a decision of a forum is about, in words that tell of no case."""

    ROUTINE = "routine", N_("rutine")
    RESPONSIBILITY = "responsibility", N_("hvem som gjør hva")
    MEASURE = "measure", N_("tiltak")
    TRAINING = "competence", N_("opplæring")
    RESOURCES = "resources", N_("tid og penger")
    INFORMATION = "information", N_("informasjon")
    FORUM = "forum", N_("møtet selv")
    OTHER = "other", N_("annet")
