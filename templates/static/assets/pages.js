/* What makes some pages handier where there is script: the contacts can be filtered, checklists remember what is done,
   and the page can be printed. Without it the whole list is there, and the checklist is a list. */
"use strict";
var handbokPages = (() => {
  /**
   * The elements that match, of those that have data and can be hidden.
   * @param {ParentNode} within
   * @param {string} selector
   * @returns {HTMLElement[]}
   */
  const all = (within, selector) => Array.from(within.querySelectorAll(selector));
  /**
   * @param {ParentNode} within
   * @param {string} selector
   * @returns {HTMLElement | null}
   */
  const first = (within, selector) => within.querySelector(selector);
  const folded = handbokLetters.fold;

  /**
   * Whether a contact is among those asked for: all the words, the kind, the area, and vacant where only those are.
   * @param {{words: string, kind?: string, area?: string, vacant: boolean}} contact
   * @param {{words: string, kind: string, area: string, vacant: boolean}} asked
   */
  function isAsked(contact, asked) {
    const words = folded(asked.words).split(/\s+/).filter(Boolean);
    return (
      words.every((word) => contact.words.includes(word)) &&
      (!asked.kind || contact.kind === asked.kind) &&
      (!asked.area || contact.area === asked.area) &&
      (!asked.vacant || contact.vacant)
    );
  }

  /** @param {HTMLElement} row */
  function contactOf(row) {
    const { find, kind, area } = row.dataset;
    return { words: folded(`${row.textContent} ${find}`), kind, area, vacant: "vacant" in row.dataset };
  }

  /** @param {HTMLFormElement} form */
  function filterOf(form) {
    const value = (/** @type {string} */ name) => String(new FormData(form).get(name) ?? "");
    return { words: value("q"), kind: value("kind"), area: value("area"), vacant: value("vacant") !== "" };
  }

  /** A table with no row to show is hidden, with the heading above it. */
  function hideEmptyTables() {
    for (const table of all(document, ".hb-contacts")) {
      table.hidden = !first(table, "tbody tr:not([hidden])");
      // The first table shares its block with what stands above it, and has its heading inside no block.
      const heading = table.closest(".hb")?.previousElementSibling;
      if (heading instanceof HTMLHeadingElement && heading.tagName === "H2") heading.hidden = table.hidden;
      const fold = table.closest("details");
      if (fold) fold.hidden = table.hidden;
    }
  }

  /** What is asked for is not left where one must open to see it. */
  function openWhatIsShown() {
    for (const table of all(document, ".hb-contacts")) {
      const fold = table.closest("details");
      if (fold && !fold.hidden) fold.open = true;
    }
  }

  /** @param {HTMLFormElement} form */
  function filterContacts(form) {
    const rows = all(document, ".hb-contacts tbody tr").map((row) => ({ row, contact: contactOf(row) }));
    const told = first(form, "[role=status]");
    const show = () => {
      const asked = filterOf(form);
      for (const { row, contact } of rows) row.hidden = !isAsked(contact, asked);
      hideEmptyTables();
      const count = rows.filter(({ row }) => !row.hidden).length;
      if (told) told.textContent = filled(told.dataset.count, { count, total: rows.length });
    };
    form.hidden = false;
    form.addEventListener("input", () => {
      show();
      openWhatIsShown();
    });
    form.addEventListener("reset", () => setTimeout(show));
    form.addEventListener("submit", (event) => event.preventDefault());
    show();
  }

  /**
   * @param {string | undefined} sentence
   * @param {Record<string, number>} values
   */
  function filled(sentence, values) {
    return (sentence ?? "").replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  }

  /** What is done on this page, as kept in the browser; nothing where it keeps nothing. */
  function kept() {
    try {
      return new Set(/** @type {string[]} */ (JSON.parse(localStorage.getItem(keptAs()) ?? "[]")));
    } catch {
      return null;
    }
  }

  function keptAs() {
    return `handbok:${location.pathname}`;
  }

  /** @param {HTMLElement} list where it is told how much is done */
  function rememberChecklist(list) {
    const stored = kept();
    if (!stored) return; // A browser that keeps nothing shows the plain list.
    const items = all(document, ".hb-todo > li[data-item]");
    const done = new Set(items.map(itemName).filter((name) => stored.has(name)));
    const tell = () => {
      list.textContent = filled(list.dataset.checklist, { done: done.size, total: items.length });
    };
    for (const item of items) {
      addBox(item, done.has(itemName(item)), (checked) => {
        if (checked) done.add(itemName(item));
        else done.delete(itemName(item));
        localStorage.setItem(keptAs(), JSON.stringify([...done]));
        tell();
      });
    }
    list.hidden = false;
    tell();
  }

  /** @param {HTMLElement} item */
  function itemName(item) {
    return item.dataset.item ?? "";
  }

  /**
   * A box to tick; the text ticks it too, but for links in it.
   * @param {HTMLElement} item
   * @param {boolean} checked
   * @param {(checked: boolean) => void} changed
   */
  function addBox(item, checked, changed) {
    const box = Object.assign(document.createElement("input"), { type: "checkbox", checked });
    const text = first(item, ".hb-todo__text");
    box.setAttribute("aria-labelledby", text?.id ?? "");
    box.addEventListener("change", () => changed(box.checked));
    text?.addEventListener("click", (event) => {
      if (!(event.target instanceof Element && event.target.closest("a"))) box.click();
    });
    item.classList.add("hb-todo--box");
    item.prepend(box);
  }

  /** @param {HTMLElement} button */
  function print(button) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  /** @param {string} selector */
  const said = (selector) => all(document, selector).map((one) => (one.textContent ?? "").replace(/\s+/g, " ").trim());

  /** What a page says of itself on paper is said on every sheet, where the browser writes in the margins. */
  function signSheets() {
    const style = document.documentElement.style;
    style.setProperty("--hb-sheet-head", JSON.stringify(said(".hb-notice").join(" · ")));
    style.setProperty("--hb-sheet-foot", JSON.stringify(said(".hb-paper > :first-child").join(" ")));
  }

  return { filterContacts, rememberChecklist, print, signSheets, isAsked, folded, all };
})();

for (const form of document.forms) if (form.matches(".hb-filter")) handbokPages.filterContacts(form);
for (const list of handbokPages.all(document, "[data-checklist]")) handbokPages.rememberChecklist(list);
for (const button of handbokPages.all(document, ".hb-print")) handbokPages.print(button);
handbokPages.signSheets();
