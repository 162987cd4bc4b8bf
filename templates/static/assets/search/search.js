/* The search as readers meet it: a dialog on every page, and the field on the front page. What finds and shows is
   fetched when a reader turns to the search, as scripts, so a page opened from a folder can too. Which scripts those
   are, and where, the page says. */
"use strict";
(() => {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById("hb-find"));
  if (!dialog) return;
  const given = /** @type {SearchDialogData} */ (/** @type {unknown} */ (dialog.dataset));
  const base = new URL(`${given.base}/`, location.href);
  const online = location.protocol.startsWith("http");
  /** @type {Promise<unknown> | undefined} */
  let loading;

  /**
   * The address of what lies below the site's root.
   * @param {string} path
   */
  const address = (path) => new URL(path, base).href;

  /** Fetches engine and index, once. The index is asked for anew, so that no old number is shown. */
  function load() {
    loading ??= Promise.all([...given.scripts.split(" ").map(address).map(script), freshened().then(script)]);
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  }

  /** @returns {Promise<string>} */
  function freshened() {
    const index = address(given.index);
    if (!online) return Promise.resolve(index);
    return fetch(index, { cache: "no-cache" }).then(
      () => index,
      () => index,
    );
  }

  /**
   * @param {string} source
   * @returns {Promise<void>}
   */
  function script(source) {
    return new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement("script"), { src: source, async: false });
      element.addEventListener("load", () => resolve());
      element.addEventListener("error", () => reject(new Error(source)));
      document.head.append(element);
    });
  }

  /**
   * @param {string} className
   * @param {string} [role]
   */
  function part(className, role) {
    const element = Object.assign(document.createElement("div"), { className });
    if (role) element.setAttribute("role", role);
    return element;
  }

  /** A field and the answers under it. */
  class Search {
    /**
     * @param {HTMLInputElement} field
     * @param {HTMLFormElement} form the one the field is in
     * @param {Element} place where the answers are put
     */
    constructor(field, form, place) {
      this.field = field;
      this.status = part("hb-find__status", "status");
      this.filters = part("hb-find__filters", "group");
      this.list = part("hb-find__list");
      this.kind = "";
      /** @type {number | undefined} */
      this.saying = undefined;
      place.append(this.status, this.filters, this.list);
      field.addEventListener("focus", load, { once: true });
      field.addEventListener("pointerdown", load, { once: true });
      field.addEventListener("input", () => this.ask(field.value));
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.step(0);
      });
      form.parentElement?.addEventListener("keydown", (event) => this.pressed(event));
    }

    /** @param {string} question */
    ask(question) {
      if (question !== this.field.value) this.field.value = question;
      this.kind = "";
      return this.run();
    }

    async run() {
      const question = this.field.value.trim();
      remember(question);
      try {
        await load();
      } catch {
        this.status.textContent = given.failed;
        return;
      }
      if (question === this.field.value.trim()) this.show();
    }

    show() {
      const question = this.field.value.trimStart();
      this.list.replaceChildren();
      this.filters.replaceChildren();
      if (!question) {
        this.announce("");
        return;
      }
      const found = handbokSearch.find(question);
      if (found.results.length) this.showHits(found);
      else this.showNothing(question.trim());
    }

    /** @param {Found} found */
    showHits(found) {
      const answers = this.answers();
      this.filters.setAttribute("aria-label", answers.data.words.filter);
      this.filters.append(...answers.filters(found, this.kind));
      this.list.append(...answers.shown(found, this.kind));
      this.announce(answers.count(found, this.kind));
    }

    /** @param {string} question */
    showNothing(question) {
      const answers = this.answers();
      const said = handbokAnswers.filled(answers.data.words.none, { query: question });
      this.announce(said);
      this.status.textContent = said;
      this.list.append(...answers.nothing(question));
    }

    answers() {
      return new handbokAnswers.Answers(handbokSearch.data, {
        address,
        builtOn: given.built,
        only: (kind) => this.only(kind),
        ask: (question) => {
          this.ask(question);
          this.field.focus();
        },
        leave: (target) => {
          if (samePage(target)) close();
        },
      });
    }

    /**
     * Said once the reader pauses, so a screen reader is not talked over at every key.
     * @param {string} text
     */
    announce(text) {
      clearTimeout(this.saying);
      const pause = this.status.textContent ? handbokTuning.shown.pause : 0;
      this.saying = setTimeout(() => {
        this.status.textContent = text;
      }, pause);
    }

    /** @param {string} kind */
    only(kind) {
      this.kind = kind;
      this.show();
      const button = /** @type {HTMLElement | null} */ (this.filters.querySelector(`[data-kind="${kind}"]`));
      button?.focus();
    }

    /** @param {KeyboardEvent} event */
    pressed(event) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const active = /** @type {HTMLElement} */ (document.activeElement);
      const here = this.links().indexOf(active);
      if (step && (here >= 0 || (active === this.field && step > 0))) {
        event.preventDefault();
        this.step(here + step);
      } else if (event.key === "Escape" && this !== inDialog) this.ask("");
    }

    /** @returns {HTMLElement[]} */
    links() {
      return Array.from(this.list.querySelectorAll(".hb-answer a, .hb-hit > a:first-child"));
    }

    /**
     * Moves to a hit; before the first is the field.
     * @param {number} place
     */
    step(place) {
      const links = this.links();
      if (place < 0) this.field.focus();
      else links[Math.min(place, links.length - 1)]?.focus();
    }
  }

  /** @param {string} target */
  const samePage = (target) => target.split("#")[0] === location.href.split(/[?#]/)[0];

  /**
   * The question in the address, so that it can be shared and found again with «back».
   * @param {string} question
   */
  function remember(question) {
    const now = new URL(location.href);
    if (question) now.searchParams.set("q", question);
    else now.searchParams.delete("q");
    try {
      history.replaceState(history.state, "", now);
    } catch {
      // Pages from a folder may not change their address.
    }
  }

  /**
   * The search of a field, if there is one.
   * @param {ParentNode} within
   * @param {string} selector
   * @param {(form: HTMLFormElement) => Element} place where the answers are put
   */
  function searchOf(within, selector, place) {
    const field = /** @type {HTMLInputElement | null} */ (within.querySelector(selector));
    return field?.form ? new Search(field, field.form, place(field.form)) : null;
  }

  const inDialog = searchOf(dialog, "#hb-find-field", () => dialog.querySelector("[data-hb-answers]") ?? dialog);
  const onPage = searchOf(document, "main form[role=search] input[type=search]", (form) => {
    const answers = part("hb-find__answers hb-find__answers--page");
    form.after(answers);
    return answers;
  });

  function open(question = "") {
    if (!dialog?.open) dialog?.showModal();
    load();
    if (question) inDialog?.ask(question);
    inDialog?.field.focus();
    inDialog?.field.select();
  }

  function close() {
    dialog?.close();
  }

  for (const button of document.querySelectorAll("[data-hb-find-open]")) button.addEventListener("click", () => open());
  dialog.querySelector("[data-hb-find-close]")?.addEventListener("click", close);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) close();
  });
  dialog.addEventListener("close", () => remember(onPage ? onPage.field.value.trim() : ""));

  document.addEventListener("keydown", (event) => {
    const typing =
      event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (onPage) onPage.field.focus();
    else open();
  });

  const asked = new URL(location.href).searchParams.get("q");
  if (asked && onPage) onPage.ask(asked);
  else if (asked) open(asked);
})();
