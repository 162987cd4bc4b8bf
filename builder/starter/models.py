"""The models a municipality can begin from: levels of cooperation, and meeting places, with where each is from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from builder.starter.filling import FOLDER, starter_text

#: The folders of the models.
LEVELS, FORUMS = "levels", "forums"
#: The forums most municipalities need first.
USUAL_FORUMS = ("ansvarsgruppe", "oppstartsmote", "konsultasjonsteam")

_ABOUT = re.compile(r"# Modell: (?P<about>[^.]+)\.")
_FIELD = re.compile(r"^(?:- )?(?P<field>id|name): (?P<value>.+)$", re.MULTILINE)

#: What each model of levels calls the levels that meeting places are on. What it has no level for, has none.
_PLACES = {
    "bti": {"two_services": "2", "several_services": "3"},
    "tre-nivaer": {
        "two_services": "1", "several_services": "1", "carrying_out": "1", "coordinating": "2", "steering": "3",
    },
}  # fmt: skip
_ALL_PLACES = ("two_services", "several_services", "carrying_out", "coordinating", "steering")


@dataclass(frozen=True, slots=True)
class Model:
    """A model: the file it is in (without suffix), what it is called there, and what it is."""

    key: str
    id: str
    name: str
    about: str


def models(standard: str, folder: str) -> dict[str, Model]:
    """The models in a folder, by key."""
    keys = sorted(path.stem for path in (FOLDER / standard / folder).glob("*.yml"))
    return {key: _model(standard, folder, key) for key in keys}


def _model(standard: str, folder: str, key: str) -> Model:
    text = starter_text(standard, f"{folder}/{key}.yml")
    about = _ABOUT.match(text)
    assert about, key
    fields = dict(reversed([(found["field"], found["value"]) for found in _FIELD.finditer(text)]))
    return Model(key, fields.get("id", key), fields.get("name", key), about["about"])


def level_answers(levels: str | None) -> dict[str, str]:
    """The level of each sort of meeting place in a model of levels; empty where it has none."""
    return {place: _PLACES.get(levels or "", {}).get(place, "") for place in _ALL_PLACES}
