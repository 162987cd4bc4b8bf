"""The page for each kind of workplace, and the way to it from the front page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import Document, checked, mini_file, site_html, varied

PLACES = ("jobber/skole", "jobber/pp-tjeneste")


@pytest.mark.parametrize("place", PLACES)
def test_the_front_page_and_the_choice_lead_to_each_workplace(mini_html: dict[str, str], place: str) -> None:
    assert f"{place}.html" in Document(mini_html["index"]).addresses
    assert f"{place.removeprefix('jobber/')}.html" in Document(mini_html["jobber/index"]).addresses


@pytest.mark.parametrize(
    "address",
    [
        "../kan-jeg-dele/skole.html",
        "../taushetsplikt/meldeplikt.html",
        "../taushetsplikt/avvergingsplikt.html",
        "../tjenester/skole.html#kontakt-rektor",
        "../situasjoner/bekymret-barn.html#steg-meld",
        "../moteplasser/team.html",
        "../skjemaer/samtykke.html",
        "../ny-her/skole.html",
    ],
)
def test_a_workplace_finds_what_concerns_it(mini_html: dict[str, str], address: str) -> None:
    assert address in Document(mini_html["jobber/skole"]).addresses


def test_another_workplace_does_not_get_the_checklist(mini_html: dict[str, str]) -> None:
    assert not [a for a in Document(mini_html["jobber/pp-tjeneste"]).addresses if "ny-her" in a]


def test_a_step_of_a_role_that_lies_with_the_workplace_is_its_own(tmp_path: Path) -> None:
    name = "common/roles.yml"
    text = mini_file(name).replace("- id: ansatt\n", "- id: ansatt\n  held_by: [ppt.leder]\n")
    pages = site_html(checked(varied(tmp_path, {name: text})).handbook)
    assert "../situasjoner/bekymret-barn.html#steg-snakk" in Document(pages["jobber/pp-tjeneste"]).addresses


def test_the_front_page_tells_what_changed_last(mini_html: dict[str, str]) -> None:
    front = Document(mini_html["index"])
    assert [a for a in front.addresses if a.startswith("hva-er-nytt.html#")]
