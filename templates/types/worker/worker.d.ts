/* What the service worker imports: Workbox as it lies in assets/vendor/, and the list builder/site/offline.py writes. */

interface WorkboxPlugin {
  requestWillFetch?(given: { request: Request }): Promise<Request>;
  cacheWillUpdate?(given: { response: Response }): Promise<Response | null>;
  cachedResponseWillBeUsed?(given: { cachedResponse?: Response }): Promise<Response | undefined>;
}

interface WorkboxMatch {
  request: Request;
  url: URL;
  sameOrigin: boolean;
}

interface WorkboxOptions {
  cacheName: string;
  matchOptions: CacheQueryOptions;
  networkTimeoutSeconds?: number;
  plugins: WorkboxPlugin[];
}

declare var workbox: {
  strategies: { NetworkFirst: new (options: WorkboxOptions) => object };
  routing: { registerRoute(matches: (given: WorkboxMatch) => boolean, strategy: object): void };
};

declare var handbokKeep: { built: string; paths: string[] };
