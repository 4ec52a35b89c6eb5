import type { D1Migration } from "cloudflare:test";

declare global {
  namespace Cloudflare {
    interface Env {
      /** The files of `migrations/`, for `applyD1Migrations`. */
      readonly MIGRATIONS: D1Migration[];
    }
  }
}
