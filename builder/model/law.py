"""The register of law: the provisions a handbook may cite, and what old ones became.

Built from mirrors of Lovdata's open data; every entry keeps its source and the date it was read.
The register is reference data, not legal advice.
"""

from __future__ import annotations

from pydantic import Field

from builder.i18n import N_
from builder.model.audience import Audience
from builder.model.base import Part, Record
from builder.model.fields import Date, Flag, Identifier, Text, Verbatim, WebAddress
from builder.model.kind import Kind, Together
from builder.model.vocabulary import ActKind, ActStatus


class Provision(Part):
    """A section that can be cited, described in our own words."""

    section: Verbatim = Field(title="Paragraf", description="Slik den siteres: § 13-2.")
    heading: Verbatim | None = Field(
        None, title="Overskrift i loven", description="Overskriften over paragrafen, slik den står i loven."
    )
    description: Text = Field(
        title="Hva den sier", description="Innholdet med egne ord. Ikke mer enn det som står der."
    )
    topic: Text | None = Field(None, title="Emne", description="For eksempel taushetsplikt eller samtykke.")
    binds: tuple[Text, ...] = Field(
        (), title="Hvem den gjelder", description="Hvem som har plikten eller retten, for eksempel skole."
    )
    in_force: Flag = Field(
        True,
        title="I kraft",
        description="false når bestemmelsen er opphevet eller ennå ikke gjelder. Da kan den ikke vises til.",
    )
    note: Text | None = Field(None, title="Merknad", description="Usikkerhet og ting en leser av registeret bør vite.")
    verified: Flag = Field(
        True, title="Lest i kilden", description="false når bestemmelsen er kjent, men ikke lest i kilden."
    )
    source: Verbatim | None = Field(
        None, title="Kilde", description="Hvor den er lest, når det er et annet sted enn resten av loven."
    )
    source_as_of: Date | None = Field(
        None, title="Lovteksten per", description="Dagen lovteksten som ble lest, er fra. Står på lovsiden."
    )


class Moved(Part):
    """Where a section of an older act is found now."""

    section: Verbatim = Field(title="Gammel paragraf", description="Paragrafen i den gamle loven, som § 6-4.")
    to: Verbatim | None = Field(None, title="Ny lov og paragraf", description="Loven og paragrafen som gjelder nå.")
    note: Text | None = Field(None, title="Merknad", description="Det som er annerledes enn før.")
    source: Verbatim | None = Field(None, title="Kilde", description="Hvor det er lest.")


class Act(Record):
    """An act or regulation with the provisions a handbook may cite."""

    TITLE = "name"

    title: Verbatim = Field(title="Full tittel", description="Navnet slik det står øverst i loven.")
    name: Verbatim = Field(title="Korttittel", description="Navnet som brukes når loven siteres.")
    name_nn: Verbatim | None = Field(
        None, title="Korttittel på nynorsk", description="Brukes når håndboka er på nynorsk."
    )
    aliases: tuple[Verbatim, ...] = Field(
        (),
        title="Andre navn og forkortelser",
        description="Det loven også kalles. En henvisning kan bruke alle navnene.",
    )
    misnomers: tuple[Verbatim, ...] = Field((), title="Feilnavn", description="Navn som ofte brukes feil om denne.")
    kind: ActKind = Field(ActKind.ACT, title="Type", description="Lov, forskrift, endringslov eller EU-forordning.")
    status: ActStatus = Field(title="Status", description="Om den gjelder, er vedtatt for senere, eller er opphevet.")
    in_force_from: Date | None = Field(
        None, title="I kraft fra", description="Dagen den begynte eller begynner å gjelde."
    )
    repealed_on: Date | None = Field(None, title="Opphevet", description="Dagen den sluttet å gjelde.")
    replaced_by: Identifier | None = Field(
        None, title="Erstattet av", description="Id-en til loven som gjelder i stedet."
    )
    adopted_successor: Identifier | None = Field(
        None, title="Vedtatt avløser", description="Id-en til en vedtatt lov som skal ta over."
    )
    reference: Verbatim | None = Field(None, title="Lovdata-referanse", description="For eksempel LOV-2021-06-18-97.")
    url: WebAddress | None = Field(None, title="Nettadresse", description="Lenke til loven.")
    note: Text | None = Field(None, title="Merknad", description="Usikkerhet og ting en leser av registeret bør vite.")
    verified: Flag = Field(True, title="Lest i kilden", description="false når loven er kjent, men ikke lest i kilden.")
    source: Verbatim | None = Field(None, title="Kilde", description="Hvor loven er lest.")
    source_as_of: Date | None = Field(
        None, title="Lovteksten per", description="Dagen lovteksten som ble lest, er fra. Står på lovsiden."
    )
    provisions: tuple[Provision, ...] = Field(
        (), title="Bestemmelser", description="Bestemmelsene en håndbok kan vise til."
    )
    moved: tuple[Moved, ...] = Field(
        (),
        title="Flyttede paragrafer",
        description="Gamle paragrafer og hvor innholdet står nå. Gir forslag når noen viser til den gamle.",
    )

    def called(self, language: str) -> str:
        """The short title in a form of Norwegian, «nb» or «nn»."""
        return self.name_nn if self.name_nn and language == "nn" else self.name


LAWS = Kind(
    name="laws",
    record=Act,
    label=N_("lov"),
    plural=N_("Lover og paragrafer"),
    description=(
        "En lov eller forskrift med bestemmelsene håndboka kan vise til. De fleste er i common; "
        "en kommune kan legge til flere, med kilde og dato."
    ),
    address=Together("lover"),
    sorted=False,
    linkable=False,
    speaks=False,
    news=N_("Ny lov i registeret: {name}"),
    minor=True,
    audience=Audience.PUBLIC,
)
