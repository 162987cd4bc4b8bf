"""A pathway: from a situation the reader is in, step by step, to feedback and an end."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from builder.i18n import N_
from builder.model.ages import Ages
from builder.model.base import Part
from builder.model.deadline import Deadline
from builder.model.families import Families
from builder.model.fields import (
    ActorRef,
    Citation,
    Flag,
    FormRef,
    ForumRef,
    Identifier,
    NeedRef,
    PathwayRef,
    Prose,
    RoleRef,
    RuleRef,
    Text,
    reject,
)
from builder.model.handover import Handover
from builder.model.kind import Kind, OwnPages
from builder.model.maintained import Maintained
from builder.model.result_group import ResultGroup
from builder.model.standard_terms import Situation, TargetGroup
from builder.model.vocabulary import TransitionKind
from builder.problem import Message


class Trigger(Part):
    """What sets the pathway going."""

    event: Prose | None = Field(
        None, title="Hendelse", description="Det som skjer, for eksempel «barnet har fått plass på skolen»."
    )
    age: int | None = Field(
        None, title="Alder", ge=0, le=120, description="Alderen forløpet gjelder, for eksempel 18 ved myndighetsalder."
    )
    months_before: int | None = Field(
        None,
        title="Måneder før",
        ge=0,
        le=60,
        description="Hvor lenge før alderen dere begynner. age: 18 og months_before: 12 betyr når den unge fyller 17.",
    )


class Transition(Part):
    """Where the pathway may go from a step: to another step, or over to another pathway."""

    when: Text = Field(title="Hvis", description="Når det går denne veien, for eksempel «bekymringen er der fortsatt».")
    step: Identifier | None = Field(None, title="Gå til steg", description="Id-en til et annet steg i samme forløp.")
    pathway: PathwayRef | None = Field(
        None, title="Gå til forløp", description="Når saken går over i et annet forløp. Bruk enten step eller pathway."
    )
    kind: TransitionKind = Field(
        TransitionKind.FORWARD,
        title="Retning",
        description="Videre, tilbake (som ved tilbakefall) eller ut av forløpet (som når det haster).",
    )

    @model_validator(mode="after")
    def _one_target(self) -> Self:
        if (self.step is None) == (self.pathway is None):
            raise reject(Message("skal ha nøyaktig én av step og pathway"))
        return self


class Step(Part):
    """One thing to do, with exactly one responsible role."""

    id: Identifier = Field(title="Id", description="Kort navn andre steg viser til, som «meld». Endres aldri.")
    title: Text = Field(title="Tittel", description="Si hva som skal gjøres, med et verb først.")
    level: int | None = Field(
        None, title="Nivå", ge=0, le=9, description="Nivået i kommunens modell, slik det står i municipality.yml."
    )
    text: Prose | None = Field(
        None, title="Hva som skal gjøres", description="Et par setninger når tittelen ikke sier nok."
    )
    todo: tuple[Prose, ...] = Field((), title="Gjør dette", description="Punktliste over det som skal gjøres i steget.")
    # More than one is let through here so that a rule can say in plain words why it must be one.
    responsible: RoleRef | tuple[RoleRef, ...] | None = Field(
        None, title="Ansvarlig", description="Nøyaktig én rolle. De andre som er med, står i participants."
    )
    participants: tuple[ActorRef, ...] = Field(
        (), title="Med på steget", description="Roller, kontakter eller tjenester som hjelper til, uten å ha ansvaret."
    )
    handover_to: ActorRef | None = Field(
        None,
        title="Tar over",
        description=(
            "Den som overtar ansvaret når steget er gjort, for eksempel ved utskriving eller overgang til voksne. "
            "Den som er ansvarlig for steget, gir beskjed."
        ),
    )
    handover: Handover | None = Field(
        None,
        title="Overgangen",
        description=(
            "Støtten før og etter, hvor lenge begge er med, hvem som bekrefter og hvem som kan avgjøre. Skrives der en "
            "person går over fra én tjeneste til en annen. Da blir det et ark den unge eller familien kan få."
        ),
    )
    notifies: tuple[ActorRef, ...] = Field(
        (), title="Får beskjed", description="De som skal få vite at steget er gjort, uten å ta over ansvaret."
    )
    deadline: Deadline | None = Field(
        None, title="Frist", description="Hvor raskt steget skal gjøres. Uten frist blir saken lett liggende."
    )
    legal_basis: tuple[Citation, ...] = Field(
        (), title="Lovgrunnlag", description="Bestemmelser som krever eller åpner for steget. Må stå i lovregisteret."
    )
    forum: ForumRef | None = Field(None, title="Møte", description="Møtet der steget skjer.")
    forms: tuple[FormRef, ...] = Field(
        (), title="Skjemaer", description="Skjemaer som fylles ut i steget, for eksempel samtykke."
    )
    rules: tuple[RuleRef, ...] = Field(
        (), title="Kan jeg dele?", description="Reglene som sier hva som kan deles i steget."
    )
    needs: tuple[NeedRef, ...] = Field(
        (),
        title="Hvem betaler?",
        description="Det familien kan trenge i steget, der det står hvem som bestemmer og hvem som betaler.",
    )
    information: Prose | None = Field(
        None, title="Hvem får vite hva", description="Hva som sies til hvem, og når. Også hva som ikke skal sies."
    )
    participation: Prose | None = Field(
        None, title="Barnet og foreldrene", description="Hvordan barnet og foreldrene blir hørt og informert i steget."
    )
    say: tuple[Text, ...] = Field(
        (), title="Slik kan du si det", description="Setninger leseren kan bruke ord for ord i en vanskelig samtale."
    )
    while_waiting: Prose | None = Field(
        None, title="Mens du venter", description="Hva som gjøres for barnet til neste steg kan begynne."
    )
    transitions: tuple[Transition, ...] = Field(
        (), title="Hva skjer videre", description="Veiene fra steget: videre, tilbake eller ut."
    )
    ends: Flag = Field(False, title="Forløpet kan slutte her", description="true når saken kan være ferdig her.")


class Pathway(Maintained):
    """A routine, named as the person standing in the situation would name it."""

    title: Text = Field(title="Tittel", description="Slik du selv ville sagt det: «Jeg er bekymret for et barn».")
    aliases: tuple[Text, ...] = Field(
        (),
        title="Andre ord",
        description="Det folk sier når de står i dette: «kommer ikke på skolen». Vises ikke, men søket finner siden.",
    )
    situation: Situation | None = Field(
        None,
        title="Situasjon",
        description=(
            "Det felles ordet for situasjonen. Med det ser egenkontrollen hvilke overganger håndboka dekker, og "
            "kommuner kan sammenlignes."
        ),
    )
    summary: Prose = Field(title="Kort fortalt", description="Hva forløpet er, i én eller to setninger.")
    goal: Prose | None = Field(
        None,
        title="Felles mål",
        description=(
            "Det tjenestene vil nå sammen, sagt slik barnet eller familien ville sagt det. Én setning, når flere "
            "tjenester er med."
        ),
    )
    order: int = Field(50, title="Rekkefølge", ge=-999, le=999, description="Lavest tall står først på forsiden.")
    urgent: Flag = Field(
        False, title="Haster", description="true for forløp der noen er i fare. Da står nødnumrene øverst på siden."
    )
    trigger: Trigger | None = Field(
        None, title="Bruk dette når", description="Hendelsen eller alderen som setter forløpet i gang."
    )
    groups: tuple[TargetGroup, ...] = Field(
        (), title="Målgruppe", description="De felles ordene for hvem det gjelder. Det lokale skrives i target_group."
    )
    target_group: Prose | None = Field(None, title="Gjelder", description="Hvem forløpet gjelder, med egne ord.")
    ages: Ages | None = Field(None, title="Alder", description="Alderen på dem forløpet gjelder.")
    level: int | None = Field(
        None,
        title="Begynner på nivå",
        ge=0,
        le=9,
        description="Nivået i kommunens modell der forløpet begynner. 0 er gjerne den første undringen.",
    )
    acute_exit: PathwayRef | None = Field(
        None, title="Hvis det haster", description="Forløpet leseren skal til når barnet er i fare nå."
    )
    steps: tuple[Step, ...] = Field(
        title="Steg", min_length=1, description="Stegene i rekkefølge, fra første til siste."
    )
    participation: Prose | None = Field(
        None,
        title="Barnet og foreldrene",
        description="Hvordan familien er med gjennom hele forløpet. Er det ulikt fra steg til steg, skrives det der.",
    )
    while_waiting: Prose | None = Field(
        None, title="Mens du venter", description="Hva som gjøres for barnet når forløpet står stille."
    )
    feedback: Prose | None = Field(
        None, title="Tilbakemelding", description="Hvem som forteller hvem hvordan det gikk, og når."
    )
    legal_basis: tuple[Citation, ...] = Field(
        (), title="Lovgrunnlag", description="Bestemmelser hele forløpet bygger på. Må stå i lovregisteret."
    )
    families: Families | None = Field(
        None,
        title="For barn, unge og foreldre",
        description="Det samme sagt til familien det gjelder, i vanlige ord. Blir en egen side de kan få.",
    )


PATHWAYS = Kind(
    name="pathways",
    record=Pathway,
    label=N_("forløp"),
    plural=N_("Hva gjør jeg når …"),
    description="Et forløp: fra situasjonen leseren er i, steg for steg, til tilbakemelding og slutt.",
    address=OwnPages("situasjoner"),
    builds_on_law=True,
    group=ResultGroup.SITUATION,
    asked_by_alias=True,
    news=N_("Nytt forløp: {name}"),
)
