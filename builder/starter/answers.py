"""What somebody who begins a handbook has answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from builder.edit.writing import on_line
from builder.i18n import N_
from builder.municipalities.register import TRIAL, Change

#: What is proposed, by written standard. Each municipality's own words come instead.
TITLES = {"nb": "Sammen i {name}", "nn": "Saman i {name}"}
OWNERS = {"nb": "Kommunalsjef for oppvekst", "nn": "Kommunalsjef for oppvekst"}
EDITORS = {"nb": "Koordinator for tverrfaglig samarbeid", "nn": "Koordinator for tverrfagleg samarbeid"}
_TRIALS = {
    "nb": "Dette er en prøve. Innholdet er ikke en kommunes eget.",
    "nn": "Dette er ei prøve. Innhaldet er ikkje ein kommune sitt eige.",
}
_DRAFTS = {
    "nb": """
# Håndboka er et utkast til numrene for det som haster, er skrevet og kontrollert: mottaket i barnevernet
# (services/barnevern.yml) og barnevernsvakta (services/barnevernsvakt.yml). Ta så bort linja under.
draft: Numrene er ikke kontrollert ennå. Ring 112 når det er fare for liv og helse.
""",
    "nn": """
# Handboka er eit utkast til numra for det som hastar, er skrivne og kontrollerte: mottaket i barnevernet
# (services/barnevern.yml) og barnevernsvakta (services/barnevernsvakt.yml). Ta så bort linja under.
draft: Numra er ikkje kontrollerte enno. Ring 112 når det er fare for liv og helse.
""",
}
_DISPLAYED = "{name} kommune"
STANDARDS = {"nb": N_("bokmål"), "nn": N_("nynorsk")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The municipality, its handbook, and what it begins from."""

    id: str
    name: str
    number: str
    county: str
    standard: str
    title: str
    owner: str
    editor: str
    email: str
    levels: str | None
    forums: Sequence[str]
    before: Sequence[Change]
    today: dt.date

    def values(self) -> dict[str, str]:
        """By the names the starter files use."""
        return {
            "id": self.id,
            "name": self.name,
            "number": self.number,
            "county": self.county,
            "standard": self.standard,
            "title": self.title,
            "owner": self.owner,
            "editor": self.editor,
            "email": self.email,
            "name_in_text": _DISPLAYED.format(name=self.name),
            "today": self.today.isoformat(),
            "year": str(self.today.year),
            "next_review": a_year_after(self.today).isoformat(),
            "demonstration": _TRIALS[self.standard] if self.number == TRIAL else "",
            "draft": "" if self.number == TRIAL else _DRAFTS[self.standard].strip(),
            "predecessors": self._predecessors(),
        }

    def _predecessors(self) -> str:
        lines = [
            f"  - {{number: {change.former_number}, name: {on_line(change.former_name)}, until: {change.last_day}}}"
            for change in self.before
        ]
        return "\n".join(["predecessors:", *lines]) if lines else ""


def a_year_after(day: dt.date) -> dt.date:
    """The same day next year; the day before it where that year has none."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=day.day - 1)
