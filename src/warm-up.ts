// Does at start-up what the first request would wait for: V8 compiles code and regular expressions at their first use.

import { MESSAGE_LOCALES } from "./page/messages/messages-for.ts";
import { postPage } from "./page/post-page.ts";
import { parseSite } from "./post/site.ts";
import { parseSlug } from "./post/slug.ts";
import { renderPost } from "./render/render-post.ts";

/** Regular expressions are compiled at their second run, functions at their eighth or so; more rounds gain nothing (bench/cold.ts). */
const ROUNDS = 4;

/** V8 compiles each expression anew for strings beyond Latin-1, so every part is rendered in both. */
const BEYOND_LATIN = /[^\u0000-\u00ff]/g;

/** Intl loads the data of each language at its first use. */
const CONFIG = `title: Warm-up
description: ış
url: https://example.org
locale: tr
locales: [tr, ${MESSAGE_LOCALES.join(", ")}]
author:
  name: A
twitter:
  username: a
timezone: Europe/Istanbul
`;

/**
 * Renders a post with every construct once, page and all. Called at module scope, where a second of start-up
 * is free of charge; a request on the free plan has 10 ms.
 */
export function warmUp(source: string): void {
  const slug = parseSlug("warm-up");
  if (slug === null) return;
  const site = parseSite(CONFIG);
  const around = { translations: [], dataExcerpts: {}, neighbours: { newer: null, older: null } };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const text of [source, source.replace(BEYOND_LATIN, "e")]) {
      const address = { slug, locale: null };
      const made = renderPost(text, {
        file: "warm-up.md",
        address,
        site,
        includes: {},
        uploadedAt: null,
      });
      postPage({ ...made, ...around }, { site, locale: site.locale, explicitLocale: null });
    }
  }
}
