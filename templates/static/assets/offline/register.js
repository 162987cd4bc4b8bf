/* Lets the handbook be read without a network, where it is served and the browser can. The page says where the worker is. */
"use strict";
(() => {
  const worker = document.currentScript?.dataset.worker;
  if (!worker || !("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  addEventListener("load", () => {
    navigator.serviceWorker.register(new URL(worker, location.href), { updateViaCache: "none" }).catch(() => {
      // Without it the handbook works as any site does.
    });
  });
})();
