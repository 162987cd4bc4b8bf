"""Offers and yearly work that are no meetings, and members from elsewhere."""

from __future__ import annotations

from builder.model.handbook import Handbook

from tests.rules.test_rules import with_fragment
from tests.support import Document, site_html


def test_an_offer_has_a_page_and_stands_in_the_year(mini: Handbook) -> None:
    pages = site_html(mini)
    offer = Document(pages["tilbud/foreldrekurs"]).text
    assert "Hvor ofte2–3 ganger i året" in offer
    assert "Månederseptember · februar" in offer
    assert "Holdes avLillevik skole, Leder (PPT)" in offer.replace("Leder, PPT", "Leder (PPT)")
    assert "Eier" in offer
    year = Document(pages["moteplasser/aret"]).text if "moteplasser/aret" in pages else ""
    year = year or next(Document(text).text for path, text in pages.items() if "gjennom året" in text)
    assert year.index("September") < year.index("Februar")


def test_a_role_in_another_municipality_is_called_with_where_it_is() -> None:
    fragment = """
        roles: [{id: nabo, name: Helsesykepleier, municipality: Storfjord}]
        forums: [{id: team, members: [{actor: nabo, mandate: inform}]}]
        """
    assert (
        "Helsesykepleier (Storfjord)" in Document(site_html(with_fragment(fragment).handbook)["moteplasser/team"]).text
    )
