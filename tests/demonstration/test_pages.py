"""What the pages do in a browser: filters, checklists that remember, and everything without script."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, expect


def test_contacts_are_filtered_and_the_count_is_told(page: Page, address: str) -> None:
    page.goto(f"{address}/risor/kontakter.html")
    rows = page.locator(".hb-contacts tbody tr:visible")
    told = page.locator(".hb-filter [role=status]")
    everybody = rows.count()
    expect(told).to_have_text(f"{everybody} av {everybody} kontakter vises")
    page.get_by_label("Rolle, tjeneste, sted eller skole").fill("ppt barnehage")
    assert 0 < rows.count() < everybody
    expect(told).to_have_text(f"{rows.count()} av {everybody} kontakter vises")
    assert "Barnevernstjenesten" not in page.locator("article h2:visible").all_inner_texts()
    page.get_by_text("Velg type, sted eller ubesatte").click()
    page.get_by_label("Type tjeneste").select_option(label="Politi")
    assert rows.count() == 0
    page.get_by_role("button", name="Vis alle").click()
    expect(told).to_have_text(f"{everybody} av {everybody} kontakter vises")


def test_the_browser_remembers_a_checklist(page: Page, address: str) -> None:
    page.goto(f"{address}/risor/ny-her/ny-i-barnehagen.html")
    first = page.get_by_role("checkbox").first
    first.check()
    page.reload()
    expect(first).to_be_checked()
    expect(page.locator(".hb-done")).to_contain_text("1 av ")
    page.goto(f"{address}/risor/ny-her/ny-pa-skolen.html")
    expect(page.get_by_role("checkbox").first).not_to_be_checked()


def test_without_script_contacts_and_checklists_are_all_there(without_script: BrowserContext, address: str) -> None:
    bare = without_script.new_page()
    bare.goto(f"{address}/risor/kontakter.html")
    expect(bare.locator(".hb-filter")).to_be_hidden()
    assert bare.locator(".hb-contacts tbody tr:visible").count() > 40
    bare.goto(f"{address}/risor/ny-her/ny-i-barnehagen.html")
    expect(bare.locator(".hb-done")).to_be_hidden()
    assert bare.locator(".hb-todo > li:visible").count() > 3
    bare.goto(f"{address}/risor/kan-jeg-dele/barnehage.html#til-barnevern")
    bare.locator(".hb-answer-card:visible summary").click()
    expect(bare.locator(".hb-answer-card:visible details > div")).to_be_visible()
    bare.close()


PHONE = {"width": 390, "height": 844}


def test_a_job_page_begins_with_whom_to_ring_in_other_services(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/risor/jobber/barnehage.html")
    first = page.locator("#kontakter ~ .hb .hb-people").first
    expect(first.locator(".hb-person").first).to_be_in_viewport()
    names = first.locator("strong").all_inner_texts()
    assert "PPT" in names
    assert not [name for name in names if "arnehage" in name]
    own = page.locator("#hos-oss")
    expect(own).to_be_visible()
    expect(page.get_by_text("Styrer i kommunal barnehage").first).to_be_hidden()
    own.click()
    expect(page.get_by_text("Styrer i kommunal barnehage").first).to_be_visible()


def test_what_a_placeholder_is_is_said_once_a_page(page: Page, address: str) -> None:
    for path in ("kontakter", "jobber/skole", "tjenester/barnevern", "taushetsplikt/meldeplikt"):
        page.goto(f"{address}/risor/{path}.html")
        assert page.locator(".hb-placeholder").count() > 0
        assert page.locator(".hb-once").count() == 1
        assert page.locator("article a[href^='tel:+4700']").count() == 0


def test_a_rule_begins_with_its_answer_and_whom_it_is_for_is_folded(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/risor/taushetsplikt/meldeplikt.html")
    expect(page.locator(".hb-verdict strong").first).to_be_in_viewport()
    expect(page.locator("dt", has_text="Fra").first).to_be_hidden()
    page.locator("#hvem").click()
    expect(page.locator("dt", has_text="Fra").first).to_be_visible()


def test_an_address_opens_the_letter_and_the_act_it_is_in(page: Page, address: str) -> None:
    page.goto(f"{address}/risor/ordliste.html")
    term = page.locator(".hb-terms > div[id]").last
    expect(term).to_be_hidden()
    page.goto(f"{address}/risor/ordliste.html#{term.get_attribute('id')}")
    page.reload()
    expect(page.locator(".hb-terms > div:target")).to_be_in_viewport()
    page.goto(f"{address}/risor/lover.html#barnevernsloven-13-2")
    page.reload()
    expect(page.locator(".hb-terms > div:target")).to_be_in_viewport()


def test_no_row_of_contacts_is_wider_than_a_small_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for path in ("kontakter", "jobber/barnehage", "tjenester/barnevern", "tjenester/ppt", "taushetsplikt/meldeplikt"):
        page.goto(f"{address}/risor/{path}.html")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
