// `_config.yml` for this machine: its `url:` names the local address, so that absolute URLs stay here.

import { type Document, isMap, isNode, isScalar, parseDocument } from "yaml";

export interface LocalConfig {
  readonly text: string;
  /** What the file says; null if it names no URL. */
  readonly ownUrl: string | null;
}

/**
 * Replaces the value of the top-level `url`, all else byte for byte; a file without one gets a last line.
 * A file that is no YAML map of lines stays as it is: the API says what is wrong with it.
 *
 * @example withUrl("url: https://a.example # home\n", "http://127.0.0.1:8787").text
 *   // → "url: http://127.0.0.1:8787 # home\n"
 */
export function withUrl(text: string, url: string): LocalConfig {
  const root = parseDocument(text, { version: "1.1", uniqueKeys: false, logLevel: "silent" });
  if (root.errors.length > 0) return { text, ownUrl: null };
  const value = valueOfUrl(root);
  if (!isNode(value) || !value.range)
    return { text: withLine(text, root, `url: ${url}\n`), ownUrl: null };
  const [start, end] = value.range;
  const gap = /\s$/.test(text.slice(0, start)) ? "" : " "; // `url:` with nothing behind it
  const newline = text.slice(start, end).endsWith("\n") ? "\n" : ""; // a block scalar ends its line
  return {
    text: `${text.slice(0, start)}${gap}${url}${newline}${text.slice(end)}`,
    ownUrl: isScalar(value) && typeof value.value === "string" ? value.value : null,
  };
}

/** Of two the last one counts, as in Psych. */
function valueOfUrl({ contents }: Document): unknown {
  const pairs = isMap(contents) ? contents.items : [];
  return pairs.findLast(({ key }) => isScalar(key) && key.value === "url")?.value;
}

function withLine(text: string, { contents }: Document, line: string): string {
  const isBlock = contents === null || (isMap(contents) && contents.flow !== true);
  if (!isBlock) return text;
  const end = contents?.range?.[2] ?? text.length;
  const before = text.slice(0, end);
  return `${before}${before === "" || before.endsWith("\n") ? "" : "\n"}${line}${text.slice(end)}`;
}
