"""Samhandlingskompetanse and brukermedvirkning: that staff learn from each other, and that families are heard."""

from __future__ import annotations

from collections.abc import Iterator

from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.pathway import Pathway
from builder.model.vocabulary import ForumKind, Government, RuleKind
from builder.problem import Message
from builder.selfcheck.statement import (
    Criterion,
    Statement,
    Status,
    counted,
    covered_or_missing,
    of_handbook,
    of_records,
    parted,
    showing,
    told,
)


def competence(handbook: Handbook) -> Criterion:
    """Cases to practise on, a start for the new, and services that teach others."""
    return Criterion(
        "samhandlingskompetanse",
        N_("Samhandlingskompetanse"),
        N_("Lærer de ansatte om hverandre og om å samarbeide?"),
        (*_practice(handbook), *_start(handbook), *_teaching(handbook)),
    )


def _practice(handbook: Handbook) -> Iterator[Statement]:
    message = Message("Øvelser med situasjon, spørsmål og svar: {count}", count=len(handbook.training))
    yield from told(Status.COVERED, message, of_records(handbook, handbook.training))
    if not handbook.training:
        yield from told(Status.MISSING, Message("Håndboka har ingen øvelser"), of_handbook(handbook))
    concerned = {pathway for case in handbook.training for pathway in case.concerns.pathways}
    unpractised = [pathway for pathway in handbook.pathways if pathway.id not in concerned]
    if handbook.training:
        message = Message(
            "{count} av {total} forløp er det ingen øvelse på", count=len(unpractised), total=len(handbook.pathways)
        )
        yield from told(Status.MISSING, message, of_records(handbook, unpractised))


def _start(handbook: Handbook) -> Iterator[Statement]:
    own = (Government.MUNICIPALITY, Government.INTER_MUNICIPAL)
    services = [service for service in handbook.services if service.government in own]
    listed = {category for checklist in handbook.onboarding for category in checklist.categories}
    ready, bare = parted(services, lambda service: service.category in listed)
    message = Message(
        "{count} av {total} kommunale tjenester har en sjekkliste for nye ansatte",
        count=len(ready),
        total=len(services),
    )
    yield from told(Status.COVERED, message, of_records(handbook, handbook.onboarding) if ready else ())
    message = Message(
        "{count} av {total} kommunale tjenester har ingen sjekkliste for nye ansatte",
        count=len(bare),
        total=len(services),
    )
    yield from told(Status.MISSING, message, of_records(handbook, bare))


def _teaching(handbook: Handbook) -> Iterator[Statement]:
    teaching = [service for service in handbook.services if service.training_offered]
    sentence = N_("{count} av {total} tjenester gir opplæring til andre")
    yield from counted(showing(handbook), len(handbook.services), (Status.COVERED, sentence, teaching))
    if not teaching:
        yield from told(Status.MISSING, Message("Ingen tjenester sier at de gir opplæring"), of_handbook(handbook))


def participation(handbook: Handbook) -> Criterion:
    """The child and the parents in routines, in meetings, and in what is shared."""
    return Criterion(
        "brukermedvirkning",
        N_("Brukermedvirkning"),
        N_("Er barnet, den unge og foreldrene med?"),
        (*_in_pathways(handbook), *_in_meetings(handbook), *_in_feedback(handbook), *_consent(handbook)),
    )


def _heard(pathway: Pathway) -> bool:
    return bool(pathway.participation) or any(step.participation for step in pathway.steps)


def _in_pathways(handbook: Handbook) -> Iterator[Statement]:
    yield from covered_or_missing(
        showing(handbook),
        handbook.pathways,
        _heard,
        N_("{count} av {total} forløp sier hvordan barnet og foreldrene er med"),
        N_("{count} av {total} forløp sier ikke hvordan barnet og foreldrene er med"),
    )


def _in_meetings(handbook: Handbook) -> Iterator[Statement]:
    yield from covered_or_missing(
        showing(handbook),
        [forum for forum in handbook.forums if forum.kind is ForumKind.CASE],
        lambda forum: forum.participation,
        N_("{count} av {total} møter rundt ett barn sier hvordan familien er med"),
        N_("{count} av {total} møter rundt ett barn sier ikke hvordan familien er med"),
    )


def _in_feedback(handbook: Handbook) -> Iterator[Statement]:
    yield from covered_or_missing(
        showing(handbook),
        handbook.pathways,
        lambda pathway: pathway.feedback,
        N_("{count} av {total} forløp slutter med en tilbakemelding"),
        N_("{count} av {total} forløp sier ikke hvem som gir tilbakemelding"),
    )


def _consent(handbook: Handbook) -> Iterator[Statement]:
    rules = [rule for rule in handbook.rules if rule.kind is RuleKind.CONSENT]
    yield from covered_or_missing(
        showing(handbook),
        rules,
        lambda rule: rule.consent and rule.consent.from_whom,
        N_("{count} av {total} regler om samtykke sier hvem som samtykker"),
        N_("{count} av {total} regler om samtykke sier ikke hvem som samtykker"),
    )
    if not rules:
        yield from told(Status.MISSING, Message("Håndboka har ingen regel om samtykke"), of_handbook(handbook))
