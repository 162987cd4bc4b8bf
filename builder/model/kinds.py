"""The kinds of record, by the name of the folder or file that holds them."""

from __future__ import annotations

from types import MappingProxyType

from builder.i18n import N_
from builder.model.acceptance import Acceptance
from builder.model.base import Record
from builder.model.change import Change
from builder.model.confidentiality import ConfidentialityRule
from builder.model.form import Form
from builder.model.forum import Forum
from builder.model.glossary import Term
from builder.model.law import Act
from builder.model.municipality import EmergencyNumber, Municipality, Role
from builder.model.onboarding import Onboarding
from builder.model.pathway import Pathway
from builder.model.plan import Plan
from builder.model.register_date import RegisterDate
from builder.model.service import Service
from builder.model.text_page import TextPage
from builder.model.training import TrainingCase

MUNICIPALITY = "municipality"

#: Folder name -> record. The order is the order of checking and of listing.
KINDS: MappingProxyType[str, type[Record]] = MappingProxyType(
    {
        MUNICIPALITY: Municipality,
        "emergency": EmergencyNumber,
        "laws": Act,
        "register": RegisterDate,
        "glossary": Term,
        "roles": Role,
        "services": Service,
        "forms": Form,
        "rules": ConfidentialityRule,
        "forums": Forum,
        "pathways": Pathway,
        "plans": Plan,
        "training": TrainingCase,
        "onboarding": Onboarding,
        "changes": Change,
        "pages": TextPage,
        "accepted": Acceptance,
    }
)

#: Kinds a running text may link to, as in [skjemaet](forms:samtykke).
LINKABLE = frozenset(
    {
        "glossary", "roles", "services", "forms", "rules", "forums", "pathways",
        "plans", "training", "onboarding", "changes", "pages",
    }
)  # fmt: skip

#: Folder name -> what an administrator calls one record of that kind.
KIND_LABELS: MappingProxyType[str, str] = MappingProxyType(
    {
        MUNICIPALITY: N_("kommune"),
        "emergency": N_("nødnummer"),
        "laws": N_("lov"),
        "register": N_("kontroll av lovregisteret"),
        "glossary": N_("ord"),
        "roles": N_("rolle"),
        "services": N_("tjeneste"),
        "contacts": N_("kontakt"),
        "forms": N_("skjema"),
        "rules": N_("regel"),
        "forums": N_("møteplass"),
        "pathways": N_("forløp"),
        "plans": N_("plan eller avtale"),
        "training": N_("øvelse"),
        "onboarding": N_("sjekkliste for nyansatte"),
        "changes": N_("endring"),
        "pages": N_("side"),
        "accepted": N_("godtatt funn"),
    }
)

#: Folder name -> what such a record is for. Bokmål, for the field reference and for editors.
KIND_DESCRIPTIONS: MappingProxyType[str, str] = MappingProxyType(
    {
        MUNICIPALITY: "Kommunen håndboka gjelder: eier, godkjenning, redaksjon og nivåer. Én post, i municipality.yml.",
        "emergency": "Numre å ringe når det haster. Står først på forsiden og på alle utskrifter.",
        "laws": "En lov eller forskrift med bestemmelsene håndboka kan vise til. Bare i common.",
        "glossary": "Et ord med forklaring, andre ord for det samme og tidligere navn. Søket forstår alle.",
        "roles": "En funksjon mange tjenester har, som «den som er bekymret» eller «barnekoordinator».",
        "services": "En tjeneste: hva den gjør og ikke gjør, for hvem, hvordan du får hjelp, og hvem du ringer.",
        "forms": "Et skjema eller en mal til å skrive ut og fylle ut.",
        "rules": "En regel om taushetsplikt eller deling: fra hvem, til hvem, på hvilke vilkår og hvordan.",
        "forums": "En møteplass, et team eller et nettverk: hvorfor, hvem som er med, og hva som skjer etterpå.",
        "pathways": "Et forløp: fra situasjonen leseren er i, steg for steg, til tilbakemelding og slutt.",
        "register": "Når lovregisteret sist ble kontrollert, av hvem og hvordan, med forbehold. Bare i common.",
        "plans": "En plan eller avtale: eier, mål, hvem den gjelder for, varighet og hvor den ligger.",
        "training": "En øvelse: en situasjon med spørsmål og svar som viser til rutinene.",
        "onboarding": "En sjekkliste for nyansatte på en type arbeidsplass.",
        "changes": "Noe som er endret: dato, hva det gjelder, og hvilke poster.",
        "pages": "En fri side for det som ikke passer andre steder.",
        "accepted": "Et funn kommunen godtar til en dato, med begrunnelse. Feil kan ikke godtas.",
    }
)
