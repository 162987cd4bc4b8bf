"""A meeting place: why it exists, who comes with what mandate, how decisions travel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from builder.i18n import N_
from builder.model.actor import Actor
from builder.model.ages import Ages
from builder.model.base import Part
from builder.model.deadline import Deadline
from builder.model.fields import (
    ActorRef,
    Citation,
    Date,
    FormRef,
    InternalOnly,
    Name,
    PlaceRef,
    Prose,
    RoleRef,
    RuleRef,
    Text,
    Time,
)
from builder.model.kind import Kind, OwnPages
from builder.model.maintained import Maintained
from builder.model.recurrence import Recurrence
from builder.model.result_group import ResultGroup
from builder.model.since import Start
from builder.model.standard_terms import ForumType, TargetGroup
from builder.model.steering import Undertaking
from builder.model.vocabulary import (
    Anchoring,
    Attendance,
    DiscussionMode,
    ForumKind,
    Mandate,
    Purpose,
)


class Mode(Part):
    """A way to speak of cases in a meeting, and when it is used. May be written as the word alone."""

    SHORT: ClassVar[str | None] = "mode"

    mode: DiscussionMode = Field(
        title="Måte", description="Hvordan dere snakker om saker. Avgjør hvilke regler for deling som gjelder."
    )
    when: Text | None = Field(
        None,
        title="Når",
        description=(
            "Når i møtet, eller i hvilke saker, det er slik. Trengs når møtet har flere måter, "
            "for eksempel «til samtykket er skrevet under»."
        ),
    )

    @model_validator(mode="before")
    @classmethod
    def _word_alone(cls, value: Any) -> Any:
        return {"mode": value} if isinstance(value, str) else value

    @property
    def label(self) -> str:
        """The word as a reader sees it."""
        return self.mode.label

    @property
    def names_persons(self) -> bool:
        """Whether a child or a family can be recognised in what is said."""
        return self.mode.names_persons


class Member(Part):
    """Somebody who belongs in the forum, by role or by service."""

    KEY = "actor"

    actor: ActorRef = Field(title="Hvem", description="En rolle, en kontakt (tjeneste.kontakt) eller en tjeneste.")
    mandate: Mandate | None = Field(
        None,
        title="Mandat",
        description="Hva deltakeren kan binde tjenesten sin til. Uten mandat må saken hjem igjen.",
    )
    deputy: Text | None = Field(
        None, title="Vara", description="Rollen som kommer når deltakeren ikke kan, for eksempel «nestleder»."
    )
    attendance: Attendance = Field(
        Attendance.REQUIRED,
        title="Oppmøte",
        description="Om deltakeren alltid skal være med, eller kommer når det trengs.",
    )
    note: Text | None = Field(
        None, title="Merknad", description="For eksempel hvilken del av møtet deltakeren er med på."
    )


class PlaceMember(Member):
    """Somebody who belongs in the forum in one place: instead of one of the others, or besides them."""

    instead_of: ActorRef | None = Field(
        None,
        title="I stedet for",
        description=(
            "Deltakeren i lista over som ikke kommer hit. En kontakt kommer av seg selv i stedet for tjenesten sin. "
            "Mandat, vara og oppmøte blir som for den, når de ikke står her."
        ),
    )


class ForumPlace(Part):
    """A place the forum is held in, and what is different there."""

    KEY = "place"

    place: PlaceRef = Field(title="Sted", description="Id-en til barnehagen, skolen eller et annet sted.")
    convener: RoleRef | None = Field(None, title="Innkaller", description="Når det er en annen her.")
    chair: RoleRef | None = Field(None, title="Møteleder", description="Når det er en annen her.")
    minutes_by: RoleRef | None = Field(None, title="Skriver referat", description="Når det er en annen her.")
    room: Text | None = Field(None, title="Rom", description="Rommet på stedet, for eksempel «personalrommet».")
    members: tuple[PlaceMember, ...] = Field(
        (), title="Faste folk her", description="De som kommer hit i stedet for noen i members, eller i tillegg."
    )
    recurrence: Recurrence | None = Field(
        None, title="Hvor ofte", description="Dagen eller datoene her, når de er andre enn ellers."
    )
    starts: Time | None = Field(None, title="Begynner", description="Klokkeslettet her, når det er et annet.")
    minutes: int | None = Field(
        None, title="Varighet i minutter", ge=5, le=960, description="Når møtet varer lenger eller kortere her."
    )
    arranged: Date | None = Field(None, title="Sist avholdt", description="Datoen for siste møte her.")
    note: Text | None = Field(None, title="Merknad", description="Annet som er annerledes her.")


class Decisions(Part):
    """What happens to what is decided."""

    followed_up: Prose | None = Field(
        None,
        title="Slik følges det opp",
        description="Hvem som ser etter at det som ble bestemt, er gjort. For eksempel først på neste saksliste.",
    )
    reported_family: Prose | None = Field(
        None,
        title="Slik får barnet og foreldrene vite det",
        description=(
            "Hva som fortelles videre til barnet, den unge og foreldrene etter møtet, av hvem og når. Bli enige om det "
            "i møtet, også når familien var der."
        ),
    )
    reported_up: Prose | None = Field(
        None, title="Slik når det ledelsen", description="Hvem som får vite det i linja over, hvordan og når."
    )
    reported_down: Prose | None = Field(
        None,
        title="Slik når det de ansatte",
        description="Hvordan de som ikke var der, får vite det. For eksempel på personalmøtet uka etter.",
    )


class Standing(Part):
    """Internal control: when the forum was last arranged, followed up and evaluated."""

    arranged: Date | None = Field(
        None, title="Sist avholdt", description="Datoen for siste møte. Neste møte regnes ut fra den."
    )
    followed_up: Annotated[Date | None, InternalOnly()] = Field(
        None, title="Sist fulgt opp", description="Da noen sist gikk gjennom om vedtakene var gjort."
    )
    evaluated: Annotated[Date | None, InternalOnly()] = Field(
        None, title="Sist evaluert", description="Da deltakerne sist vurderte om møtet gjør nytten sin."
    )


class Forum(Undertaking, Maintained):
    """A meeting, team or network where services work together."""

    TITLE = "name"

    name: Text = Field(title="Navn", description="Det møtet heter hos dere, for eksempel «Forebyggende forum».")
    aliases: tuple[Name, ...] = Field(
        (), title="Også kalt", description="Forkortelser og gamle navn. Søket finner møtet på dem også."
    )
    kind: ForumKind = Field(
        title="Type møteplass", description="Om møtet står fast i kalenderen, samles rundt ett barn, eller er uformelt."
    )
    type: ForumType | None = Field(
        None,
        title="Møtetype",
        description=(
            "Det felles ordet for denne typen møte, uansett hva det heter hos dere. Med det finner nyansatte og søket "
            "fram, og kommuner kan sammenlignes. «Teammøtet» kan for eksempel være consultation-team."
        ),
    )
    purpose: Prose = Field(title="Formål", description="Hvorfor møtet finnes, i én eller to setninger.")
    purposes: tuple[Purpose, ...] = Field(
        (), title="Møtet brukes til", description="Ett eller flere av ordene. Viser om to møter gjør det samme."
    )
    level: int | None = Field(
        None, title="Nivå", ge=0, le=9, description="Nivået i kommunens modell, slik det står i municipality.yml."
    )
    modes: tuple[Mode, ...] = Field(
        (),
        title="Slik snakker vi om saker",
        description=(
            "Ett ord når det alltid er likt: [anonymised]. Er det flere, skriver du mode og when for hver, "
            "så alle vet når navn kan brukes."
        ),
    )
    ages: Ages | None = Field(None, title="Alder", description="Alderen på dem møtet handler om.")
    groups: tuple[TargetGroup, ...] = Field(
        (), title="Målgruppe", description="De felles ordene for hvem møtet gjelder. Det lokale skrives i target_group."
    )
    target_group: Prose | None = Field(
        None, title="Gjelder", description="Hvem møtet gjelder, med egne ord, for eksempel «barn i bydel sør»."
    )
    convener: RoleRef | None = Field(
        None,
        title="Innkaller",
        description="Rollen som svarer for at det blir kalt inn. Én, også når flere deler på jobben.",
    )
    co_conveners: tuple[RoleRef, ...] = Field(
        (),
        title="Innkaller sammen med",
        description="Andre roller som også kaller inn. Den i convener svarer fortsatt for at det blir gjort.",
    )
    convening: Text | None = Field(
        None,
        title="Slik deler de på det",
        description="Hvem som kaller inn når, for eksempel «barnevernet om høsten, helsestasjonen om våren».",
    )
    chair: RoleRef | None = Field(None, title="Møteleder", description="Rollen som leder møtet.")
    minutes_by: RoleRef | None = Field(
        None, title="Skriver referat", description="Rollen som skriver ned hva som ble bestemt, og sender det ut."
    )
    members: tuple[Member, ...] = Field(
        (), title="Deltakere", description="Hvem som er med, hva de kan bestemme, og hvem som kommer i stedet."
    )
    participation: Prose | None = Field(
        None,
        title="Barn, unge og foreldre",
        description="Om familien er med, hvordan de blir forberedt, eller hvordan deres syn kommer fram.",
    )
    recurrence: Recurrence | None = Field(
        None, title="Hvor ofte", description="Møtetiden som data. Da kan håndboka regne ut de neste datoene."
    )
    starts: Time | None = Field(None, title="Begynner", description="Klokkeslettet møtet begynner.")
    minutes: int | None = Field(
        None,
        title="Varighet i minutter",
        ge=5,
        le=960,
        description="Brukes også til å regne ut hvor mye møtetid hver rolle har.",
    )
    place: Text | None = Field(None, title="Sted", description="Rom eller bygg, eller at møtet er digitalt.")
    places: tuple[ForumPlace, ...] = Field(
        (),
        title="Holdes på",
        description=(
            "Når det samme møtet holdes på mange steder: ett punkt for hvert sted, med det som er annerledes der. Alt "
            "annet gjelder alle stedene."
        ),
    )
    sign_up: Text | None = Field(
        None,
        title="Meld saker",
        description="Når, til hvem og hvordan saker meldes, for eksempel «en uke før, til koordinatoren».",
    )
    sign_up_by: Deadline | None = Field(
        None,
        title="Frist som kan regnes ut",
        description=(
            "Den samme fristen som data, så håndboka kan vise datoen for neste møte. "
            "For eksempel amount: 5, unit: working-days, before: møtet."
        ),
    )
    preparation: tuple[Prose, ...] = Field(
        (), title="Før møtet", description="Det som må være gjort: intern drøfting, samtykke, papirer sendt ut."
    )
    agenda: tuple[Prose, ...] = Field(
        (),
        title="Saksliste",
        description=(
            "Faste punkter i rekkefølge. Ta med oppfølging fra sist og hvem som gjør hva. Skriv tida til slutt i "
            "punktet: «Nye saker uten navn (20 min)». Møtearket setter den i en egen kolonne og regner sammen."
        ),
    )
    forms: tuple[FormRef, ...] = Field(
        (), title="Skjemaer og maler", description="Skjemaer møtet bruker, for eksempel referatmal og samtykke."
    )
    decisions: Decisions | None = Field(
        None, title="Etter møtet", description="Hva som skjer med det som blir bestemt, oppover og nedover."
    )
    cancelling: Prose | None = Field(
        None, title="Hvis møtet må avlyses", description="Hvem som kan avlyse, og når det nye møtet skal være."
    )
    anchoring: Anchoring | None = Field(
        None, title="Forankring", description="Hvorfor møtet finnes: lov, vedtak, avtale eller egen vilje."
    )
    legal_basis: tuple[Citation, ...] = Field(
        (), title="Lovgrunnlag", description="Bestemmelser som krever eller åpner for møtet. Må stå i lovregisteret."
    )
    rules: tuple[RuleRef, ...] = Field(
        (),
        title="Regler for deling av opplysninger",
        description="Reglene deltakerne skal kunne slå opp i møtet. Må med når navngitte barn drøftes.",
    )
    agreement: Text | None = Field(
        None, title="Avtale", description="Avtalen møtet bygger på, med navn og hvor den finnes."
    )
    resources: Text | None = Field(
        None, title="Ressurser", description="Hva hver tjeneste legger inn, for eksempel stillingsprosent eller timer."
    )
    started: Start | None = Field(
        None, title="Startet", description="Da møtet ble holdt første gang. Vet dere bare året, skriver dere det: 2019."
    )
    standing: Standing | None = Field(
        None, title="Internkontroll", description="Datoer som viser om møtet lever: holdt, fulgt opp og evaluert."
    )

    @property
    def leading(self) -> Iterator[Actor]:
        """The roles that convene it, chair it and write its minutes, in that order; one may come more than once.

        After those of all places come those of single ones.
        """
        conveners = (self.convener, *self.co_conveners)
        elsewhere = (role for one in self.places for role in (one.convener, one.chair, one.minutes_by))
        return (role for role in (*conveners, self.chair, self.minutes_by, *elsewhere) if role)


FORUMS = Kind(
    name="forums",
    record=Forum,
    label=N_("møteplass"),
    plural=N_("Møteplasser"),
    description="En møteplass, et team eller et nettverk: hvorfor, hvem som er med, og hva som skjer etterpå.",
    # The year of all; the calendars of all, and of places.
    address=OwnPages("moteplasser", frozenset({"motearet", "alle", "steder"})),
    group=ResultGroup.FORUM,
    news=N_("Ny møteplass: {name}"),
)
