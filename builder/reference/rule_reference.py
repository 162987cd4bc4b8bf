"""docs/regler.md: every rule, with its reason and examples."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.catalogue import catalogue
from builder.problem import Severity
from builder.reference.markdown import escaped, table
from builder.rules.documentation import Documentation

_SEVERITIES = {Severity.ERROR: "feil", Severity.WARNING: "advarsel", Severity.ADVICE: "råd"}

_INTRODUCTION = """\
# Regler

Dette sjekkes av `handbok check`. Id-en står i klammer etter hvert funn, og `handbok explain ID`
viser det samme som her.

**Feil** må rettes før håndboka kan bygges. **Advarsler** viser noe som bør på plass; med `--strict` stopper de også
sjekken. **Råd** kan gjøre håndboka bedre.

Siden er laget av `handbok reference`. Endre reglene i `builder/rules/`, ikke her.
"""


def rules_page() -> str:
    """The page as Markdown."""
    rules = catalogue().values()
    overview = table(
        ("Id", "Alvor", "Regel"), ((f"[{r.id}](#{r.id})", _SEVERITIES[r.severity], escaped(r.title)) for r in rules)
    )
    return "\n".join([_INTRODUCTION, overview, *(line for rule in rules for line in _section(rule))])


def _section(rule: Documentation) -> Iterator[str]:
    yield f"## {rule.id}\n"
    yield f"**{escaped(rule.title)}** ({_SEVERITIES[rule.severity]})\n"
    yield f"{escaped(rule.reason)}\n"
    yield f"Kilde: {escaped(rule.source)}\n"
    yield f"Riktig:\n\n```yaml\n{rule.good}```\n"
    yield f"Feil:\n\n```yaml\n{rule.bad}```\n"
