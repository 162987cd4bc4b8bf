"""What services offer, or do every year, that is no meeting: a course for parents, a survey each spring, a group."""

from __future__ import annotations

from pydantic import Field

from builder.i18n import N_
from builder.model.ages import Ages
from builder.model.fields import ActorRef, Citation, FormRef, Name, Prose, RoleRef, RuleRef, Text
from builder.model.kind import Kind, OwnPages
from builder.model.maintained import Maintained
from builder.model.recurrence import Recurrence
from builder.model.result_group import ResultGroup
from builder.model.standard_terms import Month, TargetGroup
from builder.model.steering import Undertaking


class Offer(Undertaking, Maintained):
    """An offer to families, or a way of working that comes back with the season."""

    TITLE = "name"

    name: Text = Field(title="Navn", description="Det det heter hos dere, for eksempel «Foreldrekurs på kveldstid».")
    aliases: tuple[Name, ...] = Field((), title="Også kalt", description="Metoden eller det folk sier til daglig.")
    summary: Prose = Field(title="Kort fortalt", description="Hva det er, og hva noen får ut av det.")
    offered_by: tuple[ActorRef, ...] = Field(
        title="Holdes av", min_length=1, description="Tjenestene eller rollene som gjør det, sammen eller etter tur."
    )
    groups: tuple[TargetGroup, ...] = Field((), title="Målgruppe", description="De felles ordene for hvem det er for.")
    target_group: Prose | None = Field(None, title="For hvem", description="Hvem det er for, med egne ord.")
    ages: Ages | None = Field(None, title="Alder", description="Alderen på barna det gjelder.")
    recurrence: Recurrence | None = Field(
        None,
        title="Hvor ofte",
        description="Når det holdes, for eksempel times: 2, to: 3, per: year, eller as_needed når nok har meldt seg.",
    )
    months: tuple[Month, ...] = Field(
        (), title="Måneder", description="Når på året det pleier å være: [february, march]. Står i møteåret."
    )
    how: Prose | None = Field(
        None, title="Slik blir noen med", description="Hvem som melder på, hvordan, og om det kreves henvisning."
    )
    steps: tuple[Prose, ...] = Field(
        (), title="Slik foregår det", description="Hva som skjer, i rekkefølge, og hva tjenestene gjør hver for seg."
    )
    cost: Text | None = Field(None, title="Pris", description="Hva det koster familien, eller at det er gratis.")
    contact: RoleRef | None = Field(None, title="Spør", description="Rollen som svarer på spørsmål om det.")
    forms: tuple[FormRef, ...] = Field((), title="Skjemaer", description="For eksempel påmelding og samtykke.")
    rules: tuple[RuleRef, ...] = Field(
        (), title="Regler for deling av opplysninger", description="Reglene de som holder det, skal kunne slå opp."
    )
    legal_basis: tuple[Citation, ...] = Field(
        (), title="Lovgrunnlag", description="Bestemmelser det bygger på. Må stå i lovregisteret."
    )


OFFERS = Kind(
    name="offers",
    record=Offer,
    label=N_("tilbud"),
    plural=N_("Tilbud og faste opplegg"),
    description="Et kurs, en gruppe eller en arbeidsmåte som kommer igjen, og som ikke er et møte.",
    address=OwnPages("tilbud"),
    fields=(
        "summary",
        "offered_by",
        "groups",
        "target_group",
        "ages",
        "recurrence",
        "months",
        "how",
        "steps",
        "cost",
        "contact",
        "forms",
        "rules",
        "part_of",
        "started_by",
        "funding_until",
        "hours_a_year",
        "legal_basis",
        "aliases",
    ),
    group=ResultGroup.MORE,
    news=N_("Nytt tilbud: {name}"),
)
