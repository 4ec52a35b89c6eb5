// What every page is made for: whose site it is, and in which language its reader wants the words around the posts.

import type { Locale } from "../post/locale.ts";
import type { Site } from "../post/site.ts";

export interface PageContext {
  readonly site: Site;
  /** Of the chrome: labels, dates, numbers, excerpts. */
  readonly locale: Locale;
  /** What the URL says (`/en/…`); null where a header or the default decided. */
  readonly explicitLocale: Locale | null;
}
