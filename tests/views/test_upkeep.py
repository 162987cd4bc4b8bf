"""Who stands behind a page: its foot says owner, approval and reviews, its top when it should have been reviewed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from builder.edition.phrases import Phrases
from builder.model.confidentiality import RULES, ConfidentialityRule
from builder.model.handbook import Handbook
from builder.model.kind import OwnPages
from builder.model.kinds import KINDS, kind_of
from builder.model.maintained import Maintained
from builder.views.routes import Names, page_of
from builder.views.upkeep import Behind, behind

from tests.support import SLUG, TODAY, checked, mini_file, own, public, site_html, varied

RULE = """
- id: meldeplikt
  owner: ppt.leder
  approved_by: Kommunedirektøren
  approved: 2026-09-01
  next_review: {review}
  legal_review: {{date: 2026-08-20, by: Kommuneadvokaten, how: Lest mot loven.}}
"""


def said(found: Behind) -> list[str]:
    phrases = Phrases("nb", str)
    return [phrases.said(message) for message in found.said]


def handbook_with(target: Path, review: dt.date, demonstration: bool = False) -> Handbook:
    """The miniature handbook, where the rule about the duty to report has somebody behind it."""
    municipality = f"{SLUG}/municipality.yml"
    text = mini_file(municipality)
    extended = RULE.format(review=review).replace("- id:", "- extends:")
    return checked(
        varied(target, {f"{SLUG}/rules.yml": extended, municipality: text if demonstration else own(text)})
    ).handbook


def rule(handbook: Handbook) -> ConfidentialityRule:
    found = handbook.find(RULES, "meldeplikt")
    assert found is not None
    return found


def test_the_line_says_owner_approval_and_reviews(tmp_path: Path) -> None:
    handbook = handbook_with(tmp_path, dt.date(2027, 3, 1))
    found = behind(Names(handbook), rule(handbook))
    assert found.owner is not None
    assert found.owner.text == "Leder, PPT"
    assert said(found) == [
        "Godkjent tirsdag 1. september 2026 av Kommunedirektøren",
        "Skal gjennomgås innen mandag 1. mars 2027",
        "Holdt opp mot loven torsdag 20. august 2026 av Kommuneadvokaten: Lest mot loven.",
    ]
    assert found.marks == ()


def test_a_demonstration_never_says_that_it_is_approved(tmp_path: Path) -> None:
    handbook = handbook_with(tmp_path, dt.date(2027, 3, 1), demonstration=True)
    assert said(behind(Names(handbook), rule(handbook)))[0] == "Ikke godkjent – demonstrasjon"


def test_whoever_took_part_in_making_it_is_told_to_everybody(tmp_path: Path) -> None:
    name = f"{SLUG}/services/ppt.yml"
    made = mini_file(name) + "made_with: [Ungdomsrådet, Helsesykepleierne]\n"
    handbook = checked(varied(tmp_path, {name: made})).handbook
    for edition in (handbook, public(handbook)):
        assert "Laget sammen med Ungdomsrådet, Helsesykepleierne" in site_html(edition)["tjenester/ppt"]


@pytest.mark.parametrize(("days", "late"), [(-1, True), (0, False), (1, False)])
def test_the_day_of_review_itself_is_in_time(tmp_path: Path, days: int, late: bool) -> None:
    handbook = handbook_with(tmp_path, TODAY + dt.timedelta(days=days))
    found = behind(Names(handbook), rule(handbook))
    assert bool(found.marks) is late
    assert any(line.startswith("Skulle vært gjennomgått innen") for line in said(found)) is late


def test_an_overdue_page_says_so_before_anything_else(tmp_path: Path) -> None:
    html = site_html(handbook_with(tmp_path, dt.date(2026, 5, 1)))["taushetsplikt/meldeplikt"]
    mark = "Skulle vært gjennomgått innen fredag 1. mai 2026. Spør eieren før du stoler på den."
    assert 0 < html.index(mark) - html.index("</h1>") < 100


def maintained(handbook: Handbook) -> list[str]:
    """The pages of records that somebody answers for."""
    return [
        page_of(kind_of(record), record.id)
        for _, record in handbook.everything()
        if isinstance(record, Maintained) and isinstance(kind_of(record).address, OwnPages)
    ]


def test_every_page_of_a_text_that_somebody_answers_for_says_who(mini: Handbook) -> None:
    pages = site_html(mini)
    assert len(maintained(mini)) > 8
    assert [path for path in maintained(mini) if 'class="hb-behind"' not in pages[path]] == []


def test_the_kinds_that_somebody_answers_for() -> None:
    kinds = {name for name, kind in KINDS.items() if issubclass(kind.record, Maintained)}
    texts = {"rules", "services", "forums", "offers", "needs", "pathways", "agreements", "forms"}
    assert kinds == texts | {"training", "onboarding", "register"}
