/* Lets the handbook be read without a network, where it is served and the browser can. */
"use strict";
(() => {
  const base = new URL(`${document.currentScript.dataset.base}/`, location.href);
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  addEventListener("load", () => {
    navigator.serviceWorker.register(new URL("sw.js", base), { updateViaCache: "none" }).catch(() => {
      // Without it the handbook works as any site does.
    });
  });
})();
