/* A situation, one step at a time: what is done and where the reader is, remembered in the browser and nowhere else.
   Without it the steps open and close by themselves, and links lead on. It stands on fold.js. */
"use strict";
var handbokSteps = (() => {
  /**
   * @typedef {{at: string, done: string[], number?: number}} Progress the names of steps: where the reader is, and what
   *   is behind. `number` is of the step as it stood then, for pages that do not know the steps.
   */

  const keptAs = (page = location.pathname) => `handbok:steg:${page}`;

  /**
   * What is kept of a situation in a handbook; what is not understood is as if it was not there.
   * @param {string} [page] the path of its page; this one when left out
   * @returns {Progress | null}
   */
  function kept(page) {
    try {
      const { at, done, number } = JSON.parse(localStorage.getItem(keptAs(page)) ?? "{}");
      return typeof at === "string" && Array.isArray(done) ? { at, done, number: Number(number) } : null;
    } catch {
      return null;
    }
  }

  /** @param {Progress | null} progress */
  function keep(progress) {
    try {
      if (progress) localStorage.setItem(keptAs(), JSON.stringify(progress));
      else localStorage.removeItem(keptAs());
    } catch {
      // A browser that keeps nothing forgets it when the page is left.
    }
  }

  /**
   * What is kept, of the steps there are: one that is gone since then is forgotten.
   * @param {Progress | null} progress
   * @param {string[]} steps
   * @returns {Progress | null}
   */
  function known(progress, steps) {
    if (!progress || !steps.includes(progress.at)) return null;
    return { at: progress.at, done: steps.filter((step) => progress.done.includes(step)) };
  }

  /**
   * On to another step. The one that is left is done, unless the way leads back, or past the rest of it.
   * @param {Progress} progress
   * @param {string} to
   * @param {boolean} finished
   * @returns {Progress}
   */
  function moved(progress, to, finished) {
    const done = finished && !progress.done.includes(progress.at) ? [...progress.done, progress.at] : progress.done;
    return { at: to, done };
  }

  /**
   * The name of the step an address names, or of something else, or nothing.
   * @param {string} hash
   */
  const nameOf = (hash) => handbokFold.named(hash)?.id ?? "";

  /**
   * What a step lies in.
   * @param {string} step
   */
  const foldOf = (step) => document.getElementById(step)?.closest("details") ?? null;

  /**
   * @param {string} sentence
   * @param {Record<string, number>} values
   */
  const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

  /**
   * Among situations to choose, those the reader has begun on say where.
   * @param {HTMLElement} list
   */
  function markBegun(list) {
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (list.querySelectorAll("a[href]"))) {
      const number = kept(link.pathname)?.number;
      if (!number) continue;
      const mark = document.createElement("small");
      mark.className = "hb-begun";
      mark.textContent = filled(list.dataset.begun ?? "", { number });
      link.append(" ", mark);
      link.closest("details")?.setAttribute("open", "");
    }
  }

  class Situation {
    /** @param {HTMLElement} nav the numbers of the steps, and what is told of them */
    constructor(nav) {
      this.nav = nav;
      this.marks = /** @type {HTMLAnchorElement[]} */ (Array.from(nav.querySelectorAll("a")));
      this.steps = this.marks.map((mark) => nameOf(mark.hash));
      this.told = /** @type {HTMLElement} */ (nav.querySelector(".hb-progress__told"));
      this.stored = known(kept(), this.steps);
      this.progress = this.stored ?? this.begun();
    }

    /** @returns {Progress} */
    begun() {
      return { at: this.steps[0], done: [] };
    }

    /** The address goes before what is remembered. Nobody is taken from the top of the page. */
    start() {
      const button = /** @type {HTMLElement | null} */ (document.querySelector("button[data-next]"));
      if (button) button.hidden = false;
      document.querySelector("article")?.addEventListener("click", (event) => this.go(event));
      this.told.querySelector("button")?.addEventListener("click", () => this.restart());
      addEventListener("hashchange", () => this.arrive());
      if (location.hash) this.arrive();
      else this.openAlone(this.progress.at);
      this.show();
    }

    /** The reader has come to a step by its address. */
    arrive() {
      const step = nameOf(location.hash);
      if (!this.steps.includes(step)) return;
      this.progress = { ...this.progress, at: step };
      this.openAlone(step);
      document.getElementById(step)?.scrollIntoView();
      this.show();
    }

    /** @param {Progress} progress */
    set(progress) {
      this.progress = progress;
      keep({ ...progress, number: this.steps.indexOf(progress.at) + 1 });
      this.show();
    }

    restart() {
      this.progress = this.begun();
      keep(null);
      this.show();
      this.lead(this.steps[0]);
    }

    show() {
      const { at, done } = this.progress;
      for (const [place, step] of this.steps.entries()) {
        const mark = this.marks[place];
        for (const shown of [mark, foldOf(step)]) shown?.classList.toggle("hb-is-done", done.includes(step));
        mark.title = [mark.dataset.title, done.includes(step) && this.nav.dataset.done].filter(Boolean).join(" – ");
        if (step === at) mark.setAttribute("aria-current", "step");
        else mark.removeAttribute("aria-current");
      }
      this.tell({ number: this.steps.indexOf(at) + 1, total: this.steps.length, done: done.length });
    }

    /** @param {Record<string, number>} values */
    tell(values) {
      this.told.hidden = !kept();
      const status = this.told.querySelector("[role=status]");
      const sentence = this.told.dataset.told ?? "";
      if (status) status.textContent = filled(sentence, values);
    }

    /** @param {string} step */
    openAlone(step) {
      for (const other of this.steps) {
        const fold = foldOf(other);
        if (fold) fold.open = other === step;
      }
    }

    /**
     * Opens a step, and takes the reader to it.
     * @param {string} step
     */
    lead(step) {
      this.openAlone(step);
      foldOf(step)?.querySelector("summary")?.focus({ preventScroll: true });
      document.getElementById(step)?.scrollIntoView();
    }

    /**
     * A way to another step, or the end of the last one.
     * @param {Event} event
     */
    go(event) {
      const way = event.target instanceof Element ? event.target.closest("a, button[data-next]") : null;
      if (way instanceof HTMLAnchorElement) this.follow(way, event);
      else if (way) this.finish();
    }

    /**
     * @param {HTMLAnchorElement} way
     * @param {Event} event
     */
    follow(way, event) {
      const to = nameOf(way.hash);
      if (!this.steps.includes(to) || !way.href.startsWith(location.href.split("#")[0])) return;
      event.preventDefault();
      event.stopPropagation();
      history.pushState(null, "", way.hash);
      const from = this.steps.find((step) => foldOf(step)?.contains(way)) ?? this.progress.at;
      this.set(moved({ ...this.progress, at: from }, to, way.matches("[data-next], .hb-way--forward a")));
      this.lead(to);
    }

    finish() {
      this.set(moved(this.progress, this.progress.at, true));
      this.nav.scrollIntoView();
    }
  }

  return { Situation, known, moved, markBegun };
})();

for (const nav of document.querySelectorAll(".hb-progress"))
  new handbokSteps.Situation(/** @type {HTMLElement} */ (nav)).start();
for (const list of document.querySelectorAll("[data-begun]")) handbokSteps.markBegun(/** @type {HTMLElement} */ (list));
