/* What folds: the address opens what it names, everything is open in print, and one button opens or closes all sections.
   Without it each opens and closes by itself, and what is inside stays in the page. */
"use strict";
var handbokFold = (() => {
  /** @param {string} selector */
  const found = (selector) => /** @type {HTMLDetailsElement[]} */ (Array.from(document.querySelectorAll(selector)));

  /**
   * Opens all that an element lies in, so that it can be seen.
   * @param {Element} element
   */
  function reveal(element) {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
      fold.open = true;
  }

  /**
   * The element that an address names on this page. What is no address any page has, names nothing.
   * @param {string} hash
   */
  function named(hash) {
    try {
      return hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    } catch {
      return null;
    }
  }

  /** @param {string} hash */
  function follow(hash) {
    const target = named(hash);
    const closed = target?.closest("details:not([open])");
    if (!target || !closed) return;
    reveal(target);
    target.scrollIntoView();
  }

  /**
   * A link to where one is already changes no address.
   * @param {Event} event
   */
  function followAgain(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link && link.hash === location.hash && link.href.startsWith(location.href.split("#")[0])) follow(link.hash);
  }

  /** All is open in print; afterwards it is as the reader had it. */
  function printOpen() {
    const closed = found("details:not([open])");
    for (const fold of closed) fold.open = true;
    addEventListener(
      "afterprint",
      () => {
        for (const fold of closed) fold.open = false;
      },
      { once: true },
    );
  }

  /**
   * The button says what it will do, also when the last section is opened by hand.
   * @param {HTMLButtonElement} button
   */
  function foldAll(button) {
    const folds = found("details.hb-fold");
    const closed = () => folds.some((fold) => !fold.open);
    const tell = () => {
      button.textContent = (closed() ? button.dataset.open : button.dataset.close) ?? "";
    };
    button.addEventListener("click", () => {
      const open = closed();
      for (const fold of folds) fold.open = open;
    });
    for (const fold of folds) fold.addEventListener("toggle", tell);
    button.hidden = folds.length === 0;
    tell();
  }

  function start() {
    follow(location.hash);
    addEventListener("hashchange", () => follow(location.hash));
    addEventListener("beforeprint", printOpen);
    document.addEventListener("click", followAgain);
    for (const button of document.querySelectorAll(".hb-fold-all button"))
      foldAll(/** @type {HTMLButtonElement} */ (button));
  }

  return { start, reveal, named };
})();

handbokFold.start();
