// Which representation a reader gets: by the URL's extension, else by Accept (RFC 9110 §12.5.1).

import { parseWeights } from "./parse-weights.ts";

export type Format = "html" | "markdown" | "json";

export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  html: "text/html",
  markdown: "text/markdown",
  json: "application/json",
};

const FORMATS: readonly Format[] = ["html", "markdown", "json"];

/**
 * The best-weighted of `formats`; among equals HTML wins, then their order. HTML where nothing fits:
 * RFC 9110 §12.4.1 lets a server disregard the header rather than answer 406, and people can read it.
 *
 * @example chooseFormat("text/html;q=0.5, text/markdown") // → markdown
 */
export function chooseFormat(accept: string | null, formats: readonly Format[] = FORMATS): Format {
  if (accept === null) return "html";
  const items = parseWeights(accept.toLowerCase());
  let best: Format = "html";
  let bestWeight = 0;
  for (const format of formats) {
    const weight = weightOf(MEDIA_TYPES[format], items);
    if (weight > bestWeight) {
      best = format;
      bestWeight = weight;
    }
  }
  return best;
}

/** The weight that the most specific matching range gives. */
function weightOf(type: string, items: ReturnType<typeof parseWeights>): number {
  const [main] = type.split("/");
  for (const range of [type, `${main}/*`, "*/*"]) {
    const item = items.find((candidate) => candidate.value === range);
    if (item !== undefined) return item.weight;
  }
  return 0;
}
