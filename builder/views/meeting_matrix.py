"""How the services meet, as a matrix: those that work together, in rows and columns, and beside them Nordland."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.facts.encounters import Encounter, Partners, partners
from builder.i18n import N_, Key
from builder.model.collation import alphabetical
from builder.model.handbook import Handbook
from builder.model.service import SERVICES
from builder.model.vocabulary import Category
from builder.selfcheck.nordland import NETWORKS, SERVICES_IN_EACH, SHARES, SOURCE, comparison
from builder.selfcheck.statement import both
from builder.views import routes
from builder.views.page import Link
from builder.views.routes import Names

#: A letter for each, which can be told apart without colour.
LETTERS = {
    Encounter.REGULARLY: N_("F"),
    Encounter.LEADERS: N_("S"),
    Encounter.SELDOM: N_("V"),
    Encounter.CASES: N_("B"),
    Encounter.NEVER: N_("I"),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """How two services meet, with its letter."""

    encounter: Encounter
    letter: Key


@dataclass(frozen=True, slots=True)
class Explained:
    """What a letter means, and how many pairs have it."""

    sign: Sign
    count: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A service, and how it meets each of the others; None for those it shares no step with."""

    service: Link
    cells: Sequence[Sign | None]


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two services, the steps they share, and where they do meet."""

    text: str
    steps: Sequence[Link]
    forums: Sequence[Link]


@dataclass(frozen=True, slots=True)
class PairGroup:
    """Those who meet in one way; `enough`: as they ought to, so their names will do."""

    encounter: Encounter
    enough: bool
    pairs: Sequence[PairRow]


@dataclass(frozen=True, slots=True)
class Met:
    """A kind of service: of a hundred in Nordland, those child welfare meets regularly; and how it does here."""

    category: Category
    share: int
    how: Encounter


@dataclass(frozen=True, slots=True)
class Nordland:
    """Child welfare in Nordland and here: how many networks, and how many services in each."""

    networks: float
    services: float
    services_here: float
    forums: Sequence[Link]
    met: Sequence[Met]
    source: Key


@dataclass(frozen=True, slots=True)
class Meeting:
    """The matrix of those that share steps, what its letters mean, those who meet in each way, and the comparison."""

    pairs: int
    columns: Sequence[Link]
    rows: Sequence[MatrixRow]
    legend: Sequence[Explained]
    groups: Sequence[PairGroup]
    nordland: Nordland | None


def meeting(handbook: Handbook, names: Names) -> Meeting:
    """How the services of a handbook meet."""
    found = partners(handbook)
    services = sorted({one for two in found for one in two.pair}, key=lambda one: alphabetical(handbook.called(one)))
    links = {one: Link(handbook.called(one), routes.place_of(SERVICES, one)) for one in services}
    how = {pair: two.encounter for two in found for pair in (two.pair, two.pair[::-1])}
    return Meeting(
        pairs=len(found),
        columns=list(links.values()),
        rows=[MatrixRow(links[one], [_cell(how.get((one, other))) for other in services]) for one in services],
        legend=[Explained(_sign(e), sum(two.encounter is e for two in found)) for e in Encounter],
        groups=_groups(handbook, names, found),
        nordland=_nordland(handbook, names),
    )


def _sign(encounter: Encounter) -> Sign:
    return Sign(encounter, LETTERS[encounter])


def _cell(encounter: Encounter | None) -> Sign | None:
    return None if encounter is None else _sign(encounter)


def _groups(handbook: Handbook, names: Names, found: tuple[Partners, ...]) -> list[PairGroup]:
    """Every pair by how they meet, by name."""
    ordered = sorted(found, key=lambda two: alphabetical(both(handbook, two.pair)))
    groups = ((encounter, [two for two in ordered if two.encounter is encounter]) for encounter in Encounter)
    return [
        PairGroup(encounter, encounter is Encounter.REGULARLY, [_pair(handbook, names, two) for two in group])
        for encounter, group in groups
        if group
    ]


def _pair(handbook: Handbook, names: Names, two: Partners) -> PairRow:
    return PairRow(both(handbook, two.pair), _steps(names, two), [names.to(forum) for forum in two.forums])


def _steps(names: Names, two: Partners) -> list[Link]:
    """The first step they share in each pathway."""
    first = {pathway.id: (pathway, pathway.steps[number]) for pathway, number in reversed(two.steps)}
    return [
        Link(f"{pathway.title}: {step.title}", names.step(pathway, step).place)
        for pathway, step in reversed(first.values())
    ]


def _nordland(handbook: Handbook, names: Names) -> Nordland | None:
    found = comparison(handbook)
    if found is None:
        return None
    return Nordland(
        networks=NETWORKS,
        services=SERVICES_IN_EACH,
        services_here=found.services,
        forums=[names.to(forum) for forum in found.forums],
        met=[Met(category, SHARES[category], how) for category, how in found.met],
        source=SOURCE,
    )
