"""The formats for tools, each with what writes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import MappingProxyType

from builder.cli.formats.github import as_github
from builder.cli.formats.gitlab import as_gitlab
from builder.cli.formats.json_list import as_json
from builder.cli.formats.names import Format
from builder.cli.formats.sarif import as_sarif
from builder.problem import Problem

WRITERS: MappingProxyType[Format, Callable[[Sequence[Problem], Callable[[str], str]], str]] = MappingProxyType(
    {Format.JSON: as_json, Format.GITHUB: as_github, Format.GITLAB: as_gitlab, Format.SARIF: as_sarif}
)
