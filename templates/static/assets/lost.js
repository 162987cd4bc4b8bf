/* On the page for addresses that lead nowhere: finds the folder the site lies in, where the page could not be told, and
   makes the links lead there. Over several handbooks, it goes on to the page of the one that was asked for. */
"use strict";
(async () => {
  const { root = "", probe = "" } = document.currentScript?.dataset ?? {};
  const folders = location.pathname.split("/").slice(0, -1);

  /** @param {string} at */
  async function isRoot(at) {
    const answer = await fetch(at + probe, { method: "HEAD" }).catch(() => null);
    return answer?.ok && !answer.headers.get("Content-Type")?.includes("html");
  }

  async function found() {
    for (let depth = 1; depth <= folders.length; depth++) {
      const at = `${folders.slice(0, depth).join("/")}/`;
      if (await isRoot(at)) return at;
    }
    return root;
  }

  const at = await found();
  for (const [selector, name] of /** @type {const} */ ([
    ["a", "href"],
    ["form", "action"],
  ])) {
    for (const one of document.querySelectorAll(`${selector}[${name}^="${root}"]`)) {
      one.setAttribute(name, at + one.getAttribute(name)?.slice(root.length));
    }
  }
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-lost]"))) {
    const { pathname } = new URL("./", link.href);
    if (location.pathname.startsWith(pathname)) location.replace(pathname + link.dataset.lost);
  }
})();
