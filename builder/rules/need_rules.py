"""What is expected of what is said of who decides and who pays: somebody to ring, the law, and help meanwhile."""

from __future__ import annotations

from builder.facts.needs import SideIn, is_said_to_be_a_duty, sides, takes_long
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.need import FamilyNeed
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, error, warning
from builder.rules.findings import lacking

_NOBODY = N_("«{name}» sier ikke hvilken tjeneste eller rolle det er; skriv den under who")
_ONLY_OTHERS = N_(
    "«{name}» nevner bare noen utenfor håndboka ({others}); skriv under who hvilken tjeneste eller rolle hos dere som "
    "tar kontakt med dem"
)
_NO_LAW = N_(
    "«{name}» sier at noen må, uten å vise hvor det står; skriv lov og paragraf under legal_basis, eller «bør»"
)
_NOBODY_ADVANCES = N_("«{name}» kan ta mer enn en måned å avgjøre; skriv hvem som legger ut imens, under advances")
_NO_PAYER = N_(
    "«{name}» sier ikke hvem som betaler; skriv det under pays, eller skriv åpent i unsettled hvem dere spør"
)
_NO_MEANWHILE = N_("«{name}» sier ikke hva den ansatte gjør til det er avgjort; skriv det under meanwhile")


@warning("need-who", of=sides)
def who(side: SideIn, _handbook: Handbook) -> Findings:
    """Den som bestemmer, betaler, legger ut eller blir spurt, er en tjeneste eller en rolle i håndboka.

    «Kommunen» og «Helfo» kan ingen ringe. Når svaret ikke er en tjeneste med kontakter, går saken rundt, og den
    som spør, begynner på nytt hver gang.

    Kilde: NOVA-rapport 18/2011, kapittel 3; masteroppgave om tverrfaglig samarbeid i rusbehandling, kapittel 5.2.1.

    Riktig::

        needs:
          - id: tegnspraktolk
            name: Tegnspråktolk
            summary: Tjenesten som har møtet, bestiller.
            decides: {who: [ppt.leder]}
            pays: {who: [ppt], others: [Fylkeskommunen]}
            meanwhile: [Vent med det som krever tolk.]

    Feil::

        needs:
          - id: tegnspraktolk
            name: Tegnspråktolk
            summary: Tjenesten som har møtet, bestiller.
            decides: {who: [ppt.leder]}
            pays: {others: [Fylkeskommunen]}
            meanwhile: [Vent med det som krever tolk.]

    Feil::

        needs:
          - id: tegnspraktolk
            name: Tegnspråktolk
            summary: Tjenesten som har møtet, bestiller.
            decides: {how: Det kommer an på.}
            pays: {who: [ppt]}
            meanwhile: [Vent med det som krever tolk.]
    """
    if not side.value.who:
        sentence = _ONLY_OTHERS if side.value.others else _NOBODY
        yield Finding(side.at(), Message(sentence, name=side.record.name, others=", ".join(side.value.others)))


@error("need-duty", of=sides)
def duty(side: SideIn, _handbook: Handbook) -> Findings:
    """Det som er sagt å være en plikt, viser til bestemmelsen.

    En plikt uten paragraf kan ingen kontrollere. Den som får nei, vet ikke om det er loven eller budsjettet som
    sier det. «Skal» er lov; det dere selv har blitt enige om, er «bør». Bestemmelsen må stå i lovregisteret. Står den
    ikke der, sier dere åpent i unsettled at det ikke er avklart.

    Kilde: NOVA-rapport 18/2011, kapittel 3; masteroppgave om overgangen fra barnevern til tjenester for voksne,
    kapittel 4.4.

    Riktig::

        needs:
          - id: tiltak
            name: Hjelpetiltak
            summary: Barnevernet avgjør.
            decides: {who: [ppt], how: PPT skal svare., duty: true, legal_basis: [barnevernsloven § 13-2]}
            pays: {who: [ppt], how: PPT bør dekke det.}
            meanwhile: [Fortsett som før.]

    Feil::

        needs:
          - id: tiltak
            name: Hjelpetiltak
            summary: Barnevernet avgjør.
            decides: {who: [ppt], duty: true}
            pays: {who: [ppt]}
            meanwhile: [Fortsett som før.]

    Feil::

        needs:
          - id: tiltak
            name: Hjelpetiltak
            summary: Barnevernet avgjør.
            decides: {who: [ppt]}
            pays: {who: [ppt], how: PPT skal betale.}
            meanwhile: [Fortsett som før.]
    """
    if is_said_to_be_a_duty(side.value) and not side.value.legal_basis:
        at = "duty" if side.value.duty else "how"
        yield Finding(side.at(at), Message(_NO_LAW, name=side.record.name), Lack.WRONG)


def needs(handbook: Handbook) -> tuple[FamilyNeed, ...]:
    """Every need, by name."""
    return handbook.needs


def slow_needs(handbook: Handbook) -> tuple[FamilyNeed, ...]:
    """The needs somebody may wait long for an answer to."""
    return tuple(need for need in handbook.needs if takes_long(need.takes))


@warning("need-advances", of=slow_needs)
def advances(need: FamilyNeed, _handbook: Handbook) -> Findings:
    """Kan avgjørelsen ta mer enn en måned, står det hvem som legger ut eller hjelper imens.

    Mens tjenestene venter på hverandre, er det familien som legger ut, eller barnet som venter. Grensen er en
    måned, for i saker om enkeltvedtak skal det gis foreløpig svar når svaret ikke kan komme innen da.

    Kilde: forvaltningsloven § 11 a; masteroppgave om tverrfaglig samarbeid i rusbehandling, kapittel 5.1.

    Riktig::

        needs:
          - id: tiltak
            name: Hjelpetiltak
            summary: PPT avgjør.
            decides: {who: [ppt]}
            takes: {amount: 3, unit: months}
            pays: {who: [ppt]}
            advances: {who: [skole.rektor]}
            meanwhile: [Fortsett som før.]

    Feil::

        needs:
          - id: tiltak
            name: Hjelpetiltak
            summary: PPT avgjør.
            decides: {who: [ppt]}
            takes: {amount: 5, unit: weeks}
            pays: {who: [ppt]}
            meanwhile: [Fortsett som før.]

    Riktig::

        needs:
          - id: tiltak
            name: Hjelpetiltak
            summary: PPT avgjør.
            decides: {who: [ppt]}
            takes: {amount: 4, unit: weeks}
            pays: {who: [ppt]}
            meanwhile: [Fortsett som før.]
    """
    return lacking(need, need.advances, _NOBODY_ADVANCES, "takes")


@warning("need-payer", of=needs)
def payer(need: FamilyNeed, _handbook: Handbook) -> Findings:
    """Det står hvem som betaler, eller åpent at det ikke er avklart.

    Et tomt felt leser alle slik det passer dem. Vet dere det ikke, er det bedre å si det, og hvem leseren spør.

    Kilde: NOVA-rapport 18/2011, kapittel 3; NOVA-rapport 18/2011, kapittel 10.

    Riktig::

        needs:
          - id: buss
            name: Buss til møtet
            summary: Spør rektor.
            decides: {who: [skole.rektor]}
            pays: {who: [skole]}
            meanwhile: [Ta møtet på telefon.]

    Feil::

        needs:
          - id: buss
            name: Buss til møtet
            summary: Spør rektor.
            decides: {who: [skole.rektor]}
            meanwhile: [Ta møtet på telefon.]

    Riktig::

        needs:
          - id: buss
            name: Buss til møtet
            summary: Spør rektor.
            decides: {who: [skole.rektor]}
            unsettled: Det er ikke avklart hvem som betaler. Spør rektor.
            meanwhile: [Ta møtet på telefon.]
    """
    return lacking(need, need.pays or need.unsettled, _NO_PAYER)


@warning("need-meanwhile", of=needs)
def meanwhile(need: FamilyNeed, _handbook: Handbook) -> Findings:
    """Det står hva den ansatte gjør mens det ikke er avgjort.

    Familien står foran den ansatte nå. Uten noe å gjøre imens blir svaret «vi venter på de andre».

    Kilde: masteroppgave om tverrfaglig samarbeid i rusbehandling, kapittel 5.1.

    Riktig::

        needs:
          - id: buss
            name: Buss til møtet
            summary: Spør rektor.
            decides: {who: [skole.rektor]}
            pays: {who: [skole]}
            meanwhile: [Ta møtet på telefon.]

    Feil::

        needs:
          - id: buss
            name: Buss til møtet
            summary: Spør rektor.
            decides: {who: [skole.rektor]}
            pays: {who: [skole]}
    """
    return lacking(need, need.meanwhile, _NO_MEANWHILE)


EXPECTATIONS = (who, duty, advances, payer, meanwhile)
