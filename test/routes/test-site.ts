// A whole site in workerd: the app with real R2 or KV, D1 and caches, a clock that is set, and faults on demand.

import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { createApp } from "../../src/app.ts";
import { backendsOf } from "../../src/backends.ts";
import { createDataCentreCache } from "../../src/cache/data-centre-cache.ts";
import { createRooms } from "../../src/rooms.ts";
import type { ContentStore } from "../../src/store/content-store.ts";
import { createFaultyCatalog, type FaultyCatalog } from "../catalog/faulty-catalog.ts";
import {
  type FaultyContentStore,
  createFaultyContentStore,
} from "../store/faulty-content-store.ts";
import { createFaultyEdge, type FaultyEdge } from "./faulty-edge.ts";

/** 256 bits in base64url, as `openssl rand` would give them. */
export const TOKEN = "gqJXp0lV6Zf1o0mS3yH7cT9bK2nR8wE4uD5iA6xQvLs";

export const ORIGIN = "https://kiyi.example";

/** Noon of a day on which the sample posts are old enough to be seen. */
export const NOON = Date.UTC(2026, 4, 1, 12);

const PLACES = ["store", "catalog", "edge"] as const;

interface ApiInit extends RequestInit {
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestSite {
  readonly store: FaultyContentStore;
  readonly catalog: FaultyCatalog;
  readonly edge: FaultyEdge;
  /** Milliseconds since 1970, as every room sees it. */
  now: number;
  /** A request whose work behind the response is done when this returns. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** As {@link fetch}, to any host. */
  fetchUrl(request: Request): Promise<Response>;
  /** As {@link fetch}, without waiting for what goes on behind the response. */
  fetchOnly(path: string, init?: RequestInit): Promise<Response>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The text of the answer to a GET. */
  read(path: string, headers?: Readonly<Record<string, string>>): Promise<string>;
  /** A request of somebody who may publish. */
  api(method: string, path: string, init?: ApiInit): Promise<Response>;
  /** Fails unless the site takes it. */
  publish(slug: string, source: string, options?: { readonly locale?: string }): Promise<void>;
  /** Fails unless the site takes it. */
  publishFile(key: string, body: RequestInit["body"]): Promise<void>;
  /** Writes an object as any other tool would: nothing is checked, indexed or purged. */
  write(key: string, text: string | Uint8Array<ArrayBuffer>): Promise<void>;
  /** Another isolate of the same data centre: memory is empty, the rest is as it was. */
  restart(): void;
  /** Calls of store, catalog and data centre since the last look. */
  takeCalls(): readonly string[];
}

export interface TestSiteOptions {
  readonly store?: ContentStore;
  readonly build?: string;
  readonly tokens?: readonly string[];
}

export async function createTestSite(options: TestSiteOptions = {}): Promise<TestSite> {
  const backends = backendsOf(env);
  const name = crypto.randomUUID();
  const store = createFaultyContentStore(options.store ?? backends.store);
  const catalog = createFaultyCatalog(backends.catalog);
  const edge = createFaultyEdge(createDataCentreCache(() => caches.open(name)));
  const publishTokenHashes = await Promise.all((options.tokens ?? [TOKEN]).map(sha256));
  const build = { version: options.build ?? "build-1", changedAt: NOON - DAY };
  const places = { store, catalog, edge };
  const seen = { store: 0, catalog: 0, edge: 0 };

  const site: TestSite = {
    store,
    catalog,
    edge,
    now: NOON,
    fetch: (path, init) => site.fetchUrl(new Request(ORIGIN + path, init)),
    async fetchUrl(request) {
      const context = createExecutionContext();
      const response = await app.fetch(request, env, context);
      await waitOnExecutionContext(context);
      return response;
    },
    fetchOnly: async (path, init) =>
      app.fetch(new Request(ORIGIN + path, init), env, createExecutionContext()),
    get: (path, headers = {}) => site.fetch(path, { headers }),
    read: async (path, headers) => (await site.get(path, headers)).text(),
    async api(method, path, init = {}) {
      const headers = { Authorization: `Bearer ${TOKEN}`, ...init.headers };
      const response = await site.fetch(`/api${path}`, { ...init, method, headers });
      site.now += 1; // a purge and a read of one moment cannot be told apart
      return response;
    },
    async publish(slug, source, { locale } = {}) {
      const query = locale === undefined ? "" : `?locale=${locale}`;
      await expectOk(
        site.api("PUT", `/posts/${encodeURIComponent(slug)}${query}`, { body: source }),
      );
    },
    async publishFile(key, body) {
      await expectOk(site.api("PUT", `/files/${key}`, { body: body ?? null }));
    },
    async write(key, text) {
      const body = typeof text === "string" ? new TextEncoder().encode(text) : text;
      await store.put(key, body, { contentType: "text/markdown" });
    },
    restart() {
      app = start();
    },
    takeCalls: () =>
      PLACES.flatMap((place) => {
        const { calls } = places[place].faults;
        const fresh = calls.slice(seen[place]);
        seen[place] = calls.length;
        return fresh.map(({ method, key }) => `${place}.${method} ${key}`);
      }),
  };

  const start = (): ReturnType<typeof createApp> =>
    createApp(
      createRooms({
        store,
        catalog,
        edge,
        build,
        publishTokenHashes,
        send: async () => {},
        clock: { now: () => site.now, elapsed: () => performance.now() },
      }),
    );
  let app = start();
  return site;
}

/** Milliseconds. */
const SECOND = 1_000;
export const MINUTE: number = 60 * SECOND;
export const DAY: number = 24 * 60 * MINUTE;

/** A site in four languages whose own is Turkish. */
export const CONFIG = `title: Deneme
url: ${ORIGIN}
locale: tr
locales: [tr, en, de, ar]
timezone: Europe/Istanbul
paginate: 3
fallback: {az: [tr, en]}
`;

/** Front matter of a visible post, then its body. */
export function source(fields: Readonly<Record<string, unknown>>, body: string): string {
  const head = { title: "Untitled", date: "2026-04-01 10:00:00 +0000", ...fields };
  const lines = Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join("\n")}\n---\n\n${body}\n`;
}

async function expectOk(answer: Promise<Response>): Promise<void> {
  const response = await answer;
  if (!response.ok) throw new Error(`The site refused it: ${await response.text()}`);
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
