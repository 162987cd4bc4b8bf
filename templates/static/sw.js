/* Reading without a network. The network always comes first, and is asked anew: a page from the store is used
   only when nobody answers, and is marked (data-copy), so that the page says it may be out of date. */
"use strict";
importScripts(
  "assets/vendor/workbox/workbox-core.prod.js",
  "assets/vendor/workbox/workbox-routing.prod.js",
  "assets/vendor/workbox/workbox-strategies.prod.js",
  "assets/offline/keep.js",
);

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { NetworkFirst } = workbox.strategies;
const SECONDS_TO_WAIT = 5;
const STORE = `handbok ${worker.registration.scope}`;

/** Past the browser's own cache, and only whole answers are kept. @type {WorkboxPlugin} */
const anew = {
  requestWillFetch: async ({ request }) =>
    new Request(request.url, { cache: "no-cache", credentials: "same-origin", redirect: request.redirect }),
  cacheWillUpdate: async ({ response }) => (response.status === 200 ? response : null),
};

/** A page from the store says so. @type {WorkboxPlugin} */
const marked = {
  cachedResponseWillBeUsed: async ({ cachedResponse }) => {
    if (!cachedResponse) return cachedResponse;
    const text = (await cachedResponse.text()).replace("<html ", "<html data-copy ");
    return new Response(text, {
      headers: { "Content-Type": cachedResponse.headers.get("Content-Type") || "text/html" },
    });
  },
};

/** @param {WorkboxMatch} asked */
const isPage = ({ request, url }) => request.mode === "navigate" || url.pathname.endsWith(".html");
/** @param {WorkboxMatch} asked */
const isPart = ({ sameOrigin, url }) => sameOrigin && /\.(js|css|woff2|svg)$/.test(url.pathname);
const matchOptions = { ignoreSearch: true };

workbox.routing.registerRoute(
  isPage,
  new NetworkFirst({
    cacheName: STORE,
    matchOptions,
    networkTimeoutSeconds: SECONDS_TO_WAIT,
    plugins: [anew, marked],
  }),
);
workbox.routing.registerRoute(isPart, new NetworkFirst({ cacheName: STORE, matchOptions, plugins: [anew] }));

/** What is needed when it is urgent, past the browser's own cache. */
async function keep() {
  const store = await caches.open(STORE);
  const kept = handbokKeep.paths.map((path) => new URL(path, worker.registration.scope));
  await store.addAll(kept.map((address) => new Request(address, { cache: "no-cache" })));
  await worker.skipWaiting();
}

/* It is kept from the first visit, and again when the handbook is new. */
worker.addEventListener("install", (event) => event.waitUntil(keep()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
