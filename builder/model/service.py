"""A service: what it does and does not do, for whom, how to get in, and whom to call."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from builder.i18n import N_
from builder.model.ages import Ages
from builder.model.audience import WHO_MAY_READ, Audience
from builder.model.base import Part, Verified
from builder.model.families import Families
from builder.model.fields import (
    Citation,
    Date,
    DistrictRef,
    Email,
    Flag,
    Identifier,
    InternalOnly,
    Name,
    Phone,
    PlaceRef,
    Prose,
    ServiceRef,
    Text,
    Time,
    Verbatim,
    WebAddress,
    reject,
)
from builder.model.kind import Kind, OwnPages, PartKind
from builder.model.maintained import Maintained
from builder.model.result_group import ResultGroup
from builder.model.standard_terms import PlaceType, TargetGroup
from builder.model.steering import Steered
from builder.model.vocabulary import AccessRoute, Acute, Category, Government, Venue, Weekday
from builder.problem import Message


class Hours(Part):
    """When somebody answers: the same hours on one or more days of the week."""

    days: tuple[Weekday, ...] = Field(
        title="Dager", min_length=1, description="Dagene tidene gjelder, for eksempel [monday, tuesday]."
    )
    opens: Time = Field(title="Åpner", description="Klokkeslett, for eksempel 8:00.")
    closes: Time = Field(title="Stenger", description="Klokkeslett etter åpning, for eksempel 15:30.")
    note: Text | None = Field(None, title="Merknad", description="For eksempel «ikke i skoleferien».")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.closes <= self.opens:
            raise reject(
                Message("stenger {closes:%H:%M}, men åpner {opens:%H:%M}", closes=self.closes, opens=self.opens)
            )
        return self


class Deputy(Part):
    """Who answers when the contact is away. A role; the person is replaceable."""

    role: Text = Field(title="Rolle", description="Rollen som svarer når kontakten er borte, for eksempel «nestleder».")
    person: Annotated[Verbatim | None, InternalOnly()] = Field(
        None, title="Person", description="Hvem det er nå. Utelates når rollen er nok."
    )
    phone: Phone | None = Field(None, title="Telefon", description="Jobbnummer. Aldri et privat nummer.")
    email: Email | None = Field(None, title="E-post", description="Helst en adresse flere leser.")


class Contact(Part):
    """A permanent role in a service, and how to reach whoever holds it now. Never a private number."""

    id: Identifier = Field(title="Id", description="Sammen med tjenesten blir dette rollens navn, som ppt.leder.")
    formerly: tuple[Identifier, ...] = Field(
        (), title="Het før", description="Id-er kontakten har hatt. Gamle kontaktkort fører da hit."
    )
    audience: Audience = WHO_MAY_READ
    role: Text = Field(title="Rolle", description="Den faste rollen, for eksempel «leder» eller «mottak».")
    person: Annotated[Verbatim | None, InternalOnly()] = Field(
        None, title="Person", description="Kan byttes ut. Utelates når rollen alene er nok."
    )
    vacant: Annotated[Flag, InternalOnly()] = Field(
        False, title="Ubesatt", description="true når ingen har rollen nå. Da må stedfortrederen stå her."
    )
    deputy: Deputy | None = Field(
        None, title="Ved fravær", description="Den som svarer når kontakten er syk, har ferie eller har sluttet."
    )
    away_until: Annotated[Date | None, InternalOnly()] = Field(
        None,
        title="Borte til og med",
        description="Siste dag kontakten er borte, for eksempel i ferien. Imens skal stedfortrederen ringes.",
    )
    phone: Phone | None = Field(None, title="Telefon", description="Nummeret andre tjenester og innbyggere kan ringe.")
    direct_phone: Annotated[Phone | None, InternalOnly()] = Field(
        None, title="Direktenummer", description="Bare for ansatte. Står i den interne utgaven, og aldri i den åpne."
    )
    email: Email | None = Field(None, title="E-post", description="Aldri opplysninger om barn i e-post.")
    hours: tuple[Hours, ...] = Field((), title="Treffes", description="Når kontakten svarer, dag for dag.")
    acute: Acute | None = Field(
        None,
        title="Ringes når det haster",
        description="Settes på dem folk skal ringe når det ikke kan vente. De står først på forsiden, i akutte "
        "situasjoner, på plakatene og på lommekortet. Mottaket i barnevernet er in-hours, barnevernsvakta "
        "out-of-hours.",
    )
    area: Text | None = Field(None, title="Dekker", description="Skoler, barnehager eller områder kontakten har.")
    places: tuple[PlaceRef, ...] = Field(
        (), title="Steder", description="Id-ene til stedene kontakten har som sine. Går foran områder og typer."
    )
    districts: tuple[DistrictRef, ...] = Field(
        (),
        title="Områder",
        description="Id-ene til områdene kontakten dekker. Sammen med place_types: bare steder av de typene der.",
    )
    place_types: tuple[PlaceType, ...] = Field(
        (), title="Typer steder", description="Når kontakten dekker alle steder av en type, som alle barnehagene."
    )
    at_each_place: Flag = Field(
        False,
        title="Én på hvert sted",
        description=(
            "true når hvert sted har sin egen, som styrer og rektor. Møtetida regnes da for ett sted om gangen, og "
            "stedets eget nummer blir vist."
        ),
    )
    responsibility: Prose | None = Field(
        None, title="Kontakt meg om", description="Hva du kan ringe om, så ingen blir satt over for ofte."
    )
    languages: tuple[Text, ...] = Field(
        (), title="Språk", description="Språk kontakten snakker, utover norsk, for eksempel nordsamisk."
    )
    verified: Verified | None = Field(
        None, title="Sist kontrollert", description="Når noen sist sjekket at opplysningene stemmer, hvem og hvordan."
    )


class Access(Part):
    """How one gets help from the service."""

    routes: tuple[AccessRoute, ...] = Field(
        (), title="Veien inn", description="Ett eller flere av ordene. Avgjør hva leseren gjør først."
    )
    who_may_refer: tuple[Text, ...] = Field(
        (), title="Hvem kan henvise", description="Rollene som kan henvise, for eksempel fastlege og barnevern."
    )
    how: Prose | None = Field(
        None, title="Slik gjør du", description="Hva som sendes hvor, og hva henvisningen må inneholde."
    )
    otherwise: Prose | None = Field(
        None, title="Kan du ikke henvise?", description="Veien dit for dem som ikke kan henvise."
    )


class UsersAsked(Part):
    """That those who get help from a service were asked what they think of it. No answers: they are the service's."""

    date: Date = Field(title="Dato", description="Dagen undersøkelsen ble avsluttet.")
    how: Text | None = Field(
        None,
        title="Hvordan",
        description="For eksempel «spørreskjema etter samtalen» eller «samtale med ungdomsrådet».",
    )
    learned: Prose | None = Field(
        None, title="Det førte til", description="Hva tjenesten endret etterpå. Ingenting om enkeltpersoner."
    )


class Service(Steered, Maintained):
    """A service that staff may need to reach, own or shared with other municipalities."""

    TITLE = "name"

    name: Text = Field(title="Navn", description="Det tjenesten heter hos dere, for eksempel «PP-distriktstjenesten».")
    short_name: Text | None = Field(None, title="Kortnavn", description="For eksempel PPT.")
    aliases: tuple[Name, ...] = Field((), title="Også kalt", description="Gamle navn og det folk sier til daglig.")
    category: Category = Field(
        title="Type tjeneste",
        description="Det felles ordet for tjenesten, uansett hva den heter hos dere. Regler og søk bruker det.",
    )
    government: Government = Field(
        title="Drives av", description="Kommunen, fylkeskommunen, helseforetaket, staten eller andre."
    )
    parent: Text | None = Field(None, title="Hører til", description="Enheten tjenesten ligger under.")
    part_of: ServiceRef | None = Field(
        None,
        title="Del av",
        description="Enheten tjenesten er et team i, når enheten selv er beskrevet, med leder og felles kontakter.",
    )
    serves: tuple[Identifier, ...] = Field(
        (), title="Gjelder for", description="Bare i common: kommunene tjenesten gjelder. Tomt betyr alle."
    )
    summary: Prose = Field(title="Kort fortalt", description="Én eller to setninger om hva tjenesten er.")
    does: tuple[Prose, ...] = Field(
        (), title="Dette gjør vi", description="Konkrete oppgaver, med verb først. Ikke mål og visjoner."
    )
    does_not: tuple[Prose, ...] = Field(
        (),
        title="Dette gjør vi ikke",
        description="Det andre ofte tror dere gjør, og hvem som gjør det i stedet. Hindrer at saker blir kasteballer.",
    )
    groups: tuple[TargetGroup, ...] = Field(
        (), title="Målgruppe", description="De felles ordene for hvem det gjelder. Det lokale skrives i target_group."
    )
    target_group: Prose | None = Field(None, title="For hvem", description="Hvem tjenesten er for, med egne ord.")
    ages: Ages | None = Field(
        None, title="Alder", description="Alderen på dem tjenesten er for. Sjekken finner hull mellom tjenester."
    )
    area: Text | None = Field(None, title="Område", description="Området tjenesten dekker, for eksempel «bydel sør».")
    access: Access | None = Field(None, title="Slik får du hjelp", description="Veien inn, og hvem som kan åpne den.")
    decides: Text | None = Field(None, title="Hvem beslutter", description="Hvem som fatter vedtak.")
    performs: Text | None = Field(
        None, title="Hvem utfører", description="Hvem som gir hjelpen, når det er andre enn den som fatter vedtaket."
    )
    requires_diagnosis: Text | None = Field(None, title="Diagnose", description="Om det kreves diagnose.")
    voluntary: Prose | None = Field(
        None, title="Frivillig?", description="Om familien kan si nei, og hva som skjer hvis den gjør det."
    )
    no_show: Prose | None = Field(
        None,
        title="Hvis noen ikke møter",
        description="Hva tjenesten gjør når noen ikke kommer, og hvem som får vite det.",
    )
    while_waiting: Prose | None = Field(
        None, title="Mens du venter", description="Hva andre bør gjøre for barnet til tjenesten kan begynne."
    )
    response_time: Prose | None = Field(
        None, title="Svartid og ventetid", description="Hvor lenge det pleier å ta, eller at det ikke er kjent."
    )
    opening_hours: tuple[Hours, ...] = Field((), title="Åpningstid", description="Når døra er åpen, dag for dag.")
    phone_hours: tuple[Hours, ...] = Field((), title="Telefontid", description="Når noen tar telefonen, dag for dag.")
    acute: Prose | None = Field(
        None, title="Når det haster", description="Hvem du ringer når det ikke kan vente, også utenom åpningstid."
    )
    venues: tuple[Venue, ...] = Field(
        (), title="Hvor vi møter folk", description="Ett eller flere av ordene. Viser om tjenesten kommer til barnet."
    )
    address: Verbatim | None = Field(None, title="Besøksadresse", description="Gate og sted.")
    legal_basis: tuple[Citation, ...] = Field(
        (), title="Lovgrunnlag", description="Bestemmelsene tjenesten bygger på. Må stå i lovregisteret."
    )
    good_to_know: tuple[Prose, ...] = Field(
        (),
        title="Greit å vite",
        description="Tempo, dokumentasjonsplikt og annet partene bør kjenne til.",
    )
    direct_contact: Prose | None = Field(
        None,
        title="Direkte kontakt mellom ansatte",
        description="Om ansatte kan ringe hverandre direkte, og hva de kan snakke om uten samtykke.",
    )
    asks_first: tuple[Category, ...] = Field(
        (),
        title="Vi spør om samtykke før vi sier noe til",
        description="Typer tjenester dere ikke gir opplysninger om en navngitt person uten samtykke.",
    )
    may_tell: tuple[Category, ...] = Field(
        (),
        title="Vi kan si noe uten samtykke til",
        description="Typer tjenester loven lar dere gi opplysninger når vilkårene er oppfylt. Må stemme med reglene.",
    )
    training_offered: tuple[Prose, ...] = Field(
        (), title="Opplæring vi gir andre", description="Kurs, veiledning og besøk andre tjenester kan be om."
    )
    works_with: tuple[ServiceRef, ...] = Field(
        (), title="Nære samarbeidspartnere", description="Tjenestene dere har mest med å gjøre. Vises begge veier."
    )
    contacts: tuple[Contact, ...] = Field(
        (), title="Kontakter", description="Faste roller som kan nås, hver med stedfortreder."
    )
    website: WebAddress | None = Field(None, title="Nettsted", description="Tjenestens egen side.")
    users_asked: UsersAsked | None = Field(
        None,
        title="Brukerne sist spurt",
        description="Når barn, unge og foreldre sist ble spurt om hva de synes om hjelpen, og hva det førte til.",
    )
    reviewed: Date | None = Field(
        None, title="Sist gjennomgått", description="Da tjenesten selv sist leste gjennom og rettet siden sin."
    )
    note: Prose | None = Field(None, title="Merknad", description="Det som ikke passer i noe annet felt.")
    families: Families | None = Field(
        None,
        title="For barn, unge og foreldre",
        description="Tjenesten forklart for dem som skal få hjelp der. Blir en egen side de kan få.",
    )

    @property
    def label(self) -> str:
        return self.short_name or self.name


def contact_name(service: Service, contact: Contact) -> str:
    """The role, and the service where the role alone does not say it."""
    said = contact.role.casefold()
    if service.label.casefold() in said or service.name.casefold() in said:
        return contact.role
    return f"{contact.role}, {service.label}"


SERVICES = Kind(
    name="services",
    record=Service,
    label=N_("tjeneste"),
    plural=N_("Tjenester"),
    description="En tjeneste: hva den gjør og ikke gjør, for hvem, hvordan du får hjelp, og hvem du ringer.",
    address=OwnPages("tjenester"),
    group=ResultGroup.SERVICE,
    other_names=("short_name", "aliases"),
    news=N_("Ny tjeneste: {name}"),
)
#: Named as `service.contact`.
CONTACTS = PartKind(name="contacts", label=N_("kontakt"), whole=SERVICES)
