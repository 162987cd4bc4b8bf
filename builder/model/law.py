"""The register of law: the provisions a handbook may cite, and what old ones became.

Built from mirrors of Lovdata's open data; every entry keeps its source and the date it was read.
The register is reference data, not legal advice.
"""

from __future__ import annotations

from pydantic import Field

from builder.model.base import Part, Record
from builder.model.fields import Date, Flag, Identifier, Text, WebAddress
from builder.model.vocabulary import ActKind, ActStatus


class Provision(Part):
    """A section that can be cited, described in our own words."""

    section: Text = Field(title="Paragraf", description="Slik den siteres: § 13-2.")
    heading: Text | None = Field(None, title="Overskrift i loven")
    description: Text = Field(title="Hva den sier")
    topic: Text | None = Field(None, title="Emne")
    binds: tuple[Text, ...] = Field((), title="Hvem den gjelder")
    in_force: Flag = Field(True, title="I kraft")
    note: Text | None = Field(None, title="Merknad")
    verified: Flag = Field(True, title="Lest i kilden")
    source: Text | None = Field(None, title="Kilde")
    source_as_of: Text | None = Field(None, title="Kilden per")


class Moved(Part):
    """Where a section of an older act is found now."""

    section: Text = Field(title="Gammel paragraf")
    to: Text | None = Field(None, title="Ny lov og paragraf")
    note: Text | None = Field(None, title="Merknad")
    source: Text | None = Field(None, title="Kilde")


class Act(Record):
    """An act or regulation with the provisions a handbook may cite."""

    title: Text = Field(title="Full tittel")
    name: Text = Field(title="Korttittel", description="Navnet som brukes når loven siteres.")
    name_nn: Text | None = Field(None, title="Korttittel på nynorsk")
    aliases: tuple[Text, ...] = Field((), title="Andre navn og forkortelser")
    misnomers: tuple[Text, ...] = Field((), title="Feilnavn", description="Navn som ofte brukes feil om denne.")
    kind: ActKind = Field(ActKind.ACT, title="Type")
    status: ActStatus = Field(title="Status")
    in_force_from: Date | None = Field(None, title="I kraft fra")
    repealed_on: Date | None = Field(None, title="Opphevet")
    replaced_by: Identifier | None = Field(None, title="Erstattet av")
    adopted_successor: Identifier | None = Field(None, title="Vedtatt avløser")
    reference: Text | None = Field(None, title="Lovdata-referanse")
    url: WebAddress | None = Field(None, title="Nettadresse")
    note: Text | None = Field(None, title="Merknad")
    verified: Flag = Field(True, title="Lest i kilden")
    source: Text | None = Field(None, title="Kilde")
    source_as_of: Text | None = Field(None, title="Kilden per")
    provisions: tuple[Provision, ...] = Field((), title="Bestemmelser")
    moved: tuple[Moved, ...] = Field((), title="Flyttede paragrafer")

    @property
    def label(self) -> str:
        return self.name
