"""Law: every provision the handbook cites, what it says, and what cites it."""

from __future__ import annotations

from itertools import groupby

from builder.model.base import Record
from builder.model.collation import alphabetical
from builder.model.handbook import Handbook
from builder.model.law import LAWS
from builder.model.register import Cited
from builder.views import routes
from builder.views.page import Chapter, Page
from builder.views.routes import Names


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """One page with the cited provisions by act."""
    title = LAWS.plural
    cited, users = _cited(handbook)
    ordered = sorted(cited.values(), key=lambda c: (alphabetical(c.act.name), _natural(c)))
    groups = [
        {
            "act": act,
            "name": act.called(handbook.municipality.written_standard),
            "anchor": routes.slug(act.name),
            "provisions": [
                {
                    "provision": c.provision,
                    "anchor": routes.provision_anchor(c),
                    "used_by": sorted(
                        (names.to(r) for r in users[c.id].values()), key=lambda link: alphabetical(link.text)
                    ),
                }
                for c in found
            ],
        }
        for act, found in groupby(ordered, key=lambda c: c.act)
    ]
    context = {"groups": groups, "register": handbook.law_checked}
    return Chapter(title, (Page(routes.LAW, title, "law", context),))


def _cited(handbook: Handbook) -> tuple[dict[str, Cited], dict[str, dict[int, Record]]]:
    """The provisions that are cited, and by which records; both by canonical citation."""
    cited: dict[str, Cited] = {}
    users: dict[str, dict[int, Record]] = {}
    for citation in handbook.citations:
        found = handbook.law.find(citation.citation)
        if found is not None and found.provision is not None:
            cited.setdefault(found.id, found)
            users.setdefault(found.id, {})[id(citation.source)] = citation.source
    return cited, users


def _natural(cited: Cited) -> tuple[object, ...]:
    """Sorts § 9 before § 13 and § 13 a after § 13."""
    parts = routes.slug(cited.id).removeprefix(routes.slug(cited.act.name)).split("-")
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts if part)
