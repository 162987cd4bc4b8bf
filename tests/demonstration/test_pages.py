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
