"""What is expected of all that leaders steer: that money which ends is seen to, and that proposals can be decided."""

from __future__ import annotations

from collections.abc import Iterator

from builder.facts.portfolio import is_ending, is_in_ring, steered
from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.steering import Steered, Undertaking
from builder.model.vocabulary import Proposed
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, error, warning

_ENDS = N_("pengene til «{name}» tar slutt {date}; skriv under proposal hva som skal skje da")
_ENDED = N_("pengene til «{name}» tok slutt {date}; skriv under proposal hva som skal skje nå")
_NO_INTO = N_("«{name}» skal slås sammen, men det står ikke med hva; skriv det under into")
_ITSELF = N_("«{name}» kan ikke slås sammen med seg selv")
_NO_REASON = N_("«{name}» skal avvikles, men det står ikke hvorfor; skriv det under reason")
_NO_DATE = N_("«{name}» skal avvikles, men det står ikke når; skriv datoen under by")
_LATE = N_("«{name}» skulle vært avviklet eller slått sammen innen {date}; gjør det, eller skriv en ny dato")


def paid_for_a_time(handbook: Handbook) -> Iterator[Steered]:
    """What has money that ends within a year, or has ended. Of forums whose money has ended `forum-funding` tells."""
    for record in steered(handbook):
        date = record.funding_until
        if date and is_ending(date, handbook.today) and not (isinstance(record, Forum) and date < handbook.today):
            yield record


@warning("funding-decided", of=paid_for_a_time)
def decided(record: Steered, handbook: Handbook) -> Findings:
    """Når prosjektpenger tar slutt innen et år, har noen sagt hva som skal skje da.

    I alle kommunene fortalte ansatte om prosjekter som smuldret opp da prosjekttida var ute. Et år før kan det
    fortsatt komme med i budsjettet: behold det i drifta, slå det sammen med noe annet, eller avvikle det med vilje.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer); Nord universitet, arbeidsnotat 5/2019.

    Riktig::

        forums:
          - id: team
            funding_until: 2027-11-23

    Feil::

        forums:
          - id: team
            funding_until: 2027-06-30

    Riktig::

        forums:
          - id: team
            funding_until: 2027-06-30
            proposal: {what: keep, reason: Tas inn i budsjettet for 2028.}

    Feil::

        services:
          - id: ppt
            funding_until: 2026-06-30
    """
    date = record.funding_until
    if date and record.proposal is None:
        ended = date < handbook.today
        message = Message(_ENDED if ended else _ENDS, name=record.label, date=date)
        yield Finding(record.at("funding_until"), message, Lack.STALE if ended else Lack.MISSING)


def parts_of_something(handbook: Handbook) -> Iterator[Undertaking]:
    """What says that it is a part of something."""
    return (one for one in steered(handbook) if isinstance(one, Undertaking) and one.part_of)


@error("part-of-ring", of=parts_of_something)
def no_ring(record: Undertaking, handbook: Handbook) -> Findings:
    """Det noe er en del av, kan ikke til slutt være en del av det samme.

    Ledere skal kunne følge et nettverk opp til planen det hører til. Går det i ring, er det ingen som har det øverste
    ansvaret.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        forums:
          - id: team
            part_of: oppvekstplan

    Feil::

        forums:
          - id: team
            part_of: team

    Feil::

        plans:
          - id: oppvekstplan
            part_of: avtale-ppt
          - id: avtale-ppt
            part_of: oppvekstplan
    """
    if is_in_ring(handbook, record):
        message = Message("«{name}» er til slutt en del av seg selv; rett part_of", name=record.label)
        yield Finding(record.at("part_of"), message, Lack.WRONG)


def proposed(handbook: Handbook) -> Iterator[Steered]:
    """What somebody has proposed something for."""
    return (record for record in steered(handbook) if record.proposal)


@warning("proposal-complete", of=proposed)
def complete(record: Steered, _handbook: Handbook) -> Findings:
    """Et forslag om å slå sammen sier med hva, og et forslag om å avvikle sier hvorfor og når.

    De som sitter i nettverkene, etterlyser at ledelsen sier hva som skal prioriteres og hva som skal tas ned. Et
    forslag som ikke sier nok til å bli vedtatt, blir liggende.

    Kilde: Nord universitet, arbeidsnotat 5/2019.

    Riktig::

        forums:
          - id: team
            proposal: {what: stop, reason: Skolen har tatt over., by: 2027-06-30}

    Feil::

        forums:
          - id: team
            proposal: {what: stop}

    Riktig::

        plans:
          - id: avtale-ppt
            proposal: {what: merge, into: oppvekstplan}

    Feil::

        plans:
          - id: avtale-ppt
            proposal: {what: merge}

    Feil::

        plans:
          - id: avtale-ppt
            proposal: {what: merge, into: avtale-ppt}
    """
    for sentence in _lacking(record):
        yield Finding(record.at("proposal"), Message(sentence, name=record.label))


def _lacking(record: Steered) -> Iterator[str]:
    proposal = record.proposal
    if proposal is None:
        return
    if proposal.what is Proposed.MERGE and not proposal.into:
        yield _NO_INTO
    if proposal.what is Proposed.MERGE and proposal.into == record.id:
        yield _ITSELF
    if proposal.what is Proposed.STOP and not proposal.reason:
        yield _NO_REASON
    if proposal.what is Proposed.STOP and not proposal.by:
        yield _NO_DATE


@warning("proposal-carried-out", of=proposed)
def carried_out(record: Steered, handbook: Handbook) -> Findings:
    """Det som skulle vært slått sammen eller avviklet innen en dato, står ikke lenger i håndboka etter den.

    Et møte som ingen avvikler, tar tid fra dem som kommer, og de andre tror at det er der.

    Kilde: Nord universitet, arbeidsnotat 5/2019.

    Riktig::

        forums:
          - id: team
            proposal: {what: stop, reason: Skolen har tatt over., by: 2026-11-22}

    Feil::

        forums:
          - id: team
            proposal: {what: stop, reason: Skolen har tatt over., by: 2026-11-21}

    Riktig::

        forums:
          - id: team
            proposal: {what: keep, by: 2026-06-30}
    """
    proposal = record.proposal
    if proposal and proposal.what is not Proposed.KEEP and proposal.by and proposal.by < handbook.today:
        message = Message(_LATE, name=record.label, date=proposal.by)
        yield Finding(record.at("proposal", "by"), message, Lack.STALE)


EXPECTATIONS = (decided, no_ring, complete, carried_out)
