"""One new record: the words editors use for each kind, and the text of a commented file with the answers in it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from builder.load.listing import SUFFIXES
from builder.starter.answers import a_year_after
from builder.starter.filling import FOLDER, filled, starter_text

#: What is written for a contact, which is a part of a service.
CONTACT = "contacts"

#: By kind: the words for it in bokmål, nynorsk and English, without their æ, ø and å (see `kind_meant`).
_WORDS = {
    "services": "tjeneste teneste service",
    CONTACT: "kontakt contact",
    "places": "sted stad place",
    "forums": "moteplass mote moteplassen team forum meeting",
    "offers": "tilbud tilbod offer",
    "needs": "behov need betaler betalar",
    "pathways": "forlop situasjon pathway",
    "rules": "regel rule",
    "forms": "skjema form",
    "glossary": "ord ordforklaring term word",
    "roles": "rolle role",
    "plans": "plan avtale",
    "agreements": "samarbeidsavtale forventning forventninger forventningar agreement",
    "training": "ovelse oving exercise",
    "onboarding": "sjekkliste checklist",
    "introductions": "innforing introduction",
    "changes": "endring change",
    "pages": "side page",
    "emergency": "nodnummer naudnummer emergency",
}
KIND_BY_WORD = MappingProxyType({word: kind for kind, words in _WORDS.items() for word in words.split()})

#: The field of each kind that says in a sentence or two what the record is.
TEXT_FIELDS = MappingProxyType(
    {
        "services": "summary",
        "places": "note",
        "forums": "purpose",
        "offers": "summary",
        "needs": "summary",
        "pathways": "summary",
        "rules": "summary",
        "forms": "purpose",
        "glossary": "meaning",
        "roles": "description",
        "plans": "goal",
        "agreements": "goal",
        "training": "situation",
        "onboarding": "text",
        "introductions": "note",
        "changes": "text",
        "pages": "text",
        "emergency": "when",
    }
)


@dataclass(frozen=True, slots=True)
class NewRecord:
    """What has been answered about one record."""

    kind: str
    id: str
    title: str
    text: str
    category: str
    phone: str
    today: dt.date

    def written(self, standard: str) -> str:
        """The record as a commented file."""
        values = {
            "id": self.id,
            "title": self.title,
            "text": self.text,
            "category": self.category,
            "phone": self.phone,
            "today": self.today.isoformat(),
            "next_review": a_year_after(self.today).isoformat(),
        }
        return filled(starter_text(standard, f"records/{self.kind}.yml"), values)


def asks_for(kind: str, answer: str) -> bool:
    """Whether the file of a kind has a place for an answer, such as «category»."""
    return f"<<{answer}>>" in starter_text("nb", f"records/{kind}.yml")


def stands_in_list(kind: str) -> bool:
    """Whether records of a kind are so short that they stand together in one file."""
    return re.search(r"^- id: ", starter_text("nb", f"records/{kind}.yml"), re.MULTILINE) is not None


def together(folder: Path, kind: str) -> Path | None:
    """The file of a municipality that holds all its records of a kind, where there is one."""
    return next((path for suffix in SUFFIXES if (path := folder / f"{kind}{suffix}").is_file()), None)


def place_of(folder: Path, kind: str, record_id: str) -> Path:
    """The file a new record is written in, where no file holds them all."""
    alone = not stands_in_list(kind) or (folder / kind).is_dir()
    return folder / kind / f"{record_id}.yml" if alone else folder / f"{kind}.yml"


def kinds_with_files() -> set[str]:
    """The kinds there is a starter file for."""
    return {path.stem for path in (FOLDER / "nb" / "records").glob("*.yml")}
