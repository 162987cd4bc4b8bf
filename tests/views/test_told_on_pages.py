"""What is data about meetings, steps and consent is told on the pages it belongs to."""

from __future__ import annotations

import pytest
from builder.check.checker import Checked

from tests.rules.test_rules import with_fragment
from tests.support import Document, site_html

CONVENED = """
forums:
  - id: team
    co_conveners: [skole.rektor]
    convening: PPT om høsten, skolen om våren
    recurrence: {every: 1, to: null, unit: week, weekday: tuesday}
    sign_up_by: {amount: 2, unit: working-days, before: møtet}
    modes:
      - {mode: anonymised, when: til samtykket er skrevet under}
"""
STEPS = """
pathways:
  - id: uenighet
    steps:
      - id: mote
        deadline: {amount: 5, unit: working-days}
        handover_to: skole.rektor
        notifies: [ppt]
"""
CONSENT = """
rules:
  - id: samtykke
    see: [meldeplikt]
    consent:
      need: required
      by_age:
        - {matter: Opplæring, to: 14, who: parents, legal_basis: ["barnevernsloven § 13-2"]}
        - {matter: Opplæring, from: 15, who: child, legal_basis: ["barnevernsloven § 13-2"]}
"""


def seen(result: Checked, path: str) -> str:
    """What a reader sees on a page."""
    return " ".join(Document(site_html(result.handbook)[path]).text.split())


@pytest.mark.parametrize(
    ("fragment", "kind", "texts"),
    [
        (
            CONVENED,
            "moteplasser/team",
            (
                "Konsultasjonsteam",
                "sammen med Rektor",
                "PPT om høsten, skolen om våren",
                "Anonymt til samtykket er skrevet under",
                "til møtet tirsdag 1. desember 2026: senest fredag 27. november 2026",
            ),
        ),
        (
            STEPS,
            "situasjoner/uenighet",
            (
                "innen 5 arbeidsdager",
                "regnet fra fredag 27. november 2026 er siste dag fredag 4. desember 2026",
                "Tar over",
                "Får beskjed",
            ),
        ),
        (CONSENT, "taushetsplikt/samtykke", ("til og med 14 år", "fra 15 år", "Den unge selv", "Se også")),
        (CONSENT, "taushetsplikt/meldeplikt", ("Se også",)),
    ],
)
def test_the_page_says_it(fragment: str, kind: str, texts: tuple[str, ...]) -> None:
    text = seen(with_fragment(fragment), kind)
    assert [part for part in texts if part not in text] == []
