"""The one list of the kinds of record. Each is described beside its record class; see `builder.model.kind`."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from builder.model.acceptance import ACCEPTED
from builder.model.agreement import AGREEMENTS
from builder.model.approved_edition import EDITIONS
from builder.model.base import Record
from builder.model.change import CHANGES
from builder.model.confidentiality import RULES
from builder.model.form import FORMS
from builder.model.forum import FORUMS
from builder.model.glossary import GLOSSARY
from builder.model.introduction import INTRODUCTIONS
from builder.model.kind import Kind, Named
from builder.model.law import LAWS
from builder.model.library import LIBRARY
from builder.model.meeting_log import MEETINGS
from builder.model.municipality import DISTRICTS, EMERGENCY, MUNICIPALITY, ROLES
from builder.model.need import NEEDS
from builder.model.offer import OFFERS
from builder.model.onboarding import ONBOARDING
from builder.model.pathway import PATHWAYS
from builder.model.place import PLACES
from builder.model.plan import PLANS
from builder.model.register_date import REGISTER
from builder.model.removed import REMOVED
from builder.model.service import CONTACTS, SERVICES
from builder.model.survey import SURVEYS
from builder.model.text_page import PAGES
from builder.model.training import TRAINING

#: By the name of the folder or file that holds them, in the order of checking and of listing.
KINDS: MappingProxyType[str, Kind[Any]] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            MUNICIPALITY,
            EMERGENCY,
            LIBRARY,
            LAWS,
            REGISTER,
            GLOSSARY,
            ROLES,
            SERVICES,
            PLACES,
            FORMS,
            RULES,
            FORUMS,
            MEETINGS,
            OFFERS,
            NEEDS,
            PATHWAYS,
            PLANS,
            AGREEMENTS,
            TRAINING,
            ONBOARDING,
            INTRODUCTIONS,
            SURVEYS,
            CHANGES,
            PAGES,
            ACCEPTED,
            EDITIONS,
            REMOVED,
        )
    }
)

#: What a reference can be to: the kinds, and the parts of records that are named from outside.
NAMED: MappingProxyType[str, Named] = MappingProxyType({**KINDS, CONTACTS.name: CONTACTS, DISTRICTS.name: DISTRICTS})

#: The kinds a running text may link to, by name.
LINKABLE = frozenset(kind.name for kind in KINDS.values() if kind.linkable)

#: The kinds that only tell about others. A record that is named in them is not used there.
TELLING = tuple(kind for kind in KINDS.values() if kind.telling)

_BY_RECORD = MappingProxyType({kind.record: kind for kind in KINDS.values()})


def kind_of(record: Record) -> Kind[Any]:
    """The kind a record is of."""
    return _BY_RECORD[type(record)]
