declare namespace Cloudflare {
  interface Env {
    /** The files of `migrations/`, for `applyD1Migrations`. */
    readonly MIGRATIONS: import("cloudflare:test").D1Migration[];
  }
}
