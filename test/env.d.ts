declare namespace Cloudflare {
  interface Env {
    readonly CONTENT_R2: R2Bucket;
    readonly CONTENT_KV: KVNamespace;
    readonly CATALOG: D1Database;
    readonly STORE_EVENTS: Queue;
    readonly ASSETS: Fetcher;
    readonly VERSION: WorkerVersionMetadata;
    /** The files of `migrations/`, for `applyD1Migrations`. */
    readonly MIGRATIONS: import("cloudflare:test").D1Migration[];
  }
}
