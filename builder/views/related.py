"""Links between the newer kinds of record and those they concern, both ways."""

from __future__ import annotations

from builder.model.handbook import Handbook
from builder.model.related import Related
from builder.views.page import Link
from builder.views.routes import Names

#: The kinds that only tell about others. A record that is named in them is not used there.
TELLING = ("plans", "training", "onboarding", "changes")


def links_of(names: Names, related: Related) -> list[Link]:
    """A link to each record that is named."""
    return [names.record(kind, record_id) for kind, record_id in related.named()]


def told_in(handbook: Handbook, names: Names, kind: str, record_id: str) -> dict[str, list[Link]]:
    """What tells about a record: plans and agreements, cases to practise on, checklists, notes of change."""
    found: dict[str, list[Link]] = {telling: [] for telling in TELLING}
    sources = {id(reference.source): reference.source for reference in handbook.naming(kind, record_id)}
    for source in sources.values():
        telling = handbook.kind_of(source)
        if telling in found:
            found[telling].append(names.to(source))
    return found
