"""What families need that several services have to do with: who decides, who pays, and what is done meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from builder.i18n import N_
from builder.model.base import Part
from builder.model.deadline import Deadline
from builder.model.fields import ActorRef, Citation, Flag, FormRef, InternalOnly, Prose, RuleRef, Text
from builder.model.kind import Kind, SharedPage
from builder.model.maintained import Maintained
from builder.model.result_group import ResultGroup
from builder.model.standard_terms import TargetGroup


class InCharge(Part):
    """Who decides, pays, lays out or is asked, and what says so."""

    who: tuple[ActorRef, ...] = Field(
        (),
        title="Hvem",
        description="Tjenesten, rollen eller kontakten det er. Da kan den ringes, og siden dens viser hit.",
    )
    others: tuple[Text, ...] = Field(
        (),
        title="Andre",
        description="De som ikke står i håndboka, som Helfo. Skriv under who hvem hos dere som ringer dem.",
    )
    how: Prose | None = Field(None, title="Slik", description="Hva de avgjør eller dekker, og hvordan det gjøres.")
    duty: Flag = Field(
        False, title="Lovpålagt", description="true når loven sier at de må. Da må bestemmelsen stå i legal_basis."
    )
    legal_basis: tuple[Citation, ...] = Field(
        (), title="Lovgrunnlag", description="Bestemmelsen som sier det. Må stå i lovregisteret."
    )
    budget: Annotated[Text | None, InternalOnly()] = Field(
        None, title="Føres på", description="Ansvar eller konto hos dere. Står bare i den interne utgaven."
    )


class FamilyNeed(Maintained):
    """Something a family needs, and who decides, pays and helps until that is settled."""

    TITLE = "name"

    name: Text = Field(
        title="Hva det gjelder", description="Det familien trenger, for eksempel «Tolk på krisesenteret»."
    )
    aliases: tuple[Text, ...] = Field(
        (),
        title="Andre ord",
        description="Det folk sier når de spør: egenandel, refusjon, depositum. Vises ikke, men søket finner svaret.",
    )
    summary: Prose = Field(title="Kort fortalt", description="Svaret i én eller to setninger.")
    groups: tuple[TargetGroup, ...] = Field((), title="Målgruppe", description="De felles ordene for hvem det gjelder.")
    decides: InCharge = Field(title="Bestemmer", description="Hvem som sier ja eller nei.")
    takes: Deadline | None = Field(
        None, title="Svar", description="Hvor lang tid avgjørelsen kan ta. Tar den lang tid, trengs advances."
    )
    pays: InCharge | None = Field(
        None, title="Betaler", description="Hvem regningen går til. Vet dere det ikke, skriver dere det i unsettled."
    )
    advances: InCharge | None = Field(
        None, title="Legger ut imens", description="Hvem som betaler eller hjelper til det er avgjort, så ingen venter."
    )
    meanwhile: tuple[Prose, ...] = Field(
        (), title="Gjør dette imens", description="Det den ansatte gjør mens det ikke er avgjort, med verb først."
    )
    legal_basis: tuple[Citation, ...] = Field(
        (), title="Lovgrunnlag", description="Bestemmelsene bak det dere gjør imens. Må stå i lovregisteret."
    )
    disagreement: InCharge | None = Field(
        None,
        title="Er dere uenige, spør dere",
        description="Den som avklarer når tjenestene ikke er enige. Tomt betyr kommunens rutine for uenighet.",
    )
    unsettled: Prose | None = Field(
        None,
        title="Ikke avklart",
        description="Det håndboka ikke svarer på ennå, og hvem leseren spør. Et åpent hull er bedre enn gjetning.",
    )
    forms: tuple[FormRef, ...] = Field((), title="Skjemaer", description="Skjemaene som brukes, for eksempel samtykke.")
    rules: tuple[RuleRef, ...] = Field(
        (), title="Kan jeg dele?", description="Reglene som sier hva dere kan fortelle hverandre om saken."
    )

    @property
    def sides(self) -> Iterator[tuple[str, InCharge]]:
        """Each side of it that is described, with the name of its field, in the order they are read."""
        for name in SIDES:
            side = getattr(self, name)
            if side is not None:
                yield name, side

    @property
    def law(self) -> tuple[str, ...]:
        """Every provision it rests on, once."""
        by_law = (self.takes.set_by,) if self.takes and self.takes.set_by else ()
        named = (one for _, side in self.sides for one in side.legal_basis)
        return tuple(dict.fromkeys((*named, *by_law, *self.legal_basis)))


#: The fields that say who is in charge of what, in the order they are read.
SIDES = ("decides", "pays", "advances", "disagreement")

NEEDS = Kind(
    name="needs",
    record=FamilyNeed,
    label=N_("behov"),
    plural=N_("Hvem bestemmer og hvem betaler"),
    description="Noe familier trenger på tvers av tjenester: hvem som bestemmer, betaler og legger ut imens.",
    address=SharedPage("hvem-betaler", frozenset({"oversikt"})),
    builds_on_law=True,
    group=ResultGroup.PAYS,
    asked_by_alias=True,
    news=N_("Nytt svar på hvem som betaler: {name}"),
)
