"""What agreements between services say to leaders: what nobody has promised, who stands by it, and how it goes."""

from __future__ import annotations

from collections.abc import Iterator

from builder.facts.agreed import trend
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.problem import Message
from builder.rules.registry import expectation
from builder.selfcheck import measures
from builder.selfcheck.lines import Line, all_of
from builder.selfcheck.statement import Statement, Status, of_records, told

_LINES = (
    Line(
        (measures.has_agreed,),
        covered=N_("{count} av {total} av kommunens egne tjenester har en samarbeidsavtale med en annen"),
    ),
    Line(
        (expectation("agreement-need"),),
        covered=N_("{count} av {total} behov i samarbeidsavtalene har den andre tjenesten lovet noe om"),
        missing=N_("{count} av {total} behov i samarbeidsavtalene har ingen lovet noe om"),
    ),
    Line(
        (expectation("agreement-confirmed"),),
        covered=N_("{count} av {total} samarbeidsavtaler er bekreftet av begge det siste året"),
        missing=N_("{count} av {total} samarbeidsavtaler er ikke bekreftet av begge"),
        stale=N_("{count} av {total} samarbeidsavtaler er bekreftet for mer enn et år siden"),
        wrong=N_("{count} av {total} samarbeidsavtaler er ført som bekreftet en dag som ikke er kommet ennå"),
    ),
)
_GOES = N_(
    "{now} av {total} samarbeidsavtaler er bekreftet av begge nå, og {before} var det da utgave {edition} ble godkjent"
)


def agreeing(handbook: Handbook) -> Iterator[Statement]:
    """What is to be said of it; nothing where there are no agreements."""
    yield from all_of(handbook, _LINES)
    found = trend(handbook)
    if found:
        now, before = len(found.now), len(found.before)
        message = Message(_GOES, now=now, total=len(found.known), before=before, edition=found.edition)
        status = Status.MISSING if now < before else Status.COVERED
        yield from told(status, message, of_records(handbook, found.known))
