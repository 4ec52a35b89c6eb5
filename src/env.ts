// The bindings of wrangler.toml.

export interface Env {
  /** The store. One of the two must be bound; R2 wins. */
  readonly CONTENT_R2?: R2Bucket;
  readonly CONTENT_KV?: KVNamespace;
  readonly CATALOG: D1Database;
  readonly STORE_EVENTS: Queue;
  readonly ASSETS: Fetcher;
  readonly VERSION?: WorkerVersionMetadata;
  /** Secret: one or two SHA-256 hashes in hex, parted by white space, of the tokens that may publish. */
  readonly PUBLISH_TOKEN_HASHES?: string;
}

declare global {
  namespace Cloudflare {
    interface Env {
      readonly CONTENT_R2: R2Bucket;
      readonly CONTENT_KV: KVNamespace;
      readonly CATALOG: D1Database;
      readonly STORE_EVENTS: Queue;
      readonly ASSETS: Fetcher;
      readonly VERSION: WorkerVersionMetadata;
    }
  }
}
