"""What templates may hand to the catalogues: their own words. Data is shown as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builder.edition.edition import Edition
from builder.feeds.files import files as feed_files
from builder.i18n import N_, Key, translate_key, translations
from builder.model.handbook import Handbook
from builder.model.kind import Kind
from builder.pdf.book import book_html
from builder.pdf.sheets import Printer
from builder.render.renderer import Renderer
from builder.search import search_index
from builder.site.links import SiteLinks
from builder.site.navigation import entry
from builder.site.once import Once
from builder.views import routes
from builder.views.page import Place
from builder.views.urls import SERVICES
from jinja2 import Environment, nodes

from tests.support import TEMPLATES, Document, checked, mini_file, to_html, varied

#: How many texts each function of a template takes from the catalogues.
LOOKED_UP = {"_": 1, "gettext": 1, "ngettext": 2, "pgettext": 2, "npgettext": 3}
ALL_TEMPLATES = sorted([*TEMPLATES.rglob("*.j2"), *(TEMPLATES / "theme").rglob("*.html")])
TITLE = "Jeg er bekymret for et barn"
AWAY = '<meta http-equiv=refresh content="0;url=https://evil.example">'


def not_constant(source: str) -> Iterator[str]:
    """Each text a template looks up in the catalogues that is not written in the template."""
    tree = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do", Once], autoescape=True).parse(source)
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in LOOKED_UP:
            for text in call.args[: LOOKED_UP[call.node.name]]:
                if not (isinstance(text, nodes.Const) and isinstance(text.value, str)):
                    yield f"line {call.lineno}: {call.node.name}(…)"
    # Handed on under another name, it could be given anything.
    for filter_ in tree.find_all(nodes.Filter):
        for given in (*filter_.args, *(pair.value for pair in filter_.kwargs)):
            yield from (f"line {given.lineno}: |{filter_.name}({n.name})" for n in names(given) if n.name in LOOKED_UP)


def names(node: nodes.Node) -> Iterator[nodes.Name]:
    """The names in an expression that are not called."""
    if isinstance(node, nodes.Name):
        yield node
    for child in node.iter_child_nodes():
        if not (isinstance(node, nodes.Call) and child is node.node):
            yield from names(child)


@pytest.mark.parametrize("path", ALL_TEMPLATES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_only_texts_of_the_template_itself_are_looked_up_in_the_catalogues(path: Path) -> None:
    assert list(not_constant(path.read_text(encoding="utf-8"))) == []


def test_pages_prints_book_portal_and_theme_are_looked_through() -> None:
    assert {path.relative_to(TEMPLATES).parts[0] for path in ALL_TEMPLATES} == {
        "pages", "print", "shared", "book", "alone", "leaf", "portal", "theme",
    }  # fmt: skip


@pytest.mark.parametrize(
    "source",
    [
        "{{ _(title) }}",
        "{{ _(row.link.text) }}",
        '{{ _("a" ~ x) }}',
        '{{ _("a" if x else y) }}',
        '{{ ngettext("a", b, 2) }}',
        "{% set x = _(y) %}",
        "{{ f(_(y)) }}",
        '{% if x %}{{ "a" ~ _(y) }}{% endif %}',
        "{{ x|map(_)|list }}",
    ],
)
def test_data_that_is_looked_up_is_found(source: str) -> None:
    assert list(not_constant(source))


@pytest.mark.parametrize("source", ['{{ _("a {x}").format(x=y) }}', '{{ f(_("a"), y)|join(_("b")) }}', "{{ y|shown }}"])
def test_words_of_the_template_itself_may_be_looked_up(source: str) -> None:
    assert list(not_constant(source)) == []


def test_only_a_key_is_looked_up() -> None:
    nynorsk = translations("nn").gettext
    assert translate_key(N_("Kontakter"), nynorsk) == "Kontaktar"
    assert translate_key("Kontakter", nynorsk) == "Kontakter"
    assert [translate_key(empty, nynorsk) for empty in ("", Key())] == ["", ""]
    assert type(translate_key(N_("Kontakter"), str)) is str
    assert not isinstance(N_("Kontakter") + "!", Key)


# A link that cannot be followed is told, and a number first in a text stays


def test_a_link_to_a_kind_without_a_place_stops_the_build(mini: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    def placeless(kind: Kind[Any], record_id: str) -> Place:
        raise KeyError(f"{kind.name}:{record_id}")

    edition = Edition(mini)
    renderer = Renderer(edition, SiteLinks())
    page = next(page for chapter in edition.chapters() for page in chapter.pages)
    template = renderer.environment.from_string("{{ text|prose }}")
    linked = template.render(text="Spør en [ansatt](roles:ansatt).", page=page)
    assert Document(linked).addresses == ["hvem-gjor-hva.html#ansatt"]
    monkeypatch.setattr(routes, "place_of", placeless)
    with pytest.raises(KeyError, match="roles:ansatt"):
        template.render(text="Spør en [ansatt](roles:ansatt).", page=page)


@pytest.mark.parametrize(
    "text", ["15. september er siste frist.", "2. nestleder svarer.", "2026. Det var året.", "+ 47 35 00 00 00"]
)
def test_a_number_first_in_a_text_is_on_page_print_book_and_in_search_and_feeds(tmp_path: Path, text: str) -> None:
    school = re.sub(
        r"^summary: .*$", f'summary: "{text}"', mini_file("lillevik/services/skole.yml"), flags=re.MULTILINE
    )
    pathways = mini_file("lillevik/pathways.yml").replace("Fra første bekymring til svar.", f'"{text}"')
    root = varied(tmp_path, {"lillevik/services/skole.yml": school, "lillevik/pathways.yml": pathways})
    edition = Edition(checked(root).handbook)
    book = edition.chapters()
    own = next(page for chapter in book for page in chapter.pages if page.path == "tjenester/skole")
    poster = next(sheet for sheet in edition.sheets if sheet.path == "plakat/bekymret-barn")
    renderer = Renderer(edition, SiteLinks())
    for html in (to_html(renderer.text(own)), Printer(edition).html(poster), book_html(edition)):
        assert text in Document(html).text
    assert text in search_index(edition, book)
    assert text in feed_files(edition)[SERVICES].decode()


# A title is shown as it is written


def titled(folder: Path, title: str, language: str = "nb") -> Edition:
    """The miniature handbook with another title on a pathway, also one that would be refused."""
    municipality = mini_file("lillevik/municipality.yml").replace(
        "written_standard: nb", f"written_standard: {language}"
    )
    made = checked(varied(folder, {"lillevik/municipality.yml": municipality})).handbook
    pathways = {
        name: record.model_copy(update={"title": title}) if record.label == TITLE else record
        for name, record in made._records["pathways"].items()
    }
    return Edition(Handbook(made.municipality, {**made._records, "pathways": pathways}, made.today))


@pytest.mark.parametrize(
    "title",
    [AWAY, "100 % oppfølging", "50 % sykmeldt", "%(x)s %s %d", "{x} {0} {}", "Barn & unge", "<b>nå</b>", "Kontakter"],
)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_title_is_shown_as_it_is_written(tmp_path: Path, title: str, language: str) -> None:
    edition = titled(tmp_path, title, language)
    book = edition.chapters(written=edition.files)
    renderer = Renderer(edition, SiteLinks(edition.files))
    html = {page.path: to_html(renderer.text(page)) for chapter in book for page in chapter.pages}
    own = next(page for chapter in book for page in chapter.pages if page.path == "situasjoner/bekymret-barn")
    for path in (routes.PRINTS, own.path, "index"):
        document = Document(html[path])
        assert title in document.text, path
        assert not {"meta", "b"} & {tag for tag, _ in document.tags}, path
    poster = next(sheet for sheet in edition.sheets if sheet.path == "plakat/bekymret-barn")
    assert title in Document(Printer(edition).html(poster)).text
    assert title in Document(book_html(edition)).text
    assert renderer.title(own) == title


def test_a_title_that_is_also_one_of_our_words_stays_in_the_navigation_and_ours_is_translated(tmp_path: Path) -> None:
    edition = titled(tmp_path, "Kontakter", "nn")
    listed = [entry(chapter, edition.language) for chapter in edition.chapters()]
    assert {"Kontaktar": "kontaktar.md"} in listed
    assert "{'Kontakter': 'situasjonar/bekymret-barn.md'}" in str(listed)
    assert f"{{'{edition.language.translate('Møteåret')}': 'moteplassar/motearet.md'}}" in str(listed)


def test_lines_are_no_longer_than_in_code() -> None:
    lines = [
        f"{path.relative_to(TEMPLATES)}:{number}"
        for path in (*TEMPLATES.rglob("*.j2"), *(TEMPLATES / "theme").rglob("*.html"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if len(line) > 120
    ]
    assert not lines


def test_no_template_retypes_the_address_of_a_page() -> None:
    written = re.compile(r"""(?:href=|\{\{ )["'](?!#|https?:|mailto:|\{\{)([\w/-]+\.html)""")
    found = [
        f"{path.relative_to(TEMPLATES)}: {address}"
        for path in (*TEMPLATES.rglob("*.j2"), *(TEMPLATES / "theme").rglob("*.html"))
        for address in written.findall(path.read_text(encoding="utf-8"))
        if address != "index.html"  # where the search leads: the same on every site
    ]
    assert not found
