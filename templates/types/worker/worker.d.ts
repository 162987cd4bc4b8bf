/* What the service worker imports: Workbox as it lies in assets/vendor/, and the list builder/site/offline.py writes. */

interface WorkboxPlugin {
  requestWillFetch?(given: { request: Request }): Promise<Request>;
  fetchDidSucceed?(given: { response: Response }): Promise<Response>;
  cacheKeyWillBeUsed?(given: { request: Request }): Promise<string>;
  cacheWillUpdate?(given: { response: Response }): Promise<Response | null>;
  cachedResponseWillBeUsed?(given: {
    cachedResponse?: Response;
    request: Request;
    event: ExtendableEvent;
  }): Promise<Response | undefined>;
}

interface WorkboxMatch {
  request: Request;
  url: URL;
  sameOrigin: boolean;
  event: ExtendableEvent;
}

interface WorkboxOptions {
  cacheName: string;
  networkTimeoutSeconds: number;
  plugins: WorkboxPlugin[];
}

interface WorkboxStrategy {
  handle(given: WorkboxMatch): Promise<Response>;
}

interface WorkboxEntry {
  url: string;
  revision: string;
}

/** An event as far as Workbox asks it: of which type it is, and that it waits. */
type WorkboxWaiting = Pick<ExtendableEvent, "type" | "waitUntil">;

declare var workbox: {
  strategies: { NetworkFirst: new (options: WorkboxOptions) => WorkboxStrategy };
  routing: {
    registerRoute(matches: (given: WorkboxMatch) => boolean, handle: (given: WorkboxMatch) => Promise<Response>): void;
  };
  precaching: {
    PrecacheController: new (options: {
      cacheName: string;
      plugins: WorkboxPlugin[];
    }) => {
      addToCacheList(entries: WorkboxEntry[]): void;
      getCacheKeyForURL(url: string): string | undefined;
      install(event: WorkboxWaiting): Promise<unknown>;
    };
  };
};

declare var handbokKeep: {
  built: string;
  said: string;
  fallback: string;
  first: WorkboxEntry[];
  rest: WorkboxEntry[];
};
