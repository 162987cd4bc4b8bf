"""How somebody who works in each kind of service says so."""

from __future__ import annotations

from builder.i18n import N_, Key
from builder.model.vocabulary import Category

SAID: dict[Category, Key] = {
    Category.CHILD_WELFARE: N_("Jeg jobber i barnevernet"),
    Category.CHILD_WELFARE_OUT_OF_HOURS: N_("Jeg jobber i barnevernsvakta"),
    Category.CHILD_WELFARE_STATE: N_("Jeg jobber i det statlige barnevernet"),
    Category.KINDERGARTEN: N_("Jeg jobber i barnehage"),
    Category.SCHOOL: N_("Jeg jobber på skole"),
    Category.UPPER_SECONDARY: N_("Jeg jobber på videregående skole"),
    Category.PPT: N_("Jeg jobber i PP-tjenesten"),
    Category.CHILD_HEALTH: N_("Jeg jobber på helsestasjon eller i skolehelsetjenesten"),
    Category.GP: N_("Jeg er fastlege eller jobber på legekontor"),
    Category.EMERGENCY_CLINIC: N_("Jeg jobber på legevakt"),
    Category.MENTAL_HEALTH: N_("Jeg jobber med psykisk helse og rus"),
    Category.HABILITATION: N_("Jeg jobber i habiliteringen"),
    Category.COORDINATION: N_("Jeg jobber i koordinerende enhet"),
    Category.NAV: N_("Jeg jobber i NAV"),
    Category.BUP: N_("Jeg jobber på BUP"),
    Category.DPS: N_("Jeg jobber på DPS"),
    Category.TSB: N_("Jeg jobber i rusbehandling (TSB)"),
    Category.POLICE: N_("Jeg jobber i politiet"),
    Category.CRISIS_CENTRE: N_("Jeg jobber på krisesenter"),
    Category.CHILDRENS_HOUSE: N_("Jeg jobber på Statens barnehus"),
    Category.FAMILY_COUNSELLING: N_("Jeg jobber i familievernet"),
    Category.FAMILY_SUPPORT: N_("Jeg jobber med familiestøtte"),
    Category.REFUGEE: N_("Jeg jobber i flyktningtjenesten"),
    Category.OUTREACH: N_("Jeg jobber med utekontakt eller fritid"),
    Category.DENTAL: N_("Jeg jobber i tannhelsetjenesten"),
    Category.VOLUNTARY: N_("Jeg er med i en frivillig organisasjon"),
    Category.EDUCATION: N_("Jeg jobber på høyskole eller universitet"),
    Category.ADMINISTRATION: N_("Jeg leder tjenester i kommunen"),
    Category.OTHER: N_("Jeg jobber et annet sted"),
}
