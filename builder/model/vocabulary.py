"""Controlled words: the values a field may take, each with the label a reader sees.

The values are English and stable, neutral between bokmål and nynorsk. The labels are bokmål and
go through the gettext catalogues.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from builder.i18n import LANGUAGES, N_


class Labelled(StrEnum):
    """A word with a label; members are written `NAME = "value", N_("Label")`."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class WrittenStandard(Labelled):
    """The municipality's own form of Norwegian, for content and interface: the languages handbooks are written in."""

    locals().update({code.upper(): (code, language.name) for code, language in LANGUAGES.items() if language.written})


class Category(Labelled):
    """What kind of service it is, as staff in every municipality would call it."""

    CHILD_WELFARE = "child-welfare", N_("Barnevern")
    CHILD_WELFARE_OUT_OF_HOURS = "child-welfare-out-of-hours", N_("Barnevernsvakt")
    CHILD_WELFARE_STATE = "child-welfare-state", N_("Statlig barnevern")
    KINDERGARTEN = "kindergarten", N_("Barnehage")
    SCHOOL = "school", N_("Skole")
    UPPER_SECONDARY = "upper-secondary", N_("Videregående skole")
    PPT = "ppt", N_("PP-tjeneste")
    CHILD_HEALTH = "child-health", N_("Helsestasjon og skolehelsetjeneste")
    GP = "gp", N_("Fastlege")
    EMERGENCY_CLINIC = "emergency-clinic", N_("Legevakt")
    MENTAL_HEALTH = "mental-health", N_("Psykisk helse og rus")
    HABILITATION = "habilitation", N_("Habilitering")
    COORDINATION = "coordination", N_("Koordinerende enhet")
    NAV = "nav", N_("NAV")
    BUP = "bup", N_("BUP")
    DPS = "dps", N_("DPS")
    TSB = "tsb", N_("Rusbehandling (TSB)")
    POLICE = "police", N_("Politi")
    CRISIS_CENTRE = "crisis-centre", N_("Krisesenter")
    CHILDRENS_HOUSE = "childrens-house", N_("Statens barnehus")
    FAMILY_COUNSELLING = "family-counselling", N_("Familievern")
    FAMILY_SUPPORT = "family-support", N_("Familiestøtte")
    REFUGEE = "refugee", N_("Flyktningtjeneste")
    OUTREACH = "outreach", N_("Utekontakt og fritid")
    DENTAL = "dental", N_("Tannhelse")
    VOLUNTARY = "voluntary", N_("Frivillig organisasjon")
    EDUCATION = "education", N_("Høyere utdanning")
    ADMINISTRATION = "administration", N_("Kommuneledelse")
    OTHER = "other", N_("Annen tjeneste")


class Government(Labelled):
    """Who runs the service."""

    MUNICIPALITY = "municipality", N_("Kommunen")
    INTER_MUNICIPAL = "inter-municipal", N_("Interkommunalt samarbeid")
    COUNTY = "county", N_("Fylkeskommunen")
    HEALTH_TRUST = "health-trust", N_("Helseforetaket")
    STATE = "state", N_("Staten")
    PRIVATE = "private", N_("Privat")
    VOLUNTARY = "voluntary", N_("Frivillig")

    @property
    def public(self) -> bool:
        """Whether it is a public body, bound by forvaltningsloven and by barnevernsloven § 13-2 as such."""
        return self not in (Government.PRIVATE, Government.VOLUNTARY)


class AccessRoute(Labelled):
    """How one gets in."""

    DIRECT = "direct", N_("Ta direkte kontakt")
    SELF_REFERRAL = "self-referral", N_("Familien eller den unge kan ta kontakt selv")
    REFERRAL = "referral", N_("Henvisning")
    APPLICATION = "application", N_("Søknad")
    DECISION = "decision", N_("Krever vedtak")
    REPORT = "report", N_("Bekymringsmelding")
    DROP_IN = "drop-in", N_("Uten timeavtale")


class Venue(Labelled):
    """Where the service meets people."""

    OFFICE = "office", N_("På kontoret")
    OUTREACH = "outreach", N_("Oppsøkende")
    HOME = "home", N_("Hjemme")
    AT_SCHOOL = "at-school", N_("På skolen")
    AT_KINDERGARTEN = "at-kindergarten", N_("I barnehagen")
    DROP_IN = "drop-in", N_("Åpent uten timeavtale")
    PHONE = "phone", N_("Telefon")
    DIGITAL = "digital", N_("Digitalt")


class Weekday(Labelled):
    """Days of the week."""

    MONDAY = "monday", N_("mandag")
    TUESDAY = "tuesday", N_("tirsdag")
    WEDNESDAY = "wednesday", N_("onsdag")
    THURSDAY = "thursday", N_("torsdag")
    FRIDAY = "friday", N_("fredag")
    SATURDAY = "saturday", N_("lørdag")
    SUNDAY = "sunday", N_("søndag")


class Acute(Labelled):
    """When a contact is the one to ring for what cannot wait."""

    ALWAYS = "always", N_("Hele døgnet")
    IN_HOURS = "in-hours", N_("I åpningstiden")
    OUT_OF_HOURS = "out-of-hours", N_("Når kontoret er stengt")


class Eve(Labelled):
    """Days before holidays, when offices often close early or all day."""

    WEDNESDAY_BEFORE_EASTER = "wednesday-before-easter", N_("Onsdag før påske")
    CHRISTMAS_EVE = "christmas-eve", N_("Julaften")
    NEW_YEARS_EVE = "new-years-eve", N_("Nyttårsaften")


class ForumKind(Labelled):
    """How firmly the meeting place stands."""

    STANDING = "standing", N_("Fast møteplass")
    CASE = "case", N_("Rundt ett barn eller én familie")
    INFORMAL = "informal", N_("Uformell møteplass")


class Consents(Labelled):
    """Who says yes."""

    CHILD = "child", N_("Den unge selv")
    PARENTS = "parents", N_("Foreldrene")
    PARENTS_CHILD_HEARD = "parents-child-heard", N_("Foreldrene, etter å ha hørt barnet")
    CHILD_AND_PARENTS = "child-and-parents", N_("Både den unge og foreldrene")
    CHILD_WELFARE = "child-welfare", N_("Barnevernstjenesten")
    CHILD_WELFARE_AND_CARERS = (
        "child-welfare-and-carers",
        N_("Barnevernstjenesten, og fosterforeldrene eller institusjonen der barnet bor"),
    )


class Purpose(Labelled):
    """What the meeting place is for."""

    GUIDANCE = "guidance", N_("Veiledning og drøfting")
    CASES = "cases", N_("Enkeltsaker")
    SYSTEM = "system", N_("Systemarbeid")
    READINESS = "readiness", N_("Beredskap")
    TRUST = "trust", N_("Bli kjent og bygge tillit")


class DiscussionMode(Labelled):
    """How people may be spoken of in the meeting."""

    ANONYMISED = "anonymised", N_("Anonymt")
    CONSENT = "consent", N_("Med samtykke")
    FAMILY_PRESENT = "family-present", N_("Familien er med")
    GROUP = "group", N_("Om grupper av barn")
    SYSTEM = "system", N_("Bare systemsaker")

    @property
    def names_persons(self) -> bool:
        """Whether a child or a family can be recognised in what is said."""
        return self in (DiscussionMode.CONSENT, DiscussionMode.FAMILY_PRESENT)


class Mandate(Labelled):
    """What a member may bind the service to."""

    DECIDE = "decide", N_("Kan beslutte")
    RECOMMEND = "recommend", N_("Kan anbefale")
    INFORM = "inform", N_("Gir og henter informasjon")


class Attendance(Labelled):
    """Whether a member must come."""

    REQUIRED = "required", N_("Fast")
    BY_NEED = "by-need", N_("Ved behov")
    INVITED = "invited", N_("Inviteres")


class Anchoring(Labelled):
    """Why the meeting place exists."""

    LAW = "law", N_("Lovpålagt")
    LEADERSHIP = "leadership", N_("Vedtatt av ledelsen")
    AGREEMENT = "agreement", N_("Samarbeidsavtale")
    VOLUNTARY = "voluntary", N_("Frivillig")


class PlanKind(Labelled):
    """What binds the services."""

    PLAN = "plan", N_("Plan")
    AGREEMENT = "agreement", N_("Avtale")
    PROJECT = "project", N_("Prosjekt")


class Priority(Labelled):
    """How much leaders put something before other things."""

    HIGH = "high", N_("Høy")
    MEDIUM = "medium", N_("Middels")
    LOW = "low", N_("Lav")


class Proposed(Labelled):
    """What is proposed to become of something."""

    KEEP = "keep", N_("Beholde")
    MERGE = "merge", N_("Slå sammen")
    STOP = "stop", N_("Avvikle")


class StartTime(Labelled):
    """When somebody new does something."""

    FIRST_DAY = "first-day", N_("Første dag")
    FIRST_WEEK = "first-week", N_("Første uke")
    FIRST_MONTH = "first-month", N_("Første måned")


class RuleKind(Labelled):
    """What a confidentiality rule does."""

    CONFIDENTIALITY = "confidentiality", N_("Taushetsplikt")
    RIGHT_TO_SHARE = "right-to-share", N_("Adgang til å dele")
    CONSENT = "consent", N_("Samtykke")
    ANONYMOUS = "anonymous", N_("Anonym drøfting")
    INTERNAL = "internal", N_("Deling internt")
    DUTY_TO_INFORM = "duty-to-inform", N_("Plikt til å gi opplysninger")
    DUTY_TO_REPORT = "duty-to-report", N_("Meldeplikt")
    DUTY_TO_AVERT = "duty-to-avert", N_("Avvergingsplikt")
    FEEDBACK = "feedback", N_("Tilbakemelding til den som meldte")


class Matter(Labelled):
    """What somebody who asks whether she may share is in the middle of, in her own words."""

    WORRY = "worry", N_("Jeg er bekymret for et barn nå")
    COOPERATION = "cooperation", N_("Vanlig samarbeid")
    REQUEST = "request", N_("De ber om opplysninger")
    TRANSITION = "transition", N_("Overgang eller bytte")
    POLICE = "police", N_("Lovbrudd og forebygging")
    RELATIVES = "relatives", N_("Pasienten har barn eller søsken")
    PREGNANCY = "pregnancy", N_("En gravid bruker rusmidler")
    AFTER_MEETING = "after-meeting", N_("Etter et møte")


class Effect(Labelled):
    """What a special rule does to what a general one opens for."""

    BARS = "bars", N_("Stenger for deling")
    REQUIRES_PERMISSION = "requires-permission", N_("Krever tillatelse")
    NARROWS = "narrows", N_("Snevrer inn")


class ConsentNeed(Labelled):
    """Whether consent is needed."""

    REQUIRED = "required", N_("Samtykke kreves")
    FIRST = "first", N_("Spør først. Uten samtykke bare når vilkårene er oppfylt")
    MAY_OBJECT = "may-object", N_("Samtykke kreves ikke, men den det gjelder, kan si nei")
    SHOULD_BE_ASKED = "should-be-asked", N_("Spør om samtykke hvis du kan")
    NOT_REQUIRED = "not-required", N_("Samtykke kreves ikke")


class TransitionKind(Labelled):
    """Which way a pathway goes on."""

    FORWARD = "forward", N_("Videre")
    BACK = "back", N_("Tilbake")
    OUT = "out", N_("Ut av forløpet")


class DeadlineUnit(Labelled):
    """What a deadline is counted in."""

    HOURS = "hours", N_("timer")
    DAYS = "days", N_("dager")
    WORKING_DAYS = "working-days", N_("arbeidsdager")
    WEEKS = "weeks", N_("uker")
    MONTHS = "months", N_("måneder")


class Period(Labelled):
    """Units of a recurring meeting."""

    DAY = "day", N_("dag")
    WEEK = "week", N_("uke")
    MONTH = "month", N_("måned")
    QUARTER = "quarter", N_("kvartal")
    SEMESTER = "semester", N_("halvår")
    YEAR = "year", N_("år")


class FamilyMember(Labelled):
    """Whom a text for families is to."""

    PARENTS = "parents", N_("Foreldre")
    YOUNG = "young", N_("Barn og unge")


class OnDayOff(Labelled):
    """What happens to a meeting that would be on a public holiday, or in a school break it keeps to."""

    SKIP = "skip", N_("faller ut på fridager")
    PREVIOUS = "previous", N_("på siste arbeidsdag før når dagen er fri")
    NEXT = "next", N_("på første arbeidsdag etter når dagen er fri")
    WEEK_LATER = "week-later", N_("samme ukedag uka etter når dagen er fri")


class FormKind(Labelled):
    """What a form is for."""

    CONSENT = "consent", N_("Samtykke")
    REPORT = "report", N_("Bekymringsmelding")
    REFERRAL = "referral", N_("Henvisning")
    AGENDA = "agenda", N_("Saksliste")
    MINUTES = "minutes", N_("Referat")
    PLAN = "plan", N_("Plan")
    HANDOVER = "handover", N_("Overføring")
    MEETING_GUIDE = "meeting-guide", N_("Møteledelse")
    SELF_REFERRAL = "self-referral", N_("Familiens egen henvisning")


class FieldKind(Labelled):
    """What is to be filled in."""

    LINE = "line", N_("linje")
    TEXT = "text", N_("tekstfelt")
    DATE = "date", N_("dato")
    CHECKBOX = "checkbox", N_("avkryssing")
    TABLE = "table", N_("tabell")
    SIGNATURE = "signature", N_("underskrift")


class ActKind(Labelled):
    """What kind of legal source it is."""

    ACT = "act", N_("lov")
    REGULATION = "regulation", N_("forskrift")
    AMENDING_ACT = "amending-act", N_("endringslov")
    EU_REGULATION = "eu-regulation", N_("EU-forordning")


class Risk(Labelled):
    """How much harm an uncertainty may do."""

    HIGH = "high", N_("høy")
    MEDIUM = "medium", N_("middels")
    LOW = "low", N_("lav")


class ActStatus(Labelled):
    """Whether a legal source applies."""

    IN_FORCE = "in-force", N_("i kraft")
    ADOPTED = "adopted", N_("vedtatt, ikke i kraft")
    REPEALED = "repealed", N_("opphevet")
