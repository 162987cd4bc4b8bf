/* Lets the handbook be read without a network, where it is served and the browser can. The page says where the worker is.
   The worker is asked to keep the whole handbook when this page is there; only what is read, where data is to be saved. */
"use strict";
(() => {
  const worker = document.currentScript?.dataset.worker;
  if (!worker || !("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  const { serviceWorker } = navigator;

  /** Whether the reader pays for each byte, or waits for it. */
  function sparing() {
    const connection = "connection" in navigator ? /** @type {Connection} */ (navigator.connection) : {};
    return Boolean(connection.saveData) || /2g/.test(connection.effectiveType ?? "");
  }

  function ask() {
    serviceWorker.controller?.postMessage({ whole: !sparing(), address: location.href });
  }

  /** The page that stands in for one that is not kept leads there again, and goes there when the network is back. */
  function leadBack() {
    const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a[data-hb-again]"));
    const asked = new URLSearchParams(location.search).get("page");
    const wanted = new URL(asked ?? "", location.href);
    if (!link || !asked || !wanted.href.startsWith(new URL("./", location.href).href)) return;
    link.href = wanted.href;
    link.hidden = false;
    addEventListener("online", () => location.replace(wanted));
  }

  addEventListener("load", () => {
    serviceWorker.addEventListener("controllerchange", ask);
    serviceWorker.addEventListener("message", () => {
      for (const told of document.querySelectorAll("[data-hb-kept]")) told.removeAttribute("hidden");
    });
    serviceWorker.startMessages();
    serviceWorker
      .register(new URL(worker, location.href), { updateViaCache: "none" })
      .then(ask)
      .catch(() => {
        // Without it the handbook works as any site does.
      });
  });
  leadBack();
})();
