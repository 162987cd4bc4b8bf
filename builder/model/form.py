"""Forms and templates that staff print or fill in."""

from __future__ import annotations

from pydantic import Field

from builder.i18n import N_
from builder.model.base import Part
from builder.model.deadline import Deadline
from builder.model.families import Families
from builder.model.fields import ActorRef, Citation, Name, Prose, Text
from builder.model.kind import Kind, OwnPages
from builder.model.maintained import Maintained
from builder.model.result_group import ResultGroup
from builder.model.vocabulary import FieldKind, FormKind


class FormField(Part):
    """One thing to fill in."""

    label: Text = Field(title="Ledetekst", description="Det som står over feltet, for eksempel «Hva har du sett?».")
    kind: FieldKind = Field(
        FieldKind.LINE,
        title="Type felt",
        description="En linje, et større tekstfelt, en dato, avkryssing, tabell eller underskrift.",
    )
    help: Text | None = Field(None, title="Hjelpetekst", description="En kort forklaring under ledeteksten.")
    options: tuple[Text, ...] = Field((), title="Valg", description="For avkryssing: én rute for hvert valg.")
    columns: tuple[Text, ...] = Field((), title="Kolonner", description="For tabell.")
    rows: int = Field(4, title="Rader", ge=1, le=40, description="Linjer i et tekstfelt eller rader i en tabell.")


class FormSection(Part):
    """A part of a form with a heading."""

    title: Text = Field(title="Overskrift", description="Overskriften over denne delen av skjemaet.")
    text: Prose | None = Field(None, title="Tekst", description="Forklaring som står før feltene.")
    fields: tuple[FormField, ...] = Field((), title="Felter", description="Det som skal fylles ut, i rekkefølge.")


class Delivery(Part):
    """Where a form goes when it is filled in, and how soon the one who wrote it hears something."""

    to: ActorRef = Field(title="Lever til", description="Den som tar imot det utfylte skjemaet.")
    answer: Deadline | None = Field(
        None,
        title="Svar",
        description="Hvor fort den som leverte skjemaet, får svar. Utelates til dere har avtalt det.",
    )


class Form(Maintained):
    """A form or template, for print."""

    title: Text = Field(title="Tittel", description="Det skjemaet heter, slik folk leter etter det.")
    aliases: tuple[Name, ...] = Field(
        (), title="Også kalt", description="Det folk ellers kaller skjemaet. Søket finner det på disse ordene også."
    )
    kind: FormKind = Field(title="Type skjema", description="Hva slags skjema det er. Avgjør hvor det vises.")
    purpose: Prose = Field(
        title="Når du bruker skjemaet", description="Når skjemaet brukes, og når det ikke skal brukes."
    )
    instructions: tuple[Prose, ...] = Field(
        (), title="Slik fyller du ut", description="Råd til den som fyller ut, i rekkefølge."
    )
    sections: tuple[FormSection, ...] = Field((), title="Deler", description="Skjemaet, del for del.")
    storage: Prose | None = Field(
        None, title="Oppbevaring", description="Hvor det utfylte skjemaet skal ligge, og hvor det ikke skal ligge."
    )
    delivery: Delivery | None = Field(
        None,
        title="Levering",
        description="For skjemaer som leveres til noen: hvem som tar imot, og når svaret kommer.",
    )
    legal_basis: tuple[Citation, ...] = Field(
        (), title="Lovgrunnlag", description="Bestemmelsene skjemaet bygger på. Må stå i lovregisteret."
    )
    families: Families | None = Field(
        None,
        title="For barn, unge og foreldre",
        description="Hva skjemaet er, sagt til familien som skal skrive under. Blir en egen side de kan få.",
    )

    @property
    def is_checklist(self) -> bool:
        """Whether there is nothing to write in it, only to tick: it is a text to read, with boxes."""
        fields = [field for section in self.sections for field in section.fields]
        return bool(fields) and all(field.kind is FieldKind.CHECKBOX for field in fields)


FORMS = Kind(
    name="forms",
    record=Form,
    label=N_("skjema"),
    plural=N_("Skjemaer og maler"),
    description="Et skjema eller en mal til å skrive ut og fylle ut.",
    address=OwnPages("skjemaer"),
    builds_on_law=True,
    group=ResultGroup.FORM,
    news=N_("Nytt skjema: {name}"),
)
