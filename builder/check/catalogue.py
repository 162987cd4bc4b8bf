"""Every id a finding may carry, explained: the rule modules, and the checks built into reading and shaping."""

from __future__ import annotations

import functools
from types import MappingProxyType

from builder.check import leading, leaving_out, renames, suppressions, translations, validation
from builder.check.checker import MUNICIPALITY_RULE
from builder.load import cut_text, duplicates, folder, merge, translation, yaml_text
from builder.problem import Severity
from builder.rules.documentation import Documentation, documentation
from builder.rules.registry import EXPECTATIONS

_OWN = "håndbokas egen sammenheng."

#: What is found before any rule can be asked. These have no module, so they are explained here.
BUILT_IN: tuple[Documentation, ...] = (
    Documentation(
        yaml_text.RULE,
        Severity.ERROR,
        "Fila skal være gyldig YAML, lagret som UTF-8.",
        "Kan fila ikke leses, blir alt i den borte fra håndboka. Vanligste årsak er feil innrykk, tabulator, et "
        "anførselstegn som ikke er lukket, eller kolon i tekst uten anførselstegn. Ankre, merkelapper og flere "
        "dokumenter i samme fil er ikke tillatt, fordi de skjuler hvor en opplysning kommer fra.",
        "YAML 1.2.2, yaml.org/spec.",
        ('name: "PPT: hjelp til skolen"\n',),
        ("name: PPT: hjelp til skolen\n",),
    ),
    Documentation(
        cut_text.RULE,
        Severity.WARNING,
        "Teksten er hel, og ikke kuttet av et tegn YAML bruker.",
        "Etter mellomrom og # begynner en merknad som ingen leser ser. I en liste på én linje skiller komma punktene. "
        "Sett anførselstegn rundt teksten når tegnet er en del av den.",
        "YAML 1.2.2, kapittel 6.6 (merknader) og 7.4 (lister på én linje).",
        ('summary: "Vi er i kanalen #skole."\n',),
        ("summary: Vi er i kanalen #skole.\n",),
    ),
    Documentation(
        folder.RULE,
        Severity.ERROR,
        "Hver fil skal ligge i en mappe håndboka kjenner, og inneholde poster.",
        "Mappa eller filnavnet sier hva slags poster fila har. En fil på feil sted blir ikke med i håndboka, uten at "
        "noen merker det.",
        _OWN,
        ("# handbook/lillevik/services/ppt.yml\nid: ppt\n",),
        ("# handbook/lillevik/tjenester/ppt.yml\nid: ppt\n",),
    ),
    Documentation(
        validation.RULE,
        Severity.ERROR,
        "Hvert felt skal ha en verdi av riktig slag.",
        "En dato som ikke finnes, et telefonnummer som er for kort, eller tekst der det skulle stått en liste, gir "
        "feil i håndboka eller skjuler en skrivefeil. Feltoversikten i felter.md sier hva hvert felt kan inneholde.",
        _OWN,
        ("verified:\n  date: 2026-03-31\n",),
        ("verified:\n  date: 31. mars\n",),
    ),
    Documentation(
        validation.MISSING_RULE,
        Severity.ERROR,
        "Felter som må fylles ut, skal være der.",
        "Noen få felter er påkrevd, fordi leseren ikke har nytte av posten uten dem.",
        _OWN,
        ("id: inspektor\nrole: Inspektør\n",),
        ("id: inspektor\n",),
    ),
    Documentation(
        validation.UNKNOWN_RULE,
        Severity.ERROR,
        "Bare felter håndboka kjenner, kan brukes.",
        "Et felt med skrivefeil ville ellers bli borte uten at noen la merke til det.",
        _OWN,
        ("phone: 00 00 00 00\n",),
        ("phnoe: 00 00 00 00\n",),
    ),
    Documentation(
        duplicates.RULE,
        Severity.ERROR,
        "En id er brukt bare én gang i sitt slag.",
        "Når to poster har samme id, kan ingen vite hvilken en lenke fører til. Skal en felles post få lokale "
        "opplysninger, brukes extends; skal en lokal post stå i stedet for den, brukes replaces.",
        _OWN,
        ("- id: styrer\n- id: inspektor\n",),
        ("- id: styrer\n- id: styrer\n",),
    ),
    Documentation(
        merge.RULE,
        Severity.ERROR,
        "extends og replaces skal vise til en felles post av samme slag, og add til lister i den.",
        "Posten bygger på en felles post i common. Finnes den ikke, eller gjelder den ikke for kommunen, mangler alt "
        "det lokale tillegget skulle bygge på. Det samme gjelder linjer under add som ikke hører til en liste, eller "
        "som den felles lista allerede har.",
        _OWN,
        ("id: bup\nextends: bup\nadd:\n  aliases: [Poliklinikken]\n",),
        ("id: bup\nextends: bpu\n",),
    ),
    Documentation(
        translation.RULE,
        Severity.ERROR,
        "En oversettelse har de samme feltene som posten, og bare tekster.",
        "En oversettelse ligger ved siden av posten, som ppt.nn.yml ved ppt.yml, og har de samme id-ene. Punktene i en "
        "liste hører sammen etter rekkefølgen. Mangler ett, blir tekstene satt på feil sted. Numre, henvisninger og "
        "datoer er like på alle språk, og skrives bare i posten.",
        _OWN,
        ("# i ppt.nn.yml\nid: ppt\nsummary: Hjelper skulen med elevar som strevar.\n",),
        ("# i ppt.nn.yml\nid: ppt\ncategory: ppt\n",),
    ),
    Documentation(
        translations.STALE_RULE,
        Severity.WARNING,
        "En oversettelse er av teksten slik den er nå.",
        "Når en tekst blir endret, kan oversettelsen si noe annet enn den. Kjennetegnet i translates følger tekstene, "
        "og viser at oversettelsen må leses på nytt.",
        _OWN,
        ("# teksten er som da den ble oversatt\nid: ppt\ntranslates: bkmqdfgh\n",),
        ("# teksten er endret etterpå\nid: ppt\ntranslates: bkmqdfgh\n",),
    ),
    Documentation(
        renames.RULE,
        Severity.ERROR,
        "En post som har fått ny id, er rettet overalt.",
        "Andre poster viser til den gamle id-en, som også er navnet på fila. Da fører lenkene ingen steder. Enten skal "
        "posten ha den gamle id-en, eller så skal hver av de andre vise til den nye.",
        _OWN,
        ("# handbook/lillevik/services/ppt.yml\nid: ppt\n",),
        ("# handbook/lillevik/services/ppt.yml\nid: pp-tjenesten\n",),
    ),
    Documentation(
        leading.RULE,
        Severity.ADVICE,
        "Kontakter som felles tekster viser til, finnes også i den lokale tjenesten.",
        "Når kommunens egen tjeneste står i stedet for en felles, fører felles tekster til den. Mangler kontakten de "
        "viser til, fører de til en annen kontakt i tjenesten, og det er ikke sikkert at det er den rette.",
        _OWN,
        ("id: pp-tjenesten\nreplaces: ppt\ncontacts:\n  - {id: leder, role: Leder}\n",),
        (
            "# felles tekster viser til ppt.leder\nid: pp-tjenesten\nreplaces: ppt\n"
            "contacts:\n  - {id: kontor, role: Kontor}\n",
        ),
    ),
    Documentation(
        leaving_out.RULE,
        Severity.ERROR,
        "Felles poster som er utelatt, finnes blant de felles, og ingen egne poster viser til dem.",
        "Kommunen kan utelate felles poster den ikke har, under without i municipality.yml. Et navn som ikke finnes, "
        "eller en egen post som viser til noe som er utelatt, gjør at lesere ikke finner fram.",
        _OWN,
        ("# municipality.yml\nwithout: [services:krisesenter]\n",),
        ("# municipality.yml\nwithout: [services:krisesentret]\n",),
    ),
    Documentation(
        MUNICIPALITY_RULE,
        Severity.ERROR,
        "Kommunen skal være beskrevet i municipality.yml, med samme id som mappa.",
        "Beskrivelsen sier hvem som eier håndboka, hvem leserne melder feil til, og hvilken målform den har.",
        _OWN,
        ("# handbook/lillevik/municipality.yml\nid: lillevik\n",),
        ("# handbook/lillevik/municipality.yml\nid: storevik\n",),
    ),
    Documentation(
        suppressions.UNKNOWN_RULE,
        Severity.ERROR,
        "Et godtatt funn viser til en regel som finnes.",
        "En skrivefeil i regelens navn gjør at godkjenningen ikke virker, uten at noen merker det.",
        _OWN,
        ("rule: vacant-contact\n",),
        ("rule: ubesatt\n",),
    ),
    Documentation(
        suppressions.UNKNOWN_TARGET_RULE,
        Severity.ERROR,
        "Et godtatt funn viser til en post eller fil som finnes.",
        "Er posten slettet eller omdøpt, skal godkjenningen ikke bli liggende og skjule noe annet.",
        _OWN,
        ("record: services:ppt\n",),
        ("record: services:pppt\n",),
    ),
    Documentation(
        suppressions.EXPIRED_RULE,
        Severity.WARNING,
        "En godkjenning som er gått ut på dato, gjelder ikke lenger.",
        "Det som ble godtatt for en tid, skal vurderes på nytt. Etter datoen vises funnet igjen.",
        _OWN,
        ("until: 2027-06-30\n",),
        ("until: 2024-06-30\n",),
    ),
    Documentation(
        suppressions.UNUSED_RULE,
        Severity.ADVICE,
        "En godkjenning som ikke trengs, kan slettes.",
        "Funnet er rettet, eller det har aldri vært der. Lista over det som er godtatt, bør være kort og sann.",
        _OWN,
        ("# contact-deputy finnes for services:ppt\nrule: contact-deputy\nrecord: services:ppt\n",),
        ("# alle kontakter i services:ppt har stedfortreder\nrule: contact-deputy\nrecord: services:ppt\n",),
    ),
)


@functools.cache
def catalogue() -> MappingProxyType[str, Documentation]:
    """Id -> documentation, in the order of checking."""
    everything = (*BUILT_IN, *(documentation(one) for one in EXPECTATIONS))
    return MappingProxyType({one.id: one for one in everything})
