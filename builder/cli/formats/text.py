"""Findings as text for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from rich.console import Console
from rich.text import Text

from builder.cli.formats.excerpt import Excerpts
from builder.i18n import N_
from builder.problem import Message, Problem, Severity, one_or_more

Translate = Callable[[str], str]

_LABELS = {Severity.ERROR: N_("feil"), Severity.WARNING: N_("advarsel"), Severity.ADVICE: N_("råd")}
_AT_A_TIME = 100
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}


def as_text(
    problems: Iterable[Problem], console: Console, translate: Translate, excerpts: Excerpts | None = None
) -> None:
    """`path:line:column: severity: message [rule]`, and below it the line itself where excerpts are given."""
    for some in _batched(_told(problems, translate, excerpts)):
        console.print(_together(some, styled=console.color_system is not None), soft_wrap=True)


def _together(lines: Iterable[Text], styled: bool) -> Text:
    """Where no style can be shown, they are not carried along: that takes longer than all else."""
    return Text("\n").join(lines) if styled else Text("\n".join(line.plain for line in lines))


def _batched(lines: Iterable[Text]) -> Iterator[list[Text]]:
    """Many at a time: what a terminal is asked for each time it prints takes longer than to print."""
    left = iter(lines)
    while some := list(islice(left, _AT_A_TIME)):
        yield some


def _told(problems: Iterable[Problem], translate: Translate, excerpts: Excerpts | None) -> Iterator[Text]:
    for problem in problems:
        yield _heading(problem, translate)
        excerpt = excerpts.at(problem.mark) if excerpts else None
        if excerpt:
            yield _framed(problem, *excerpt)


def _heading(problem: Problem, translate: Translate) -> Text:
    line = Text(problem.place, style="bold")
    line.append(": ")
    line.append(label(problem.severity, translate), style=STYLES[problem.severity])
    line.append(f": {problem.text(translate)} ", style="not bold")
    line.append(f"[{problem.rule}]", style="dim not bold")
    return line


def _framed(problem: Problem, line: str, caret: str) -> Text:
    """The line beside its number, as compilers show it."""
    number = f"{problem.mark.line:>5}"
    framed = Text(f"{number} │ ", style="dim").append(line, style="not dim")
    framed.append("\n" + " " * len(number) + " │ ")
    return framed.append(caret, style=f"not dim {STYLES[problem.severity]}")


def label(severity: Severity, translate: Translate) -> str:
    """What a severity is called."""
    return translate(_LABELS[severity])


def _hidden(count: int) -> Message:
    return one_or_more(
        "{count} funn til følger av disse: vis det med --all.",
        "{count} funn til følger av disse: vis dem med --all.",
        count,
    )


def summary(problems: Iterable[Problem], translate: Translate, hidden: int = 0) -> str:
    """«2 feil, 5 advarsler», or that nothing was found; and how many more follow from those."""
    counts = Counter[Severity]()
    for problem in problems:
        counts[problem.severity] += problem.count
    if not counts:
        return translate(N_("Ingen funn."))
    words = {
        Severity.ERROR: one_or_more("{count} feil", "{count} feil", counts[Severity.ERROR]),
        Severity.WARNING: one_or_more("{count} advarsel", "{count} advarsler", counts[Severity.WARNING]),
        Severity.ADVICE: one_or_more("{count} råd", "{count} råd", counts[Severity.ADVICE]),
    }
    parts = [words[severity].text(translate) for severity in Severity if counts[severity]]
    more = " " + _hidden(hidden).text(translate) if hidden else ""
    return ", ".join(parts) + "." + more
