"""The kinds of record, by the name of the folder or file that holds them."""

from __future__ import annotations

from types import MappingProxyType

from builder.i18n import N_
from builder.model.base import Record
from builder.model.confidentiality import ConfidentialityRule
from builder.model.form import Form
from builder.model.forum import Forum
from builder.model.glossary import Term
from builder.model.law import Act
from builder.model.municipality import EmergencyNumber, Municipality, Role
from builder.model.pathway import Pathway
from builder.model.service import Service

MUNICIPALITY = "municipality"

#: Folder name -> record. The order is the order of checking and of listing.
KINDS: MappingProxyType[str, type[Record]] = MappingProxyType(
    {
        MUNICIPALITY: Municipality,
        "emergency": EmergencyNumber,
        "laws": Act,
        "glossary": Term,
        "roles": Role,
        "services": Service,
        "forms": Form,
        "rules": ConfidentialityRule,
        "forums": Forum,
        "pathways": Pathway,
    }
)

#: Kinds a running text may link to, as in [skjemaet](forms:samtykke).
LINKABLE = frozenset({"glossary", "roles", "services", "forms", "rules", "forums", "pathways"})

#: Folder name -> what an administrator calls one record of that kind.
KIND_LABELS: MappingProxyType[str, str] = MappingProxyType(
    {
        MUNICIPALITY: N_("kommune"),
        "emergency": N_("nødnummer"),
        "laws": N_("lov"),
        "glossary": N_("ord"),
        "roles": N_("rolle"),
        "services": N_("tjeneste"),
        "contacts": N_("kontakt"),
        "forms": N_("skjema"),
        "rules": N_("regel"),
        "forums": N_("møteplass"),
        "pathways": N_("forløp"),
    }
)
