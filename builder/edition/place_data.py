"""The places as the front page reads them, for whoever has chosen one: whom to call, and the meetings to come there."""

from __future__ import annotations

import json

from builder.edition.edition import Edition
from builder.facts.held import coming, held_at, partners_of
from builder.facts.serving import Call, Reach, call, own_calls
from builder.model.fields import dialled
from builder.model.forum import FORUMS
from builder.model.place import PLACES, NamedPlace
from builder.model.service import contact_name
from builder.views import routes
from builder.views.urls import page_file

_Row = dict[str, object]


def places_script(edition: Edition) -> str:
    """The script that hands the places to the front page: `ChosenPlaces` in `templates/types/place.d.ts`."""
    _ = edition.language.translate
    words = {
        "choose": _("Velg stedet ditt"),
        "change": _("Bytt sted"),
        "next": _("Neste møter"),
        "more": _("Mer om stedet"),
    }
    found = {"words": words, "places": [_place(edition, place) for place in edition.handbook.places]}
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f"handbokPlace.take({text});\n"


def _place(edition: Edition, place: NamedPlace) -> _Row:
    return {
        "id": place.id,
        "name": place.name,
        "type": edition.language.translate(place.type.label),
        "page": page_file(routes.page_of(PLACES, place.id), edition.language.code),
        "calls": [_call(one, place) for one in _calls(edition, place)],
        "meetings": _meetings(edition, place),
    }


def _calls(edition: Edition, place: NamedPlace) -> list[Call]:
    """The place's own people, and those of other services who have it."""
    handbook = edition.handbook
    partners = partners_of(handbook, place)
    near = [one for one in partners if one.reach is not Reach.GENERAL]
    theirs = [call(handbook, place, one.service, contact) for one in near for contact in one.contacts]
    return [*own_calls(handbook, place), *theirs]


def _call(one: Call, place: NamedPlace) -> _Row:
    role = one.contact.role if one.service.id == place.service else contact_name(one.service, one.contact)
    return {"role": one.role or role, "phone": one.phone or "", "tel": dialled(one.phone)}


def _meetings(edition: Edition, place: NamedPlace) -> list[_Row]:
    phrases, code = edition.language.phrases, edition.language.code
    return [
        {
            "day": meeting.day.isoformat(),
            "when": phrases.date(meeting.day) + (f" {meeting.starts:%H:%M}" if meeting.starts else ""),
            "name": one.forum.name,
            "page": page_file(routes.page_of(FORUMS, one.forum.id), code),
        }
        for one, meeting in coming(edition.handbook, held_at(edition.handbook, place))
    ]
