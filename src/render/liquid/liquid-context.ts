// What a post's Liquid can see and ask for: values only, and functions of the caller that are pure.

import type { Includes } from "../../post/includes.ts";

/** Values may be strings, numbers, booleans, null, Dates, arrays and plain objects. */
export interface LiquidContext {
  readonly site: Readonly<Record<string, unknown>>;
  readonly page: Readonly<Record<string, unknown>>;
  /** Sources of `_includes`, by path: `figure.html`, `media/video.html`. */
  readonly includes: Includes;
  /** The URL, base included, of a post named as in `{% post_url 2024-05-31-name %}`; null if there is none. */
  readonly postUrl: (name: string) => string | null;
  /** The URL, base included, of a source path as in `{% link images/a.png %}`; null if there is none. */
  readonly link: (path: string) => string | null;
  /** Markdown → HTML, for the filter `markdownify`. */
  readonly markdownify: (text: string) => string;
  /** Text with typographic quotes and dashes, for the filter `smartify`. */
  readonly smartify: (text: string) => string;
  /** Code → the markup inside its `<code>`, for `{% highlight %}`. */
  readonly highlight: (code: string, language: string) => string;
  /** IANA name; dates are printed in it. */
  readonly timeZone: string;
  /** What `"now" | date` is; null where the page must not depend on it. */
  readonly now: Date | null;
}
