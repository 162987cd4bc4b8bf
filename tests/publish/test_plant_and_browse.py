"""Something hostile in every text field of every kind, published with prints, and read as readers and programs do.

Nothing runs, navigates, breaks out of the file it is in, or stops the build; and what is planted is read as it was written.
"""

from __future__ import annotations

import functools
import gettext
import html
import json
import re
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import icalendar
import pypdf
import pytest
import vobject
from builder.cache.prints import Prints
from builder.edition.edition import Edition
from builder.edition.localization import localization
from builder.executors import InThisProcess
from builder.feeds.files import files as feed_files
from builder.model.fields import Text
from builder.pdf.book import book_html
from builder.pdf.printing import Order, print_all
from builder.pdf.sheets import Printer
from builder.pdf.writer import UNIVERSAL
from builder.search import search_index
from builder.site.build import build_site
from playwright.sync_api import Page as Tab
from playwright.sync_api import sync_playwright

from tests.pdf_reading import text_of
from tests.publish.planting import ON_ONE_LINE, PAYLOADS, planted, taken
from tests.support import EPOCH, ROOT, Document, checked, filled_handbook, varied

pytestmark = pytest.mark.whole

BOOK = "handbok-x.pdf"
#: Where a file of the site may lead.
SCHEMES = {"", "https", "mailto", "tel", "sms", "webcal"}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The planted handbook as it is published: pages, files for programs, the book and every other print."""
    folder = tmp_path_factory.mktemp("planted") / "x"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        edition = Edition(planted().handbook)
        files = feed_files(edition)
        build_site(edition, ROOT / "mkdocs.yml", folder, (*files, *edition.files), BOOK)
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        print_all(Order(edition, UNIVERSAL, folder, BOOK, Prints()), InThisProcess())
    return folder


@functools.cache
def calm_files() -> dict[str, bytes]:
    """The files for programs where every text is calm."""
    return feed_files(Edition(filled_handbook("tekst")))


def named(site: Path, ending: str) -> list[Path]:
    found = sorted(site.rglob(f"*{ending}"))
    assert found, ending
    return found


# What is planted


def test_there_are_many_payloads_and_each_is_planted() -> None:
    assert len(set(PAYLOADS)) >= 200
    assert len(ON_ONE_LINE) >= 100
    assert set(ON_ONE_LINE) == set(planted().texts)
    assert len(set(planted().prose)) >= 200


def test_nothing_that_is_planted_is_looked_up_in_the_catalogues(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def looked_up(_: object, text: str) -> str:
        asked.append(text)
        return text

    monkeypatch.setattr(gettext.NullTranslations, "gettext", looked_up)
    localization.cache_clear()
    edition = Edition(planted().handbook)
    feed_files(edition)
    book_html(edition)
    search_index(edition, edition.chapters())
    printer = Printer(edition)
    for sheet in edition.sheets:
        printer.html(sheet)
    localization.cache_clear()
    assert len(set(asked)) > 300
    assert [text for text in asked if re.search(r"Z[0-9]+Q", text)] == []


# Pages


@pytest.fixture(scope="module")
def tab(site: Path) -> Iterator[tuple[Tab, str, list[str]]]:
    """A page of a browser, where the site is served, and what went on there that should not."""
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address, trouble = f"http://127.0.0.1:{server.server_port}", []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_context(service_workers="block").new_page()
        page.on("dialog", lambda dialog: dialog.dismiss())
        for event in ("dialog", "pageerror", "popup"):
            page.on(event, lambda what: trouble.append(f"{what}"))
        page.on(
            "console", lambda said: trouble.append(said.text) if re.search("Refused|Content Sec", said.text) else None
        )
        page.on("request", lambda asked: None if asked.url.startswith(address) else trouble.append(asked.url))
        yield page, address, trouble
        browser.close()
    server.shutdown()
    server.server_close()


#: All in a page, as the browser has read it, that would run or lead astray.
ALIVE = """schemes => [...document.querySelectorAll('*')].flatMap(one => [
    ...(['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'APPLET', 'MARQUEE', 'MATH', 'VIDEO', 'AUDIO', 'TEMPLATE', 'PLAINTEXT'].includes(one.tagName) ? [one.tagName] : []),
    ...(one.tagName === 'META' && one.httpEquiv && one.httpEquiv.toLowerCase() !== 'content-security-policy' ? [one.outerHTML] : []),
    ...[...one.attributes].filter(({name}) => /^on|^srcdoc$/.test(name)).map(({name}) => `${one.tagName} ${name}`),
    ...['href', 'src', 'action', 'formAction', 'data', 'poster'].map(name => one.getAttribute(name) || '')
        .filter(value => !value.startsWith(location.origin) && /^[a-z][a-z0-9+.-]*:/i.test(value.trim()) && !schemes.includes(value.trim().split(':')[0].toLowerCase()))
])"""


def test_nothing_runs_or_leads_away_from_any_page(site: Path, tab: tuple[Tab, str, list[str]]) -> None:
    page, address, trouble = tab
    for path in named(site, ".html"):
        place = f"{address}/{path.relative_to(site).as_posix()}"
        page.goto(place, wait_until="load")
        assert page.url.partition("#")[0] in (place, place.replace("index.html", "")) or is_moved(path), place
        assert page.evaluate(ALIVE, sorted(SCHEMES)) == [], place
        assert trouble == [], place


def is_moved(path: Path) -> bool:
    """Whether a page only leads on to where what it was of is now."""
    return 'http-equiv="refresh"' in path.read_text(encoding="utf-8")


def test_nothing_runs_in_what_the_search_finds_and_repeats(tab: tuple[Tab, str, list[str]]) -> None:
    page, address, trouble = tab
    page.goto(f"{address}/kontakter.html")
    page.keyboard.press("/")
    box = page.locator("dialog[open] input").first
    found = 0
    for asked in (
        "script alert",
        "onerror",
        "oppfølging",
        "evil example",
        "sykmeldt",
        *PAYLOADS[:3],
        *PAYLOADS[120:123],
        "{{7*7}}",
        "<svg/onload=alert(1)>",
    ):
        box.fill(asked)
        page.wait_for_timeout(150)
        found += page.locator("dialog .hb-hit").count()
        assert page.evaluate(ALIVE, sorted(SCHEMES)) == [], asked
        assert trouble == [], asked
    assert found > 10


def test_every_page_says_what_was_written(site: Path) -> None:
    told = 0
    for path in named(site, ".html"):
        page = Document(path.read_text(encoding="utf-8"))
        text = page.text
        told += "Q*" in text
        assert not [
            tag for tag, attributes in page.tags if "style" in attributes or any(n.startswith("on") for n in attributes)
        ]
        assert list(planted().changed(text)) == [], path.relative_to(site)
    assert told > 40


# Files for programs


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


@pytest.mark.parametrize("ending", [".json", ".jsonld", ".webmanifest"])
def test_files_of_json_say_what_was_written(site: Path, ending: str) -> None:
    for path in named(site, ending):
        for text in strings(json.loads(path.read_text(encoding="utf-8"))):
            assert list(planted().changed(text)) == [], path.name


def shape(value: Any) -> Any:
    """The names in an object, all the way down."""
    if isinstance(value, dict):
        return {key: shape(one) for key, one in value.items()}
    return [shape(one) for one in value[:1]] if isinstance(value, list) else type(value).__name__


def test_open_data_has_the_shape_it_has_with_calm_texts(site: Path) -> None:
    calm = json.loads(calm_files()["handbook.json"])
    hostile = json.loads((site / "handbook.json").read_text(encoding="utf-8"))
    assert set(hostile) == set(calm)
    assert set(hostile["records"]) == set(calm["records"])
    for kind, records in calm["records"].items():
        for record in hostile["records"][kind].values():
            assert shape(record) == shape(records["x"]), kind


def test_scripts_with_data_hold_json_that_cannot_end_the_script(site: Path) -> None:
    for path in (site / "assets/search/index.js", *site.rglob("places*.js")):
        text = path.read_text(encoding="utf-8")
        assert "</" not in text
    for path in named(site, ".html"):
        for script in re.findall(r"<script[^>]*json[^>]*>(.*?)</script>", path.read_text(encoding="utf-8"), re.DOTALL):
            json.loads(script)


def test_feeds_have_no_other_elements_than_with_calm_texts(site: Path) -> None:
    for path in named(site, ".atom"):
        calm = Counter(one.tag for one in ElementTree.fromstring(calm_files()[path.name]).iter())
        assert set(Counter(one.tag for one in ElementTree.parse(path).iter())) <= set(calm)
        read = feedparser.parse(path.read_bytes())
        assert not read.bozo
        for entry in read.entries:
            assert list(planted().changed(html.unescape(entry.title))) == []
            assert entry.link.startswith(("https://", "urn:", "http://")) or not entry.link


def test_calendars_have_no_other_properties_than_with_calm_texts(site: Path) -> None:
    calm = {
        (part.name, name)
        for path, content in calm_files().items()
        if path.endswith(".ics")
        for part in icalendar.Calendar.from_ical(content.decode()).walk()
        for name in part
    }
    for path in site.rglob("*.ics"):
        for part in icalendar.Calendar.from_ical(path.read_text(encoding="utf-8")).walk():
            for name, value in part.items():
                assert (part.name, name) in calm, path.name
                assert list(planted().changed(str(value))) == [], (path.name, name)


def test_cards_have_no_other_properties_than_with_calm_texts(site: Path) -> None:
    calm = {
        name
        for path, content in calm_files().items()
        if path.endswith(".vcf")
        for card in vobject.readComponents(content.decode())
        for name in card.contents
    }
    for path in named(site, ".vcf"):
        cards = list(vobject.readComponents(path.read_bytes().decode()))
        assert cards
        for card in cards:
            assert set(card.contents) <= calm, path.name
            # A note in brackets is no part of a name in its parts: all of it stands in `FN`.
            noted = "(" in card.fn.value
            for line in (one for one in card.getChildren() if not (noted and one.name == "N")):
                assert list(planted().changed(str(line.value))) == [], (path.name, line.name)


# Prints


def objects(pdf: pypdf.PdfReader) -> Iterator[dict[str, Any]]:
    """Every dictionary in a document, those within others too."""
    for number in range(1, len(pdf.xref_objStm) + sum(map(len, pdf.xref.values())) + 1):
        waiting: list[Any] = [pdf.get_object(number)]
        while waiting:
            one = waiting.pop()
            if isinstance(one, dict):
                yield one
                waiting += [inner for inner in one.values() if isinstance(inner, dict | list)]
            elif isinstance(one, list):
                waiting += [inner for inner in one if isinstance(inner, dict | list)]


#: What makes a document do something, or carry something along.
ACTIVE = {"/JS", "/JavaScript", "/AA", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/XFA"}
ACTIONS = {"/Launch", "/JavaScript", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/Movie", "/Sound"}


def test_no_print_does_anything_or_leads_where_it_should_not(site: Path) -> None:
    leads = 0
    for path in named(site, ".pdf"):
        for one in objects(pypdf.PdfReader(path)):
            assert not ACTIVE & set(one), path.name
            assert one.get("/S") not in ACTIONS, path.name
            if "/URI" in one:
                leads += 1
                assert str(one["/URI"]).partition(":")[0] in SCHEMES - {""}, path.name
    assert leads


def test_the_book_says_what_was_written(site: Path) -> None:
    shown = " ".join(text_of(site / BOOK))
    assert "100 % oppfølging" in shown
    assert "50 % sykmeldt" in shown
    assert "%(x)s" in shown
    assert "{{7*7}}" in shown


# What is refused


def test_what_the_checks_refuse_is_a_finding_at_its_line(tmp_path: Path) -> None:
    """Every payload in a heading and in running text, each written as YAML needs it: told, or taken, and never a crash."""
    at_once = 40  # of findings that are alike, only so many are told for each file
    files: dict[str, str] = {}
    expected: set[tuple[str, int]] = set()
    for n, payload in enumerate(PAYLOADS):
        name, written = f"lillevik/glossary/{n // at_once}.yml", json.dumps(payload, ensure_ascii=False)
        files[name] = f"{files.get(name, '')}- id: p{n}\n  term: {written}\n  meaning: {written}\n"
        if not taken(Text, payload):
            expected.add((f"mini/{name}", 3 * (n % at_once) + 2))
    found = {(problem.mark.path, problem.mark.line) for problem in checked(varied(tmp_path, {**files})).problems}
    assert len(expected) > 80
    assert expected <= found
