"""What came of the jobs of a build, but for those that went well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Result:
    """Whose handbook was not published, by slug: the names of those with errors in data, and what stopped others."""

    with_errors: Mapping[str, str] = field(default_factory=dict)
    failures: Mapping[str, Exception] = field(default_factory=dict)
