"""`handbok law`: the register of law beside a public collection, told to those who keep the register."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from builder import clock
from builder.check.validation import records_of
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.formats.json_text import json_text
from builder.cli.formats.names import LawFormat
from builder.cli.terminal import Terminal
from builder.i18n import N_
from builder.lawwatch.collection import Collection
from builder.lawwatch.comparison import Comparison, compared
from builder.lawwatch.observation import Observation
from builder.load.folder import Folder
from builder.model.law import LAWS, Act
from builder.problem import Message, one_or_more

_NO_FOLDER = N_("Det finnes ingen mappe {folder}. Oppgi mappa med samlingen av norske lover.")
_NO_ACTS = N_(
    "Fant ingen lover i {folder}. Hent en samling av norske lover, én Markdown-fil for hver lov, og oppgi mappa "
    "den ligger i."
)
_SUMMARY = N_("Sammenlignet med {folder}: {acts}, {provisions}.")
_NO_REGULATIONS = N_("Samlingen har ingen forskrifter; {count} er ikke sammenlignet.")
_AS_READ = N_("Alt i registeret stemmer med samlingen.")
_LATER = N_("Det er ikke noe å rette i registeret nå.")
_HINT = N_("Rett i registeret, og kontroller med handbok check. Loven hos Lovdata er det som gjelder.")


def watched(folder: Path, handbook: Path, slugs: Sequence[str], terminal: Terminal) -> Comparison:
    """The register, with what municipalities have added, beside a collection. Raises WrongUse where there is none."""
    with plain_errors():
        if not folder.is_dir():
            raise WrongUse(Message(_NO_FOLDER, folder=folder))
        collection = Collection(folder)
        if not collection.files:
            raise WrongUse(Message(_NO_ACTS, folder=folder))
        acts, faults = _acts(handbook, slugs)
        if faults:
            told = one_or_more(
                "{count} feil i lovregisteret; det som ikke kan leses, er ikke sammenlignet. Kjør handbok check.",
                "{count} feil i lovregisteret; det som ikke kan leses, er ikke sammenlignet. Kjør handbok check.",
                faults,
            )
            terminal.complain_of(told)
        return compared(acts, collection, clock.today())


def _acts(handbook: Path, slugs: Iterable[str]) -> tuple[list[Act], int]:
    """Each act once: one that no municipality adds to is the same for all. And how many faults there are."""
    folder, acts, problems = Folder(handbook, [LAWS.name]), dict[Act, None](), set()
    for slug in slugs:
        records, found = records_of(folder.load(slug).declarations)
        acts |= {act: None for act in records[LAWS.name].values() if isinstance(act, Act)}
        problems |= {str(problem.mark) for problem in found}
    return list(acts), len(problems)


def show(found: Comparison, folder: Path, output_format: LawFormat, terminal: Terminal) -> None:
    """Prints what was seen, the gravest first, with what to do about each sort."""
    if output_format is LawFormat.JSON:
        terminal.give(json_text(_as_dict(found, terminal)))
        return
    acts = one_or_more("{count} lov eller forskrift", "{count} lover og forskrifter", found.acts)
    provisions = one_or_more("{count} bestemmelse", "{count} bestemmelser", found.provisions)
    told = Message(_SUMMARY, folder=folder, acts=acts, provisions=provisions)
    terminal.say("{told}", told=told.text(terminal.translate))
    if found.without_regulations:
        terminal.say(_NO_REGULATIONS, count=found.without_regulations)
    for seen, some in groupby(found.observations, key=lambda one: one.seen):
        observations = list(some)
        terminal.out.print()
        terminal.say(
            "{heading} ({count})", style="bold", heading=terminal.translate(seen.heading), count=len(observations)
        )
        terminal.say(seen.advice)
        for one in observations:
            terminal.say("  {line}", line=_line(one, terminal))
    terminal.out.print()
    terminal.say(_closing(found))


def _closing(found: Comparison) -> str:
    if not found.observations:
        return _AS_READ
    return _HINT if any(one.counts for one in found.observations) else _LATER


def _line(one: Observation, terminal: Terminal) -> str:
    detail = one.detail.text(terminal.translate)
    return f"{one.what}{': ' if detail else ''}{detail} ({one.mark.path}:{one.mark.line})"


def _as_dict(found: Comparison, terminal: Terminal) -> dict[str, object]:
    return {
        "acts": found.acts,
        "provisions": found.provisions,
        "not_compared": found.without_regulations,
        "observations": [
            {
                "seen": one.seen.code,
                "what": one.what,
                "detail": one.detail.text(terminal.translate),
                "advice": terminal.translate(one.seen.advice),
                "counts": one.counts,
                "file": one.mark.path,
                "line": one.mark.line,
            }
            for one in found.observations
        ],
    }
