/* The reader's own place, chosen once: the front page then shows whom to call there and its next meetings. Only its id is
   remembered, and only in the browser. Without script a link leads to the list of places. */
"use strict";
var handbokPlace = (() => {
  const MEETINGS = 2;
  /** What to do with the places when their file has been read. @type {(found: ChosenPlaces) => void} */
  let waiting = () => {};

  /** @param {string} key */
  function remembered(key) {
    try {
      return localStorage.getItem(key) ?? "";
    } catch {
      return "";
    }
  }

  /**
   * Where nothing may be remembered, the choice holds for as long as the page is open.
   * @param {string} key
   * @param {string} id empty to forget
   */
  function remember(key, id) {
    try {
      if (id) localStorage.setItem(key, id);
      else localStorage.removeItem(key);
    } catch {
      // The reader's browser keeps nothing.
    }
  }

  /**
   * The next meetings from a day on: what was built may be some weeks old.
   * @param {ChosenPlace} place
   * @param {string} today
   */
  function coming(place, today) {
    return place.meetings.filter(({ day }) => day >= today).slice(0, MEETINGS);
  }

  /**
   * @param {string} tag
   * @param {Record<string, string>} attributes
   * @param {(string | Node)[]} children
   */
  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  /** @param {ChosenCall} call */
  function callRow({ role, phone, tel }) {
    const number = tel
      ? element("a", { class: "hb-phone", href: tel }, phone)
      : element("span", { class: "hb-placeholder" }, phone);
    return element("li", {}, element("span", {}, role), " ", number);
  }

  /**
   * @param {HTMLElement} row
   * @param {ChosenPlaces} found
   */
  function offer(row, { words, places }) {
    const choice = element("select", {}, element("option", { value: "" }, words.choose));
    for (const type of new Set(places.map((place) => place.type))) {
      const group = element("optgroup", { label: type });
      for (const { id, name } of places.filter((place) => place.type === type))
        group.append(element("option", { value: id }, name));
      choice.append(group);
    }
    choice.setAttribute("aria-label", words.choose);
    row.classList.remove("hb-your-place--chosen");
    row.replaceChildren(choice);
    return /** @type {HTMLSelectElement} */ (choice);
  }

  /**
   * @param {HTMLElement} row
   * @param {ChosenPlaces} found
   * @param {ChosenPlace} place
   * @param {string} today
   */
  function show(row, { words }, place, today) {
    const change = element("button", { type: "button", class: "hb-your-place__change" }, words.change);
    const people = element("ul", { class: "hb-list hb-calls" }, ...place.calls.map(callRow));
    const more = element("p", {}, element("a", { href: place.page }, words.more), " · ", change);
    const folded = element(
      "details",
      { class: "hb-more" },
      element("summary", {}, place.name),
      element("div", {}, people, more),
    );
    const meetings = coming(place, today).map(({ when, name, page }) =>
      element("li", {}, `${when} `, element("a", { href: page }, name)),
    );
    const next = element("ul", { class: "hb-your-place__next", "aria-label": words.next }, ...meetings);
    row.classList.add("hb-your-place--chosen");
    row.replaceChildren(folded, ...(meetings.length ? [next] : []));
    return change;
  }

  /**
   * The row on the front page: the place that is chosen, or the choice.
   * @param {HTMLElement} row
   * @param {ChosenPlaces} found
   * @param {string} today
   * @param {string} [chosen] what is chosen just now
   */
  function fill(row, found, today, chosen) {
    const key = row.dataset.key ?? "";
    const id = chosen ?? remembered(key);
    const place = found.places.find((one) => one.id === id);
    const again = (/** @type {string} */ other) => {
      remember(key, other);
      fill(row, found, today, other);
      /** @type {HTMLElement | null} */ (row.querySelector("summary, select"))?.focus();
    };
    if (place) {
      show(row, found, place, today).addEventListener("click", () => again(""));
      return;
    }
    const choice = offer(row, found);
    choice.addEventListener("change", () => again(choice.value));
  }

  /**
   * The button on the page of a place.
   * @param {HTMLElement} line
   */
  function mine(line) {
    const { place = "", key = "", chosen = "" } = line.dataset;
    const button = /** @type {HTMLElement} */ (line.querySelector("button"));
    const choose = button.textContent;
    const tell = () => {
      button.textContent = remembered(key) === place ? chosen : choose;
    };
    button.addEventListener("click", () => {
      remember(key, remembered(key) === place ? "" : place);
      tell();
    });
    tell();
    line.hidden = false;
  }

  /** @param {Document} page */
  function start(page) {
    const line = /** @type {HTMLElement | null} */ (page.querySelector(".hb-my-place"));
    if (line) mine(line);
    const row = /** @type {HTMLElement | null} */ (page.querySelector(".hb-your-place"));
    if (!row?.dataset.file) return;
    waiting = (found) => fill(row, found, handbokRing.inNorway(new Date()).date);
    const script = page.createElement("script");
    script.src = row.dataset.file;
    page.head.append(script);
  }

  return { start, coming, fill, take: (/** @type {ChosenPlaces} */ found) => waiting(found) };
})();

handbokPlace.start(document);
