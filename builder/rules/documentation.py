"""What a rule module says of itself: its docstring, taken apart.

The docstring is written once, in bokmål, and is at the same time what `handbok explain` shows (in other
languages from the catalogues `rules.po`), a section of docs/regler.md, the metadata in SARIF, and two
examples that the tests run.
"""

from __future__ import annotations

import dataclasses
import inspect
import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from builder.problem import Severity
from builder.rules.subject import Rule

_PARAGRAPHS, _SOURCES = "\n\n", "; "
SOURCE, GOOD, BAD = "Kilde:", "Riktig::", "Feil::"


@dataclass(frozen=True, slots=True)
class Documentation:
    """One rule explained. `good` and `bad` are YAML."""

    id: str
    severity: Severity
    title: str
    reason: str
    source: str
    good: str
    bad: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """The texts the catalogues of rules translate: title, paragraphs, and each source."""
        return (self.title, *self.reason.split(_PARAGRAPHS), *self._sources)

    @property
    def _sources(self) -> list[str]:
        return self.source.removesuffix(".").split(_SOURCES)

    def told(self, translate: Callable[[str], str]) -> Documentation:
        """The same in another language. The examples stay: what stands in the data is the municipality's own."""
        reason = _PARAGRAPHS.join(map(translate, self.reason.split(_PARAGRAPHS)))
        source = _SOURCES.join(map(translate, self._sources)) + "."
        return dataclasses.replace(self, title=translate(self.title), reason=reason, source=source)


def documentation(rule: Rule) -> Documentation:
    """The documentation of a rule module. Raises ValueError where its docstring lacks a part."""
    text = inspect.cleandoc(rule.__doc__ or "")
    title, _, rest = text.partition("\n\n")
    reason, source_found, rest = rest.partition(SOURCE)
    source, _, examples = rest.partition("\n\n")
    if not (title and source_found):
        raise ValueError(f"{rule.ID}: the docstring has no title or no «{SOURCE}»")
    return Documentation(
        rule.ID,
        rule.SEVERITY,
        _on_one_line(title),
        "\n\n".join(_on_one_line(paragraph) for paragraph in reason.strip().split("\n\n")),
        _on_one_line(source),
        _example(rule.ID, examples, GOOD),
        _example(rule.ID, examples, BAD),
    )


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _example(rule_id: str, text: str, heading: str) -> str:
    """The indented block after a heading, as YAML at the margin."""
    _, found, after = text.partition(f"{heading}\n")
    lines: list[str] = []
    for line in after.splitlines():
        if line.strip() and not line.startswith("    "):
            break
        lines.append(line)
    example = textwrap.dedent("\n".join(lines)).strip()
    if not (found and example):
        raise ValueError(f"{rule_id}: the docstring has no example under «{heading}»")
    return example + "\n"
