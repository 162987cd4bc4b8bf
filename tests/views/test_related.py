"""What leads somewhere leads back: links both ways between pages."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote

import pytest
from builder.model.handbook import Handbook

from tests.support import Document, all_pages, checked, mini_file, site_html, varied


def leads_to(documents: dict[str, Document], source: str) -> set[tuple[str, str]]:
    """Page and anchor of each address within the handbook on a page."""
    found = set()
    for address in documents[source].addresses:
        if ":" in address:
            continue
        path, _, anchor = address.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), path)) if path else f"{source}.html"
        found.add((target.removesuffix(".html"), unquote(anchor)))
    return found


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("tjenester/ppt", "moteplasser/team"),
        ("tjenester/skole", "moteplasser/team"),
        ("tjenester/skole", "taushetsplikt/meldeplikt"),
        ("tjenester/ppt", "taushetsplikt/meldeplikt"),
        ("situasjoner/bekymret-barn", "skjemaer/samtykke"),
        ("situasjoner/bekymret-barn", "moteplasser/team"),
        ("situasjoner/bekymret-barn", "situasjoner/uenighet"),
        ("situasjoner/bekymret-barn", "taushetsplikt/samtykke"),
        ("situasjoner/bekymret-barn", "tjenester/skole"),
        ("taushetsplikt/samtykke", "skjemaer/samtykke"),
        ("situasjoner/bekymret-barn", "lover"),
        ("tjenester/ppt", "lover"),
        ("hvem-gjor-hva", "situasjoner/bekymret-barn"),
    ],
)
def test_what_leads_there_leads_back(documents: dict[str, Document], here: str, there: str) -> None:
    assert there in {page for page, _ in leads_to(documents, here)}
    assert here in {page for page, _ in leads_to(documents, there)}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("tjenester/skole", ("situasjoner/bekymret-barn", "steg-meld")),
        ("tjenester/ppt", ("situasjoner/bekymret-barn", "steg-meld")),
        ("tjenester/ppt", ("situasjoner/uenighet", "steg-mote")),
        ("moteplasser/team", ("situasjoner/bekymret-barn", "steg-snakk")),
        ("situasjoner/bekymret-barn", ("tjenester/skole", "kontakt-rektor")),
        ("moteplasser/team", ("tjenester/ppt", "kontakt-leder")),
        ("situasjoner/bekymret-barn", ("hvem-gjor-hva", "ansatt")),
        ("situasjoner/bekymret-barn", ("lover", "barnevernsloven-13-2")),
        ("lover", ("taushetsplikt/meldeplikt", "")),
        ("ordliste", ("tjenester/ppt", "")),
        ("ordliste", ("ordliste", "helsesykepleier")),
        ("om/index", ("situasjoner/uenighet", "")),
        ("hvem-gjor-hva", ("moteplasser/team", "")),
    ],
)
def test_a_link_leads_to_the_very_place(documents: dict[str, Document], source: str, target: tuple[str, str]) -> None:
    assert target in leads_to(documents, source)


def test_a_partner_is_shown_on_both_services(tmp_path: Path) -> None:
    name = "lillevik/services/skole.yml"
    root = varied(tmp_path, {name: mini_file(name) + "works_with: [ppt]\n"})
    found = {path: Document(html) for path, html in site_html(checked(root).handbook).items()}
    assert ("tjenester/ppt", "") in leads_to(found, "tjenester/skole")
    assert ("tjenester/skole", "") in leads_to(found, "tjenester/ppt")


def rules_out(handbook: Handbook, path: str) -> list[str]:
    """The rules a service's page lists as its own when it gives information."""
    links = next(page for page in all_pages(handbook) if page.path == path).context.rules_out  # type: ignore[attr-defined]
    return [link.text for link in links]


def test_a_rule_for_a_kind_of_service_is_on_each_of_them_and_one_for_everyone_on_none(mini: Handbook) -> None:
    assert rules_out(mini, "tjenester/skole") == ["Du skal melde fra til barnevernet"]
    assert rules_out(mini, "tjenester/ppt") == ["Du skal melde fra til barnevernet"]


def test_a_rule_for_others_is_not_shown(tmp_path: Path) -> None:
    name = "common/rules.yml"
    text = mini_file(name).replace("sender: {categories: [school, ppt]}", "sender: {categories: [police]}")
    assert rules_out(checked(varied(tmp_path, {name: text})).handbook, "tjenester/skole") == []
