"""Pages as plain Markdown: all that the site says, and nothing that is internal, in words that any program can show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

import pytest
import yaml
from builder.edition.edition import Edition
from builder.edition.for_staff import NOTICE
from builder.export.as_markdown import markdown, written
from builder.export.project import files
from builder.export.tidy import tidied
from builder.model.handbook import Handbook
from builder.views.localized import localized
from hypothesis import given
from hypothesis import strategies as st

from tests.export.reading import Read, as_html, words
from tests.leaks import squashed
from tests.load.test_translation import translated
from tests.seeding import seeded
from tests.support import filled_handbook, public, site_html

#: Pages of our own site only: what it keeps without a network, and files that are not exported.
OURS = {"uten-nett", "apne-data"}  # as they are called in bokmål; `on_the_site` gives them so


#: What leads to those pages, and what a table is called for those who cannot see that a label above it says so.
_ELSEWHERE = re.compile(
    rf'<a [^>]*href="[^"]*(?:{"|".join(OURS)})\.html"[^>]*>.*?</a>'
    r'|(?<=<table class="hb-table hb-table--form">)<caption class="hb-hidden">.*?</caption>'
)


def exported(handbook: Handbook) -> dict[str, str]:
    """Path of each file below the folder of pages -> its text."""
    made = files(Edition(handbook))
    return {path.removeprefix("docs/"): text.decode() for path, text in made.items() if path.startswith("docs/")}


def settings(handbook: Handbook) -> Mapping[str, object]:
    return yaml.safe_load(files(Edition(handbook))["mkdocs.yml"])


def on_the_site(handbook: Handbook) -> dict[str, str]:
    """Path of each page that is exported -> its HTML on the site, without what leads to those that are not."""
    return {path: _ELSEWHERE.sub("", html) for path, html in site_html(handbook).items() if path not in OURS}


@pytest.fixture(scope="module")
def pages(mini: Handbook) -> dict[str, str]:
    return exported(mini)


@pytest.fixture(scope="module")
def read(pages: dict[str, str]) -> dict[str, Read]:
    return {path: Read(as_html(text)) for path, text in pages.items()}


@pytest.fixture(scope="module")
def nynorsk(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    return translated(tmp_path_factory.mktemp("nn"), {}).handbook


@pytest.mark.parametrize("whose", ["mini", "nynorsk"])
def test_every_sentence_of_the_site_is_there(whose: str, request: pytest.FixtureRequest) -> None:
    handbook: Handbook = request.getfixturevalue(whose)
    language = str(handbook.municipality.written_standard)
    made = exported(handbook)
    site = on_the_site(handbook)
    assert {f"{localized(path, language)}.md" for path in site} == set(made)
    for path, html in site.items():
        there = " ".join(words(" ".join(Read(as_html(made[f"{localized(path, language)}.md"])).runs)))
        missing = [said for said in Read(html).sentences if f" {said} " not in f" {there} "]
        assert not missing, (path, missing[:3])


def test_no_word_is_lost_where_it_is_said_twice(mini: Handbook, read: dict[str, Read]) -> None:
    for path, html in on_the_site(mini).items():
        said, there = (Counter(words(" ".join(one.runs))) for one in (Read(html), read[f"{path}.md"]))
        assert not said - there, path


def test_a_link_leads_to_the_same_place_as_on_the_site(mini: Handbook, read: dict[str, Read]) -> None:
    for path, html in on_the_site(mini).items():
        assert {link.replace(".html", ".md") for link in Read(html).links} <= set(read[f"{path}.md"].links), path


def test_every_place_that_is_linked_to_has_its_name_once(read: dict[str, Read]) -> None:
    for path, page in read.items():
        assert len(page.names) == len(set(page.names)), path


def test_nothing_is_left_that_needs_our_styles_or_scripts(pages: dict[str, str], read: dict[str, Read]) -> None:
    for path, text in pages.items():
        assert "hb-" not in text, path
        html = set(re.findall(r"<(\w+)", re.sub(r"<(?:https?|mailto):[^>]*>", "", text)))
        assert html <= {"details", "summary", "a", "span", "br"}, (path, html)
        assert not {name for _, given in read[path].tags for name in given} - {"href", "id", "title", "lang", "style"}


def test_each_page_says_whose_it_is_and_when_and_where_from(mini: Handbook, pages: dict[str, str]) -> None:
    for path, text in pages.items():
        assert "> **Demonstrasjonsdata** – ikke kommunens egen håndbok." in text, path
        assert f"> **{NOTICE}**" in text, path
        assert "Lillevik kommune · " in text
        assert "Bygd 22. november 2026." in text
        assert yaml.safe_load(text.split("---")[1])["title"]
    assert "Posten heter `services:ppt` og står i `lillevik/services/" in pages["tjenester/ppt.md"]


def test_the_public_edition_says_nothing_internal() -> None:
    handbook, seeds = seeded()
    for path, content in files(Edition(public(handbook))).items():
        said = squashed(f"{path}\n{content.decode()}")
        assert not [where for marker, where in seeds.where.items() if marker in said], path
        assert squashed(NOTICE) not in said
    everything = squashed("\n".join(content.decode() for content in files(Edition(handbook)).values()))
    assert sum(marker in everything for marker in seeds.where) > 50


def test_the_menu_is_that_of_the_site(mini: Handbook, pages: dict[str, str]) -> None:
    menu = settings(mini)["nav"]
    assert isinstance(menu, list)
    first, *others = next(chapter["Tjenester"] for chapter in menu if "Tjenester" in chapter)
    assert first == "tjenester/index.md"
    assert {"PP-tjenesten": "tjenester/ppt.md"} in others
    unlisted = {line.removeprefix("/") for line in str(settings(mini)["not_in_nav"]).splitlines()}
    assert _pages_in(menu) == set(pages) - unlisted


def _pages_in(entry: object) -> set[str]:
    if isinstance(entry, dict):
        return {page for value in entry.values() for page in _pages_in(value)}
    if isinstance(entry, list):
        return {page for value in entry for page in _pages_in(value)}
    return {str(entry)}


def test_a_handbook_in_nynorsk_stays_so_and_marks_what_is_not(nynorsk: Handbook) -> None:
    made = exported(nynorsk)
    assert settings(nynorsk)["theme"]["language"] == "nn"  # type: ignore[index]
    assert "tenester/index.md" in made
    site = {path: Read(html) for path, html in on_the_site(nynorsk).items()}
    assert any(_foreign(page) for page in site.values())
    for path, page in site.items():
        marked = _foreign(Read(as_html(made[f"{localized(path, 'nn')}.md"])))
        assert bool(_foreign(page)) == bool(marked), path


def _foreign(page: Read) -> list[str]:
    return [given["lang"] for _, given in page.tags if "lang" in given]


HOSTILE = [
    "<script>alert(1)</script>",
    "</details></div>",
    "&lt;b&gt; &amp; <b>",
    "[TOC]",
    "{: onclick=alert(1) }",
    "*stjerner* _streker_ `kode` ~~gal~~",
    "[her](javascript:alert(1)) ![b](x)",
    "| a | b | og a|b",
    "# 1. nei",
    "- punkt",
    "12. juni",
    "+ pluss",
    "=====",
    "---",
    "> sitat",
    "!!! note",
    "\\[x\\] \\",
    "[^1]: note",
    "*[HTML]: x",
    "<!-- skjult",
    "Slutt #",
    "http://a.example/<x>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_text_holds_it_stays_text(text: str) -> None:
    for html in (f"<p>{_html(text)}</p>", f"<ul><li>{_html(text)}</li></ul>", f"<h3>{_html(text)}</h3>"):
        shown = Read(as_html(markdown(tidied(f'<div class="hb">{html}</div>', ()))))
        assert " ".join("".join(shown.runs).split()) == " ".join(text.split()), (html, shown.tags)
        assert [tag for tag, _ in shown.tags] in (["p"], ["ul", "li"], ["h3"])


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@given(st.text("ab 1.*_`#+-=[](){}<>&;:|!~\\\"'\n", max_size=30))
def test_any_signs_stay_text(text: str) -> None:
    shown = Read(as_html(f"Før\n\n{written(text)}\n\nEtter"))
    assert " ".join(" ".join(shown.runs).split()) == " ".join(f"Før {text} Etter".split())
    assert {tag for tag, _ in shown.tags} == {"p"}


def test_a_cell_of_a_table_holds_what_would_end_it() -> None:
    html = "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>x | y<ul><li>en</li><li>to</li></ul></td></tr></tbody></table>"
    shown = Read(as_html(markdown(tidied(html, ()))))
    assert shown.sentences == ["A", "x y", "en", "to"]


@pytest.mark.parametrize("text", ["<b onclick=alert(1)>*x*</b>", "{: #x onclick=alert(1) }\n# x"])
def test_nothing_in_the_data_becomes_an_element(text: str) -> None:
    ordinary, hostile = (exported(filled_handbook(one)) for one in ("vanlig", text))
    for path, page in ordinary.items():
        seen = {attribute for _, given in Read(as_html(hostile[path])).tags for attribute in given}
        assert "onclick" not in seen, path
        tags = Counter(tag for tag, _ in Read(as_html(page)).tags)
        assert "b" not in tags
        assert Counter(tag for tag, _ in Read(as_html(hostile[path])).tags)["b"] == 0, path
