"""The search: whether it finds, in the browser's own engine and typed into the box, and whether all can use it."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.demonstration.conftest import MUNICIPALITIES, barriers

QUESTIONS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("queries").joinpath("relevance.yml").read_text(encoding="utf-8")
)
KINDS = sorted({question["kind"] for question in QUESTIONS})
#: One question of each kind is typed in for real.
TYPED = [next(q for q in QUESTIONS if q["kind"] == kind) for kind in KINDS]
FRONT_FIELD = "Hva lurer du på?"

_ASK = """questions => questions.map(question => handbokSearch.find(question).results.slice(0, 10)
    .map(({document}) => document.page + (document.anchor ? '#' + document.anchor : '')))"""


def answers(address: str, expected: list[str]) -> bool:
    """Whether an address is among the expected: the place itself, its page, or the folder its page is in."""
    page = address.partition("#")[0]
    return any(place in (address, page) or page.startswith(f"{place}/") for place in expected)


def reciprocal_rank(found: list[str], expected: list[str]) -> float:
    return next((1 / place for place, address in enumerate(found, 1) if answers(address, expected)), 0.0)


def open_search(page: Page, address: str, slug: str, path: str = "tjenester/ppt.html") -> None:
    page.goto(f"{address}/{slug}/{path}")
    page.keyboard.press("/")


def hits(page: Page) -> Any:
    return page.locator("dialog .hb-hit > a:first-child")


@pytest.fixture(scope="module")
def ranks(browser: Browser, address: str) -> dict[str, list[tuple[float, str, list[str]]]]:
    """Kind -> for each question: its reciprocal rank, the question, and what was found."""
    found = defaultdict(list)
    for slug in MUNICIPALITIES:
        tab = browser.new_page()
        tab.goto(f"{address}/{slug}/index.html?q=barn")
        tab.wait_for_selector(".hb-hit")
        asked = [question for question in QUESTIONS if question["site"] == slug]
        results = tab.evaluate(_ASK, [question["query"] for question in asked])
        tab.close()
        for question, addresses in zip(asked, results, strict=True):
            rank = reciprocal_rank(addresses, question["expect"])
            found[question["kind"]].append((rank, f"{slug}: {question['query']}", addresses))
    sys.stdout.write(report(found))
    return dict(found)


def report(found: dict[str, list[tuple[float, str, list[str]]]]) -> str:
    """The mean reciprocal rank of each kind, and what was not answered first."""
    lines = []
    for kind, rows in sorted(found.items()):
        lines.append(f"{kind}: {sum(rank for rank, _, _ in rows) / len(rows):.3f} of {len(rows)}")
        lines += [f"  {rank:.2f} {question} -> {', '.join(shown[:3])}" for rank, question, shown in rows if rank < 1]
    return "\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_question_is_answered_near_the_top(kind: str, ranks: dict[str, Any]) -> None:
    assert len(ranks[kind]) >= 25
    assert sum(rank for rank, _, _ in ranks[kind]) / len(ranks[kind]) >= 0.90


def test_all_questions_together_are_answered_at_the_top(ranks: dict[str, Any]) -> None:
    rows = [row for of_kind in ranks.values() for row in of_kind]
    assert len(rows) >= 400
    assert len(KINDS) > 10
    assert "question" in KINDS
    assert sum(rank for rank, _, _ in rows) / len(rows) >= 0.95
    assert sum(not found for _, _, found in rows) <= 0.01 * len(rows)


def test_every_expected_answer_exists(site: Path) -> None:
    for question in QUESTIONS:
        for place in question["expect"]:
            path, _, anchor = place.partition("#")
            page = site / question["site"] / f"{path}.html"
            assert page.exists() or page.with_suffix("").is_dir(), question
            assert not anchor or f'id="{anchor}"' in page.read_text(encoding="utf-8"), question


@pytest.mark.parametrize("question", TYPED, ids=lambda question: question["kind"])
def test_a_question_typed_into_the_box_is_answered_on_screen(
    page: Page, address: str, question: dict[str, Any]
) -> None:
    open_search(page, address, question["site"])
    page.keyboard.type(question["query"])
    expect(hits(page).first).to_be_visible()
    page.wait_for_function("text => document.querySelector('dialog [role=status]').textContent", arg="")
    shown = [
        re.sub(r"\.html", "", link.split(f"/{question['site']}/")[1])
        for link in hits(page).evaluate_all("links => links.map(link => link.href)")
    ]
    assert reciprocal_rank(shown[:10], question["expect"]) >= 0.2


# How it is used


@pytest.mark.parametrize(
    ("query", "target"),
    [
        ("bekymret", "situasjoner/bekymret-barn.html"),
        ("meldeplikt", "taushetsplikt/meldeplikt.html"),
        ("BUP", "tjenester/bup.html"),
    ],
)
@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_the_front_page_answers_while_one_types(page: Page, address: str, slug: str, query: str, target: str) -> None:
    page.goto(f"{address}/{slug}/index.html")
    page.get_by_role("searchbox", name=FRONT_FIELD).fill(query)
    expect(page.locator(f'.hb-hit a[href$="/{slug}/{target}"]').first).to_be_visible()


@pytest.mark.parametrize(
    ("question", "answer", "says"),
    [
        ("kan barnehagen si det til barnevernet", "barnehage.html#til-barnevern", "Til barnevern"),
        ("dele med barnevernet barnehage", "barnehage.html#til-barnevern", "Til barnevern"),
        ("kan barnehagen fortelle skolen", "barnehage.html#til-skole", "Spør foreldrene først"),
        ("taushetsplikt BUP skole", "bup.html#til-skole", "Spør pasienten først"),
    ],
)
def test_a_question_of_who_may_tell_whom_leads_to_the_answer_itself(
    page: Page, address: str, question: str, answer: str, says: str
) -> None:
    open_search(page, address, "risor")
    page.keyboard.type(question)
    expect(hits(page).first).to_have_attribute("href", re.compile(rf"kan-jeg-dele/{re.escape(answer)}"))
    expect(page.locator("dialog .hb-hit").first).to_contain_text(says, ignore_case=True)


def test_the_keyboard_alone_reaches_everything(page: Page, address: str) -> None:
    open_search(page, address, "risor")
    page.keyboard.type("legevakt")
    expect(hits(page).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(hits(page).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#hb-find-field")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator("#hb-find")).to_be_hidden()
    assert "q=" not in page.url


def test_a_number_that_rings_is_a_link_and_a_placeholder_is_text(page: Page, address: str) -> None:
    open_search(page, address, "harstad")
    page.keyboard.type("legevakt")
    expect(page.locator('dialog .hb-hit a[href="tel:116117"]').first).to_have_text("Ring 116 117")
    page.locator("#hb-find-field").fill("leder i ppt")
    expect(page.locator("dialog .hb-hit span.hb-hit__phone").first).to_have_text("00 00 00 00 (plassholder)")


def test_a_filter_shows_one_kind_only(page: Page, address: str) -> None:
    open_search(page, address, "risor")
    page.keyboard.type("samtykke")
    page.get_by_role("button", name=re.compile("^Skjemaer")).click()
    expect(page.get_by_role("button", name=re.compile("^Skjemaer"))).to_have_attribute("aria-pressed", "true")
    kinds = page.locator("dialog .hb-hit__kind").all_inner_texts()
    assert set(kinds) == {"Skjemaer"}


def test_the_number_of_hits_is_announced_and_what_matched_is_marked(page: Page, address: str) -> None:
    open_search(page, address, "risor")
    page.keyboard.type("jordmor")
    expect(page.locator("dialog [role=status]")).to_have_text(re.compile("treff"))
    expect(page.locator("dialog .hb-hit mark").first).to_have_text(re.compile("jordmor", re.IGNORECASE))


def test_a_shared_address_asks_the_question_again(page: Page, address: str) -> None:
    page.goto(f"{address}/risor/tjenester/ppt.html?q=helses%C3%B8ster")
    expect(page.locator("#hb-find-field")).to_have_value("helsesøster")
    expect(hits(page).first).to_be_visible()


def test_no_hit_gives_help_and_a_misspelling_is_understood(page: Page, address: str) -> None:
    open_search(page, address, "risor")
    page.keyboard.type("qqqqzzzz")
    expect(page.locator("dialog [role=status]")).to_have_text("Ingen treff på «qqqqzzzz»")
    mail = page.locator('dialog a[href^="mailto:sammen@risor.example?subject="]')
    expect(mail).to_have_attribute("href", re.compile("&body=.*qqqqzzzz"))
    expect(page.get_by_role("region", name="Ring nå").get_by_role("link", name="Ring 112")).to_be_visible()
    expect(page.locator("dialog .hb-hit").first).to_contain_text("Situasjoner")
    expect(page.locator('dialog a[href$="kontakter.html"]')).to_be_visible()
    page.locator("#hb-find-field").fill("taushetspligt")
    expect(page.locator("dialog .hb-find__meant")).to_have_text("Viser treff for «taushetsplikt»")


@pytest.mark.parametrize(
    ("question", "says", "source"),
    [
        ("112", "Ring 112", "harstad/index.html#haster"),
        ("telefon til PPT", "00 00 00 00 (plassholder)", "risor/tjenester/ppt.html"),
        ("når er neste forebyggende forum", "202", "harstad/moteplasser/forebyggende-forum.html"),
        ("må jeg melde til barnevernet", "Du skal melde til barnevernet", "risor/taushetsplikt/meldeplikt.html"),
        ("kan barnehagen fortelle skolen", "Spør foreldrene først", "risor/kan-jeg-dele/barnehage.html#til-skole"),
        ("hvem kaller inn til ansvarsgruppa", "Innkaller:", "harstad/moteplasser/ansvarsgruppe.html"),
        ("hvem bestemmer når vi er uenige", "kommunedirektøren", "risor/situasjoner/uenighet.html"),
        ("når er helsestasjonen åpen", "Åpningstid:", "harstad/tjenester/helsestasjon.html"),
    ],
)
def test_a_question_is_given_its_answer_above_the_results(
    page: Page, address: str, question: str, says: str, source: str
) -> None:
    open_search(page, address, source.partition("/")[0])
    page.keyboard.type(question)
    answer = page.get_by_role("region", name="Svaret")
    expect(answer).to_contain_text(says)
    expect(answer.locator(".hb-answer__source a")).to_have_attribute("href", re.compile(re.escape(source) + "$"))
    page.keyboard.press("Enter")
    expect(answer.locator("a").first).to_be_focused()


def test_words_alone_are_given_no_answer(page: Page, address: str) -> None:
    open_search(page, address, "risor")
    page.keyboard.type("ansvarsgruppe")
    expect(hits(page).first).to_be_visible()
    expect(page.locator("dialog .hb-answer")).to_have_count(0)


def test_hostile_words_stay_words(page: Page, address: str) -> None:
    open_search(page, address, "risor")
    page.keyboard.type("barn")
    expect(hits(page).first).to_be_visible()
    evil = '<img src=x onerror="document.title=1"><evil-x>'
    page.evaluate(
        """evil => { const {data} = handbokSearch;
            handbokSearch.index({...data, documents: [[0, "om", "", `barn ${evil}`, evil, evil, evil, `barn ${evil}`]]}); }""",
        evil,
    )
    page.locator("#hb-find-field").fill("barn ")
    expect(hits(page)).to_have_count(1)
    assert page.locator("dialog evil-x, dialog img").count() == 0
    assert evil in hits(page).first.inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["legevakt", "qqqqzzzz", "telefon PPT", "ring 112"])
def test_axe_finds_no_barriers_with_the_search_open(page: Page, address: str, query: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": 360, "height": 740})
    open_search(page, address, "harstad")
    page.keyboard.type(query)
    expect(page.locator("dialog .hb-find__list > *").first).to_be_visible()
    assert barriers(page) == {}
    assert page.evaluate("document.querySelector('#hb-find').scrollWidth") <= 360


def test_targets_are_large_enough_for_a_thumb(page: Page, address: str) -> None:
    open_search(page, address, "risor")
    page.keyboard.type("legevakt")
    expect(hits(page).first).to_be_visible()
    sizes = page.locator("dialog :is(a, button, input)").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
    )
    assert min(sizes) >= 44


def test_it_works_in_a_folder_without_a_server(browser: Browser, site: Path) -> None:
    tab = browser.new_page()
    tab.goto((site / "risor" / "index.html").as_uri())
    tab.get_by_role("searchbox", name=FRONT_FIELD).fill("helsesøster")
    found = tab.locator('.hb-hit a[href$="tjenester/helsestasjon.html"]').first
    expect(found).to_be_visible()
    tab.close()


def test_without_a_network_pages_and_search_answer_and_say_how_old_they_are(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    tab = context.new_page()
    tab.goto(f"{address}/risor/tjenester/ppt.html")
    expect(tab.locator("[data-hb-kept]")).to_be_visible(timeout=60_000)
    tab.reload()
    expect(tab.locator(".hb-copy")).to_be_hidden()
    context.set_offline(True)
    tab.goto(f"{address}/risor/tjenester/ppt.html")
    expect(tab.locator(".hb-copy")).to_contain_text("Du leser en lagret kopi fra")
    tab.keyboard.press("/")
    tab.keyboard.type("helsesøster")
    expect(hits(tab).first).to_be_visible()
    expect(tab.locator("dialog .hb-find__copy")).to_contain_text("lagret kopi fra")
    tab.goto(f"{address}/risor/kontakter.html")
    expect(tab.locator(".hb-copy")).to_be_visible()
    context.set_offline(False)
    tab.reload()
    expect(tab.locator(".hb-copy")).to_be_hidden()
    context.close()
