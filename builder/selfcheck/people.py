"""Samhandlingskompetanse and brukermedvirkning: that staff learn from each other, and that families are heard."""

from __future__ import annotations

from collections.abc import Iterator

from builder.facts.introductions import Share, held, in_the_year_before, shares
from builder.facts.upkeep import is_demonstration
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.problem import Message
from builder.rules.registry import expectation
from builder.selfcheck import measures
from builder.selfcheck.lines import Line, all_of
from builder.selfcheck.statement import Criterion, Statement, Status, counted, of_handbook, of_records, showing, told

_LEARNING = (
    Line(
        (measures.introduced,),
        missing=N_("Håndboka er ikke innført på {count} av {total} arbeidsplasser"),
        stale=N_("Håndboka skulle vært innført på nytt på {count} av {total} arbeidsplasser"),
    ),
    Line(
        (measures.with_exercise,),
        covered=N_("{count} av {total} innføringer ble gjort med en øvelse"),
        missing=N_("{count} av {total} innføringer ble gjort uten øvelse"),
    ),
    Line((measures.practised,), missing=N_("{count} av {total} forløp er det ingen øvelse på")),
    Line(
        (measures.onboarding,),
        covered=N_("{count} av {total} kommunale tjenester har en sjekkliste for nye ansatte"),
        missing=N_("{count} av {total} kommunale tjenester har ingen sjekkliste for nye ansatte"),
    ),
)


def competence(handbook: Handbook) -> Criterion:
    """Cases to practise on, a start for the new, and services that teach others."""
    return Criterion(
        "samhandlingskompetanse",
        N_("Samhandlingskompetanse"),
        N_("Lærer de ansatte om hverandre og om å samarbeide?"),
        (*_introduced(handbook), *_practice(handbook), *all_of(handbook, _LEARNING), *_teaching(handbook)),
    )


def _introduced(handbook: Handbook) -> Iterator[Statement]:
    """The share of workplaces introduced in the last year, beside what it was when the last edition was approved."""
    known = shares(handbook)
    if not (known and held(handbook)):
        return
    if is_demonstration(handbook):
        yield from told(Status.MISSING, Message("Demonstrasjon: innføringene er eksempler"), of_handbook(handbook))
    *earlier, now = known
    found = of_records(handbook, in_the_year_before(handbook, now.day)) or of_handbook(handbook)
    before = earlier[-1] if earlier else None
    status = Status.STALE if before and now.percent < before.percent else Status.COVERED
    yield from told(status if now.count else Status.MISSING, _share(now, before), found)


def _share(now: Share, before: Share | None) -> Message:
    said = {"count": now.count, "total": now.total, "percent": now.percent}
    if before is None:
        return Message("Håndboka er innført på {count} av {total} arbeidsplasser det siste året ({percent} %)", **said)
    return Message(
        "Håndboka er innført på {count} av {total} arbeidsplasser det siste året ({percent} %); {before} av {total} da "
        "utgave {version} ble godkjent {date}",
        **said,
        before=before.count,
        version=before.version,
        date=before.day,
    )


def _practice(handbook: Handbook) -> Iterator[Statement]:
    message = Message("Øvelser med situasjon, spørsmål og svar: {count}", count=len(handbook.training))
    yield from told(Status.COVERED, message, of_records(handbook, handbook.training))
    if not handbook.training:
        yield from told(Status.MISSING, Message("Håndboka har ingen øvelser"), of_handbook(handbook))


def _teaching(handbook: Handbook) -> Iterator[Statement]:
    teaching = [service for service in handbook.services if service.training_offered]
    sentence = N_("{count} av {total} tjenester gir opplæring til andre")
    yield from counted(showing(handbook), len(handbook.services), (Status.COVERED, sentence, teaching))
    if not teaching:
        yield from told(Status.MISSING, Message("Ingen tjenester sier at de gir opplæring"), of_handbook(handbook))


_HEARD = (
    Line(
        (expectation("pathway-participation"),),
        covered=N_("{count} av {total} forløp sier hvordan barnet og foreldrene er med"),
        missing=N_("{count} av {total} forløp sier ikke hvordan barnet og foreldrene er med"),
    ),
    Line(
        (measures.for_families,),
        covered=N_("{count} av {total} forløp har en side til familien"),
        missing=N_("{count} av {total} forløp har ingen side til familien"),
    ),
    Line(
        (measures.family,),
        covered=N_("{count} av {total} møter rundt ett barn sier hvordan familien er med"),
        missing=N_("{count} av {total} møter rundt ett barn sier ikke hvordan familien er med"),
    ),
    Line(
        (expectation("forum-family-told"),),
        covered=N_("{count} av {total} møter rundt ett barn sier hva familien får vite etterpå"),
        missing=N_("{count} av {total} møter rundt ett barn sier ikke hva familien får vite etterpå"),
    ),
    Line(
        (expectation("pathway-feedback"),),
        covered=N_("{count} av {total} forløp slutter med en tilbakemelding"),
        missing=N_("{count} av {total} forløp sier ikke hvem som gir tilbakemelding"),
    ),
    Line(
        (measures.users_asked,),
        covered=N_("{count} av {total} av kommunens tjenester har spurt brukerne det siste året"),
        missing=N_("{count} av {total} av kommunens tjenester sier ikke når de spurte brukerne"),
        stale=N_("{count} av {total} av kommunens tjenester spurte brukerne for mer enn et år siden"),
    ),
    Line(
        (measures.from_whom,),
        covered=N_("{count} av {total} regler om samtykke sier hvem som samtykker"),
        missing=N_("{count} av {total} regler om samtykke sier ikke hvem som samtykker"),
    ),
)


def participation(handbook: Handbook) -> Criterion:
    """The child and the parents in routines, in meetings, and in what is shared."""
    return Criterion(
        "brukermedvirkning",
        N_("Brukermedvirkning"),
        N_("Er barnet, den unge og foreldrene med?"),
        (*all_of(handbook, _HEARD), *_no_consent(handbook)),
    )


def _no_consent(handbook: Handbook) -> Iterator[Statement]:
    if not measures.consent_rules(handbook):
        yield from told(Status.MISSING, Message("Håndboka har ingen regel om samtykke"), of_handbook(handbook))
