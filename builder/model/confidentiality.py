"""Rules about confidentiality and sharing, in plain words, from whom to whom."""

from __future__ import annotations

from pydantic import Field

from builder.i18n import N_
from builder.model.ages import Ages
from builder.model.audience import Audience
from builder.model.base import Part
from builder.model.families import Families
from builder.model.fields import Citation, Flag, FormRef, Prose, RuleRef, ServiceRef, Text
from builder.model.kind import Kind, OwnPages
from builder.model.maintained import Maintained
from builder.model.result_group import ResultGroup
from builder.model.vocabulary import Category, ConsentNeed, Consents, Effect, Matter, RuleKind


class Parties(Part):
    """Who sends or receives: whole kinds of service, single services, or others in words."""

    everyone: Flag = Field(False, title="Alle", description="true når regelen gjelder alle tjenester.")
    public: Flag = Field(
        False,
        title="Alle offentlige tjenester",
        description="true når regelen gjelder alle tjenester som drives av kommune, fylke, helseforetak eller stat.",
    )
    categories: tuple[Category, ...] = Field(
        (), title="Typer tjenester", description="Regelen gjelder alle tjenester av disse typene."
    )
    services: tuple[ServiceRef, ...] = Field(
        (), title="Tjenester", description="Enkelttjenester, når det ikke gjelder alle av samme type."
    )
    others: tuple[Text, ...] = Field(
        (), title="Andre", description="De som ikke er tjenester i håndboka, for eksempel foreldre."
    )

    @property
    def outside(self) -> bool:
        """Whether it is only those who are no service."""
        return bool(self.others) and not (self.everyone or self.public or self.categories or self.services)


class ConsentByAge(Ages):
    """Who consents at some ages, in one matter. Nothing that is not in the register of law may stand here."""

    matter: Text = Field(
        title="Gjelder",
        description="Saken aldersgrensen gjelder, for eksempel «Helsehjelp». Grensene er ulike fra lov til lov.",
    )
    who: Consents = Field(title="Hvem samtykker", description="Den som må si ja i denne alderen.")
    note: Prose | None = Field(
        None, title="Merknad", description="Unntak og det som følger med, for eksempel fra hvilken alder barnet høres."
    )
    legal_basis: tuple[Citation, ...] = Field(
        title="Lovgrunnlag", min_length=1, description="Bestemmelsen som setter grensen. Må stå i lovregisteret."
    )


class Consent(Part):
    """Whether consent is needed, from whom, and how it is given and withdrawn."""

    need: ConsentNeed = Field(title="Trengs samtykke?", description="Om samtykke kreves for å dele etter regelen.")
    from_whom: Prose | None = Field(
        None, title="Fra hvem", description="Også når begge foreldre må, eller barnet selv."
    )
    by_age: tuple[ConsentByAge, ...] = Field(
        (),
        title="Aldersgrenser",
        description="Hvem som samtykker i hver alder, sak for sak. Vises som en tabell leseren kan slå opp i.",
    )
    form: FormRef | None = Field(None, title="Skjema", description="Samtykkeskjemaet som brukes.")
    how: Prose | None = Field(
        None, title="Slik innhenter du samtykke", description="Hvordan du spør, og hva den andre må få vite først."
    )
    withdrawal: Prose | None = Field(
        None,
        title="Slik trekkes samtykket",
        description="Hvem man sier fra til, og hva som skjer med det som er delt. Trengs når samtykke kreves.",
    )


class Precedence(Part):
    """What this rule closes or narrows of what more general rules open for: a special act goes before a general one."""

    effect: Effect = Field(
        title="Virkning", description="Om den stenger for deling, krever tillatelse, eller snevrer inn åpningen."
    )
    over: tuple[RuleRef, ...] = Field(
        title="Går foran",
        min_length=1,
        description="Reglene som viker. En meldeplikt eller avvergingsplikt viker aldri.",
    )
    says: Text = Field(
        title="Det den sier", description="Det som gjelder i stedet, i én setning. Står i svaret leseren får."
    )
    legal_basis: tuple[Citation, ...] = Field(
        title="Lovgrunnlag", min_length=1, description="Bestemmelsen som går foran. Må stå i lovregisteret."
    )


class BasisForSome(Part):
    """Provisions that bind only some of the senders."""

    KEY = "categories"

    categories: tuple[Category, ...] = Field(
        title="Typer tjenester", min_length=1, description="Tjenestene bestemmelsene gjelder for."
    )
    legal_basis: tuple[Citation, ...] = Field(
        title="Lovgrunnlag", min_length=1, description="Bestemmelsene i deres egen lov. Må stå i lovregisteret."
    )


class ConfidentialityRule(Maintained):
    """What may, must or must not be shared, on which legal basis, and how to do it."""

    title: Text = Field(title="Tittel", description="Hva regelen handler om, i ord leseren bruker.")
    aliases: tuple[Text, ...] = Field(
        (),
        title="Andre ord",
        description="Det folk spør om når de trenger regelen. Vises ikke på siden, men søket finner regelen på dem.",
    )
    kind: RuleKind = Field(title="Type regel", description="Om den forbyr, åpner for eller krever at noe blir sagt.")
    summary: Prose = Field(title="Kort sagt", description="Regelen i én eller to setninger.")
    sender: Parties = Field(title="Fra", description="Hvem som gir opplysningene.")
    receiver: Parties = Field(title="Til", description="Hvem som får dem.")
    about: tuple[Matter, ...] = Field(
        (),
        title="Gjelder når",
        description="Hva leseren står i når regelen svarer henne. Tomt betyr uansett hva det gjelder.",
    )
    answer: Text | None = Field(
        None,
        title="Svaret",
        description="Svaret på «Kan jeg dele?» i én setning på høyst 20 ord, for eksempel «Spør foreldrene først».",
    )
    situation: Prose | None = Field(None, title="Situasjon", description="Når leseren trenger regelen.")
    may_share: Prose | None = Field(
        None, title="Dette kan deles", description="Hvilke opplysninger, og hvor mye av dem."
    )
    conditions: tuple[Prose, ...] = Field(
        (),
        title="Vilkår",
        description="Det som må være på plass før noe kan deles. Høyst tre korte; de står i svaret leseren får.",
    )
    notes: tuple[Prose, ...] = Field(
        (), title="Merk deg", description="Det som følger med, men ikke er et vilkår: unntak, grenser og gode råd."
    )
    precedence: tuple[Precedence, ...] = Field(
        (),
        title="Går foran",
        description="Det en særlov stenger eller snevrer inn av det en mer allmenn regel åpner for, med bestemmelsen.",
    )
    decided_by: Text | None = Field(
        None, title="Hvem vurderer", description="Rollen som avgjør om vilkårene er oppfylt."
    )
    consent: Consent | None = Field(
        None, title="Samtykke", description="Om familien må si ja, hvem som sier ja, og hvordan det trekkes."
    )
    legal_basis: tuple[Citation, ...] = Field(
        (),
        title="Lovgrunnlag",
        description="Bestemmelsene regelen bygger på for alle den gjelder. Må stå i lovregisteret.",
    )
    basis_for_some: tuple[BasisForSome, ...] = Field(
        (),
        title="Lovgrunnlag for noen tjenester",
        description="Bestemmelser som bare binder noen av avsenderne. Svaret viser hver leser bare sine egne.",
    )
    practice: tuple[Prose, ...] = Field(
        (), title="Slik gjør du", description="Det leseren gjør, steg for steg, med verb først."
    )
    can_say: tuple[Text, ...] = Field(
        (), title="Du kan si", description="Setninger som er innenfor regelen, ord for ord."
    )
    cannot_say: tuple[Text, ...] = Field(
        (), title="Du kan ikke si", description="Setninger som bryter regelen, så grensen blir tydelig."
    )
    records: Prose | None = Field(
        None, title="Dette skal du skrive ned", description="Hva som noteres, hvor, og hvem som kan se det."
    )
    see: tuple[RuleRef, ...] = Field(
        (),
        title="Se også",
        description="Regler leseren ofte trenger sammen med denne. Lenken vises på begge sidene.",
    )
    families: Families | None = Field(
        None,
        title="For barn, unge og foreldre",
        description="Hva regelen betyr for familien, i vanlige ord. Blir en egen side de kan få.",
    )


RULES = Kind(
    name="rules",
    record=ConfidentialityRule,
    label=N_("regel"),
    plural=N_("Taushetsplikt og deling"),
    description="En regel om taushetsplikt eller deling: fra hvem, til hvem, på hvilke vilkår og hvordan.",
    address=OwnPages("taushetsplikt"),
    sorted=False,
    builds_on_law=True,
    group=ResultGroup.RULE,
    asked_by_alias=True,
    news=N_("Ny regel: {name}"),
    audience=Audience.PUBLIC,
)
