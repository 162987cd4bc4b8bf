"""Loaded declarations to a Handbook, with everything that is wrong in one list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from builder.check.bounding import bounded
from builder.check.gathering import gathered
from builder.check.leading import Leading
from builder.check.leaving_out import LeavingOut
from builder.check.masking import without_traces
from builder.check.renames import renamed
from builder.check.runner import findings
from builder.check.suppressions import Accepted, suppress
from builder.check.translations import translation_problems
from builder.check.validation import records_of
from builder.i18n import N_
from builder.load.folder import PORTAL_ASSETS, Loaded
from builder.model.base import Record, Verified
from builder.model.fields import LONGEST, is_identifier
from builder.model.handbook import Beside, Handbook
from builder.model.kinds import KINDS
from builder.model.municipality import MUNICIPALITY, Editors, Municipality
from builder.model.vocabulary import WrittenStandard
from builder.problem import Mark, Message, Problem, has_errors, in_order
from builder.slug import slug

MUNICIPALITY_RULE = "municipality"
_NOT_ALLOWED = N_(
    "mappa «{slug}» må hete noe annet, som «{meant}»: bare små bokstaver a–z, tall og bindestrek, og ikke for langt, "
    "fordi det blir en nettadresse"
)
#: What a municipality is called while its folder has a name that cannot be an address.
_NO_ADDRESS = "kommune"


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of a check. The handbook may be built from only when `ok`."""

    slug: str
    handbook: Handbook
    problems: tuple[Problem, ...]
    accepted: tuple[Accepted, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong that must stop a build."""
        return not has_errors(self.problems)


def check(loaded: Loaded, today: dt.date, earlier_checks: Mapping[str, Verified] | None = None) -> Checked:
    """Shapes every record, then asks every rule; no finding hides another.

    `earlier_checks` has how contacts were verified before, where somebody knows.
    """
    leading = Leading(loaded.declarations, loaded.leads)
    standing = LeavingOut(leading.declarations, loaded.leads)
    records, problems = records_of(standing.declarations)
    municipality, missing = _municipality(loaded, records)
    unread_lists = frozenset(kind for kind, name in loaded.unread if name is None)
    others = {code: records_of(standing.without(written))[0] for code, written in loaded.others.items() if written}
    beside = Beside(_declared(loaded), unread_lists, earlier_checks or {}, others)
    handbook = Handbook(municipality, records, today, beside)
    trees = {(d.kind, d.id): d.tree for d in standing.declarations if d.id is not None}
    found = [
        *loaded.problems,
        *leading.problems,
        *standing.problems,
        *problems,
        *missing,
        *findings(handbook, loaded),
    ]
    found += translation_problems(loaded.translations)
    suppressed = suppress(handbook, [*found, *renamed(standing.declarations, found)], trees)
    told = (without_traces(_of_here(problem, loaded)) for problem in gathered(suppressed.problems))
    return Checked(loaded.slug, handbook, in_order(bounded(told)), suppressed.accepted)


def _of_here(problem: Problem, loaded: Loaded) -> Problem:
    """What is missing is missing in this municipality; what a shared file lacks, is missing in all."""
    if not problem.causes and not problem.follows:
        return problem
    shared = not problem.mark.path.startswith(f"{loaded.folder}/")
    causes = problem.causes if shared else tuple(f"{loaded.slug}/{key}" for key in problem.causes)
    here = tuple(f"{loaded.slug}/{key}" for key in problem.follows)
    return replace(problem, causes=causes, follows=here + problem.follows)


def _declared(loaded: Loaded) -> dict[str, frozenset[str]]:
    """Kind -> ids that are written, also in files that cannot be read: those are named after their record."""
    declared: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for declaration in loaded.declarations:
        if declaration.id is not None:
            declared[declaration.kind].add(declaration.id)
    for kind, name in loaded.unread:
        if name is not None:
            declared[kind].add(name)
    return {kind: frozenset(ids) for kind, ids in declared.items()}


def _municipality(loaded: Loaded, records: dict[str, dict[str, Record]]) -> tuple[Municipality, list[Problem]]:
    """The municipality's own record, or a stand-in so that the rest can still be checked."""
    name = loaded.slug
    found = next((one for one in records.get(MUNICIPALITY.name, {}).values() if isinstance(one, Municipality)), None)
    if not is_identifier(name) or name == PORTAL_ASSETS:
        return found or _stand_in(_NO_ADDRESS), [_not_an_address(loaded)]
    if found is None:
        return _stand_in(name), _missing(loaded)
    if found.id == name:
        return found, []
    message = Message("id er «{id}», men mappa heter «{slug}»; de skal være like", id=found.id, slug=name)
    return found, [Problem(found.at("id"), MUNICIPALITY_RULE, message)]


def _not_an_address(loaded: Loaded) -> Problem:
    if loaded.slug == PORTAL_ASSETS:
        message = Message(
            "mappa «{slug}» må hete noe annet; det navnet brukes av forsiden over alle kommunene", slug=PORTAL_ASSETS
        )
    else:
        message = Message(_NOT_ALLOWED, slug=loaded.slug, meant=slug(loaded.slug)[:LONGEST].strip("-") or _NO_ADDRESS)
    return Problem(Mark(loaded.folder), MUNICIPALITY_RULE, message)


def _missing(loaded: Loaded) -> list[Problem]:
    written = (
        any(d.kind == MUNICIPALITY.name for d in loaded.declarations) or (MUNICIPALITY.name, None) in loaded.unread
    )
    if written:  # what is wrong with it is already told
        return []
    message = Message("{slug} mangler en lesbar kommunebeskrivelse i municipality.yml", slug=loaded.slug)
    return [Problem(Mark(f"{loaded.folder}/municipality.yml"), MUNICIPALITY_RULE, message)]


def _stand_in(name: str) -> Municipality:
    return Municipality(
        id=name,
        name=name,
        number="0000",
        written_standard=next(iter(WrittenStandard)),
        title=name,
        owner=name,
        editors=Editors(role=name, email="ukjent@example.example"),
    )
