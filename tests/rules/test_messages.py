"""What rules say, in full, and cases next to the examples of their documentation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.test_rules import told
from tests.support import checked, findings, mini_file, place_in, varied


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        (
            "services: [{id: ppt, works_with: [skule]}]",
            ("unknown-reference", "fant ikke tjeneste med id «skule»; mente du «skole»?"),
        ),
        (
            "forums: [{id: team, chair: rektoren}]",
            ("unknown-reference", "fant ikke rolle eller kontakt med id «rektoren»"),
        ),
        (
            "forums: [{id: team, members: [{actor: skole.rektro, mandate: inform}]}]",
            (
                "unknown-reference",
                "fant ikke rolle eller kontakt eller tjeneste med id «skole.rektro»; mente du «skole.rektor»?",
            ),
        ),
        (
            "forums: [{id: team, modes: [consent]}]",
            (
                "case-forum-consent",
                "«Tverrfaglig team» drøfter navngitte barn, men viser verken til en regel om samtykke eller deling (rules) "
                "eller et lovgrunnlag (legal_basis)",
            ),
        ),
        (
            "forums: [{id: team, recurrence: {exceptions: [{date: 2026-12-01, cancelled: true}]}}]",
            (
                "meeting-exception",
                "«Tverrfaglig team» har ingen møter med dato, så unntaket 2026-12-01 virker ikke; "
                "skriv recurrence med dag eller dates",
            ),
        ),
        (
            "forums: [{id: team, recurrence: {every: 2, to: null, exceptions: [{date: 2026-12-24, cancelled: true}]}}]",
            (
                "meeting-exception",
                "«Tverrfaglig team» har ikke noe møte 2026-12-24 å gjøre unntak for; det nærmeste er 2026-12-29",
            ),
        ),
        (
            """
            municipality:
              - id: lillevik
                school_breaks:
                  - {name: Vinterferie, from: 2027-02-22, to: 2027-03-22}
                  - {name: Påskeferie, from: 2027-03-22, to: 2027-03-30}
            """,
            ("school-breaks", "«Påskeferie» begynner 2027-03-22, før «Vinterferie» er over 2027-03-22"),
        ),
        (
            "services: [{id: ppt, contacts: [{id: leder, deputy: null}]}]",
            ("contact-deputy", "«Leder» i PPT har ingen stedfortreder; skriv hvem som svarer ved fravær under deputy"),
        ),
        (
            "services: [{id: ppt, contacts: [{id: leder, deputy: null, vacant: true}]}]",
            ("vacant-contact", "«Leder» i PPT er ubesatt og har ingen stedfortreder, så ingen svarer"),
        ),
        (
            "services: [{id: ppt, contacts: [{id: leder, verified: null}]}]",
            ("contact-verified", "«Leder» i PPT er aldri kontrollert; skriv dato, hvem og hvordan under verified"),
        ),
        (
            "services: [{id: ppt, contacts: [{id: leder, verified: {date: 2026-11-23}}]}]",
            ("contact-verified", "kontrolldatoen 2026-11-23 er ikke kommet ennå"),
        ),
        (
            "services: [{id: ppt, contacts: [{id: leder, verified: {date: 2026-05-21}}]}]",
            ("contact-verified", "«Leder» i PPT ble sist kontrollert 2026-05-21, for mer enn 6 måneder siden"),
        ),
        (
            "pathways: [{id: akutt, steps: [{id: ring, responsible: null}]}]",
            ("one-responsible", "steget «Ring 112» har ingen ansvarlig; skriv én rolle under responsible"),
        ),
        (
            "pathways: [{id: akutt, steps: [{id: ring, responsible: []}]}]",
            ("one-responsible", "steget «Ring 112» har ingen ansvarlig; skriv én rolle under responsible"),
        ),
        (
            "pathways: [{id: akutt, steps: [{id: ring, responsible: [ansatt, ppt.leder, skole.rektor]}]}]",
            ("one-responsible", "steget «Ring 112» har 3 ansvarlige; velg én, og sett de andre under participants"),
        ),
        (
            "pathways: [{id: akutt, steps: [{id: ring, transitions: [{when: Så, step: rign}]}]}]",
            ("unknown-step", "forløpet har ikke noe steg med id «rign»; mente du «ring»?"),
        ),
        (
            "services: [{id: ppt, note: 'Se [x](services:skule).'}]",
            ("prose-link", "lenken «services:skule» fører ikke til noe i håndboka; mente du «skole»?"),
        ),
        (
            "services: [{id: ppt, note: Dette er <b>viktig</b>.}]",
            ("prose-markup", "«<b>» kan ikke brukes her; bare **fet**, *kursiv*, lister og lenker"),
        ),
        (
            "services: [{id: ppt, note: '![bilde](https://x.no/y.png)'}]",
            ("prose-markup", "«![» kan ikke brukes her; bare **fet**, *kursiv*, lister og lenker"),
        ),
        (
            "services: [{id: ppt, note: '## Overskrift'}]",
            ("prose-markup", "«##» kan ikke brukes her; bare **fet**, *kursiv*, lister og lenker"),
        ),
        (
            "services: [{id: ppt, note: 'Ring 01020300000 nå'}]",
            (
                "national-identity-number",
                "her står noe som ligner et fødselsnummer; slett det, håndboka skal ikke ha personopplysninger",
            ),
        ),
    ],
)
def test_what_a_rule_says(fragment: str, expected: tuple[str, str]) -> None:
    assert told(fragment) == [expected]


@pytest.mark.parametrize(
    "fragment",
    [
        "services: [{id: ppt, contacts: [{id: leder, verified: {date: 2026-05-22}}]}]",
        "services: [{id: ppt, contacts: [{id: leder, verified: {date: 2026-11-22}}]}]",
        "forums: [{id: team, modes: [consent], rules: [samtykke]}]",
        "forums: [{id: team, modes: [consent], legal_basis: ['barnevernsloven § 13-1']}]",
        "forums: [{id: team, modes: [group, system, anonymised]}]",
        "services: [{id: ppt, note: 'Se [a](https://a.no), [b](mailto:a@b.no), [c](tel:112) og [d](forms:samtykke).'}]",
        "services: [{id: ppt, note: 'Er 3 < 4, og 5 > 4? Ja & nei. Vi er #1.'}]",
        "services: [{id: ppt, note: 'Telefon 22 22 22 22 og 41 23 45 67. Kontonummer 99999 99 9999.'}]",
        "services: [{id: ppt, note: 'Løpenummer 2026001234567 og 99999999999'}]",
        "services: [{id: ppt, works_with: [skole]}]",
    ],
)
def test_what_is_right_is_let_through(fragment: str) -> None:
    assert told(fragment) == []


def test_a_list_of_one_responsible_is_not_called_several() -> None:
    fragment = "pathways: [{id: akutt, steps: [{id: ring, responsible: [ansatt]}]}]"
    assert (
        "one-responsible",
        "steget «Ring 112» har 1 ansvarlige; velg én, og sett de andre under participants",
    ) not in told(fragment)


@pytest.mark.parametrize(
    "address",
    ["http://a.no", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//a.no", "/etc/passwd", "side.html", "file:///etc/passwd",
     "vbscript:x", "contacts:ppt.leder", "#anker"],
)  # fmt: skip
def test_a_link_out_of_bounds_is_told(address: str) -> None:
    ((rule, message),) = told(f"services: [{{id: ppt, note: 'Se [x]({address}).'}}]")
    assert rule == "prose-link"
    assert message.startswith(f"lenken «{address}» er ikke tillatt; bruk https:")


@pytest.mark.parametrize(
    "digits",
    [
        "010203 00000",
        "01020300000",
        "010203-00000",
        "010203.00000",
        "41020300000",
        "31129956715",
        "010203 000 00",
        "010203\u00a000000",
    ],
)
@pytest.mark.parametrize("name", ["lillevik/services/skole.yml", "common/glossary.yml", "lillevik/municipality.yml"])
def test_an_identity_number_is_refused_wherever_it_stands(tmp_path: Path, digits: str, name: str) -> None:
    text = mini_file(name)
    changed = text + (
        f"- {{id: x, term: X, meaning: 'Gjelder {digits}'}}\n"
        if "glossary" in name
        else f"website: 'Gjelder {digits}'\n"
    )
    assert "national-identity-number" in [rule for _, rule, _ in findings(checked(varied(tmp_path, {name: changed})))]


@pytest.mark.parametrize(
    "text", ["01020300000: x\n", "- id: x\n  01020300000: y\n", "# gjelder 01020300000\n- {id: x, name: X}\n"]
)
def test_an_identity_number_may_not_hide_in_a_key_or_a_remark(tmp_path: Path, text: str) -> None:
    root = varied(tmp_path, {"lillevik/roles.yml": text})
    assert "national-identity-number" in [rule for _, rule, _ in findings(checked(root))]


def test_each_contact_and_step_is_told_at_its_own_place(tmp_path: Path) -> None:
    name = "lillevik/pathways.yml"
    text = (
        mini_file(name)
        .replace("responsible: ansatt\n", "responsible: ansatte\n")
        .replace("responsible: ppt.leder", "responsible: ppt.sjef")
    )
    assert [(place, rule) for place, rule, _ in findings(checked(varied(tmp_path, {name: text})))] == [
        (place_in(name, text, "ansatte\n"), "unknown-reference"),
        (place_in(name, text, "ppt.sjef"), "unknown-reference"),
    ]


def test_a_broken_rule_in_a_shared_record_is_told_in_the_shared_file(tmp_path: Path) -> None:
    name = "common/rules.yml"
    root = varied(tmp_path, {name: mini_file(name).replace("form: samtykke", "form: samtykket")})
    assert findings(checked(root)) == [
        (f"mini/{name}:12:11", "unknown-reference", "fant ikke skjema med id «samtykket»; mente du «samtykke»?")
    ]
