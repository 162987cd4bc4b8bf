/* Reading without a network. The network always comes first, and is asked anew: a page from the store is used
   only when nobody answers, and is marked (data-copy), so that the page says it may be out of date.

   The whole handbook is kept from the first visit: what is urgent, and the parts all pages are made of, before the
   worker begins; the rest when the page that was opened is there and asks for it. What has not changed since last time
   is not fetched again, and what has is read as it was until the new one is there. */
"use strict";
importScripts(
  "assets/vendor/workbox/workbox-core.prod.js",
  "assets/vendor/workbox/workbox-routing.prod.js",
  "assets/vendor/workbox/workbox-strategies.prod.js",
  "assets/vendor/workbox/workbox-precaching.prod.js",
  "assets/offline/keep.js",
);

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { NetworkFirst } = workbox.strategies;
const SECONDS_TO_WAIT = 5;
const { scope } = worker.registration;
const STORE = `handbok ${scope}`;
const FALLBACK = new URL(handbokKeep.fallback, scope).href;
const BUILT = /(<time class="hb-built" datetime=")[^"]*(">)[^<]*/g;

/** Past the browser's own cache; a server that is down is no answer. @type {WorkboxPlugin} */
const anew = {
  requestWillFetch: async ({ request }) =>
    new Request(request.url, { cache: "no-cache", credentials: "same-origin", redirect: request.redirect }),
  fetchDidSucceed: async ({ response }) => {
    if (response.status >= 500) throw new Error(`${response.status}`);
    // Out of the handbook there is a page to log in on, and that is no copy of this one.
    if (response.redirected && !response.url.startsWith(scope)) throw new Error(response.url);
    return response;
  },
};

/** What keeps some of the files, under their addresses and revisions. @param {WorkboxEntry[]} entries */
function keeper(entries) {
  const made = new workbox.precaching.PrecacheController({ cacheName: STORE, plugins: [anew] });
  made.addToCacheList(entries);
  return made;
}
const whole = keeper([...handbokKeep.first, ...handbokKeep.rest]);

/**
 * The address of the file that is asked for, as the list has it.
 * @param {string} asked
 */
function addressOf(asked) {
  const url = new URL(asked);
  const plain = url.origin + url.pathname;
  return [plain, `${plain}index.html`, `${plain}.html`].find((one) => whole.getCacheKeyForURL(one)) ?? plain;
}

/**
 * Where the file lies in the store: as it is now, or else as it was before it changed.
 * @param {string} asked
 */
async function keyOf(asked) {
  const address = addressOf(asked);
  const key = whole.getCacheKeyForURL(address);
  const store = await caches.open(STORE);
  if (key && (await store.match(key))) return key;
  return (await store.keys(address, { ignoreSearch: true })).at(-1)?.url ?? address;
}

/** Reads what is kept; only a keeper writes it. @type {WorkboxPlugin} */
const kept = {
  cacheKeyWillBeUsed: ({ request }) => keyOf(request.url),
  cacheWillUpdate: async () => null,
};

/** Those who were given a page from the store, and get its parts from there too. */
const copies = new Set();

/** A page from the store says so, and when it was last the same as the published one. @type {WorkboxPlugin} */
const marked = {
  cachedResponseWillBeUsed: async ({ cachedResponse, request, event }) => {
    if (!cachedResponse) return cachedResponse;
    if ("resultingClientId" in event) copies.add(event.resultingClientId);
    const current = whole.getCacheKeyForURL(addressOf(request.url)) === request.url;
    const text = (await cachedResponse.text()).replace("<html ", "<html data-copy ");
    const dated = current ? text.replace(BUILT, `$1${handbokKeep.built}$2${handbokKeep.said}`) : text;
    return new Response(dated, {
      headers: { "Content-Type": cachedResponse.headers.get("Content-Type") || "text/html" },
    });
  },
};

/** @param {WorkboxPlugin[]} plugins */
const networkFirst = (...plugins) =>
  new NetworkFirst({ cacheName: STORE, networkTimeoutSeconds: SECONDS_TO_WAIT, plugins: [anew, kept, ...plugins] });
const pages = networkFirst(marked);
const parts = networkFirst();

/** @param {WorkboxMatch} asked */
const isPage = ({ request, url }) => request.mode === "navigate" || url.pathname.endsWith(".html");
/** @param {WorkboxMatch} asked */
const isPart = ({ sameOrigin, url }) => sameOrigin && /\.(js|css|woff2|svg|webmanifest)$/.test(url.pathname);

/** What is not kept leads to the page that says so, which is told what was asked for. @param {WorkboxMatch} asked */
async function page(asked) {
  try {
    return await pages.handle(asked);
  } catch {
    if (asked.request.mode !== "navigate" || addressOf(asked.url.href) === FALLBACK) return Response.error();
    return Response.redirect(`${FALLBACK}?${new URLSearchParams({ page: asked.url.pathname })}`);
  }
}

/** @param {WorkboxMatch} asked */
async function part(asked) {
  const found = "clientId" in asked.event && copies.has(asked.event.clientId);
  const copy = found && (await (await caches.open(STORE)).match(await keyOf(asked.url.href)));
  return copy || parts.handle(asked);
}

workbox.routing.registerRoute(isPage, page);
workbox.routing.registerRoute(isPart, part);

/** Those of the files that are not in the store. @param {WorkboxEntry[]} entries */
async function missing(entries) {
  const there = new Set((await (await caches.open(STORE)).keys()).map((request) => request.url));
  return entries.filter(({ url }) => !there.has(whole.getCacheKeyForURL(url) ?? ""));
}

/**
 * Keeps files one after the other, so that readers have the network to themselves.
 * @param {WorkboxEntry[]} entries
 * @param {ExtendableEvent} event
 */
async function keep(entries, event) {
  const waiting = { type: "install", waitUntil: (/** @type {Promise<unknown>} */ one) => event.waitUntil(one) };
  await keeper(await missing(entries)).install(waiting);
}

/** What is no longer in the handbook, and what there is a newer one of. */
async function tidy() {
  const store = await caches.open(STORE);
  const there = await store.keys();
  const current = new Set(there.map(({ url }) => url).filter((url) => url === whole.getCacheKeyForURL(addressOf(url))));
  for (const request of there) {
    const key = whole.getCacheKeyForURL(addressOf(request.url));
    if (!key || (current.has(key) && request.url !== key)) await store.delete(request);
  }
}

/** @type {Promise<void> | undefined} */
let keeping;

/**
 * Keeps the whole handbook, or where the reader saves data, the page that is open; and tells when all of it is there.
 * @param {ExtendableMessageEvent} event
 */
async function keepAsked(event) {
  const { whole: all, address } = event.data;
  const entries = [...handbokKeep.first, ...handbokKeep.rest];
  await keeping?.catch(() => {}); // Another page may have asked for the same.
  keeping = keep(all ? entries : entries.filter(({ url }) => new URL(url, scope).href === addressOf(address)), event);
  await keeping;
  await tidy();
  if ((await missing(entries)).length === 0) event.source?.postMessage({ kept: handbokKeep.built });
}

worker.addEventListener("install", (event) =>
  event.waitUntil(keep(handbokKeep.first, event).then(() => worker.skipWaiting())),
);
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("message", (event) => event.waitUntil(keepAsked(event).catch(() => {})));
