"""What an expectation says of itself: its docstring, taken apart.

The docstring is written once, in bokmål: a title, a reason, «Kilde:», and at least one example under «Riktig::» and
one under «Feil::». It is at the same time what `handbok explain` shows (in other languages from the catalogues
`rules.po`), a section of docs/regler.md, the metadata in SARIF, and cases that the tests run. The first of each is
shown to readers; the others are there for the tests.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from builder.problem import Severity
from builder.rules.expectation import AnyExpectation

_PARAGRAPHS, _SOURCES = "\n\n", "; "
SOURCE, GOOD, BAD = "Kilde:", "Riktig::", "Feil::"
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Documentation:
    """One rule explained. The cases, that are right and that are wrong, are YAML; the first of each is the example."""

    id: str
    severity: Severity
    title: str
    reason: str
    source: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def good(self) -> str:
        """The example of how it should be."""
        return self.right[0]

    @property
    def bad(self) -> str:
        """The example of how it should not be."""
        return self.wrong[0]

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


def documentation(expectation: AnyExpectation) -> Documentation:
    """The documentation of an expectation. Raises ValueError where its docstring lacks a part."""
    text = inspect.cleandoc(expectation.text)
    title, _, rest = text.partition("\n\n")
    reason, source_found, rest = rest.partition(SOURCE)
    source, _, examples = rest.partition("\n\n")
    if not (title and source_found):
        raise ValueError(f"{expectation.id}: the docstring has no title or no «{SOURCE}»")
    return Documentation(
        expectation.id,
        expectation.severity,
        _on_one_line(title),
        _PARAGRAPHS.join(_on_one_line(paragraph) for paragraph in reason.strip().split(_PARAGRAPHS)),
        _on_one_line(source),
        _cases(expectation.id, examples, GOOD),
        _cases(expectation.id, examples, BAD),
    )


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _cases(rule_id: str, text: str, heading: str) -> tuple[str, ...]:
    """The indented blocks below each heading of a sort, as YAML at the margin."""
    parts = re.split(rf"^({GOOD}|{BAD})$", text, flags=re.MULTILINE)
    blocks = [block for found, block in zip(parts[1::2], parts[2::2], strict=True) if found == heading]
    cases = tuple(_indented(block) for block in blocks)
    if not (cases and all(cases)):
        raise ValueError(f"{rule_id}: the docstring has no example under «{heading}»")
    return cases


def _indented(block: str) -> str:
    """The lines from the first indented one to the next at the margin; nothing where there are none."""
    lines: list[str] = []
    for line in block.splitlines():
        if line.strip() and not line.startswith(_INDENT):
            break
        lines.append(line)
    example = textwrap.dedent("\n".join(lines)).strip()
    return example and example + "\n"
