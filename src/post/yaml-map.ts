// Reads a YAML mapping as Jekyll's Psych does (YAML 1.1: `no` is false), with the place of each field.

import { isMap, isScalar, LineCounter, type Pair, parseDocument } from "yaml";
import { InvalidSourceError } from "./note.ts";

export interface YamlField {
  readonly key: string;
  /** Plain JavaScript; dates stay the text that was written. */
  readonly value: unknown;
  /** The scalar as written, without its quotes; null for lists and maps. */
  readonly source: string | null;
  readonly isQuoted: boolean;
  /** 1-based, in the file that holds the YAML. */
  readonly line: number;
  readonly column: number;
}

export type YamlMap = ReadonlyMap<string, YamlField>;

export interface YamlPlace {
  /** Named in errors. */
  readonly file: string;
  /** 1-based line of the file at which the YAML begins. */
  readonly firstLine: number;
  /** In UTF-16 units. `yaml` reads 64 KB of its worst accepted shapes in 0.4 s, 16 KB in 0.16 s (measured). */
  readonly maxLength: number;
}

/** `? ` opens a key that is itself a node. Nobody writes it, and `yaml` needs minutes for 16 KB of them (measured). */
const MAX_EXPLICIT_KEYS = 16;
const EXPLICIT_KEY = /(?<=^|[\s[{,?-])\?(?=\s)/gm;

/** Real heads use none; a bomb of aliases needs nine. */
const MAX_ALIASES = 8;

/** These tags would turn what an author wrote into something else. */
const UNREAD_TAGS: ReadonlySet<string> = new Set(
  ["timestamp", "binary", "omap", "pairs", "set"].map((name) => `tag:yaml.org,2002:${name}`),
);

/**
 * YAML text → its top-level fields; an empty text has none.
 *
 * @throws InvalidSourceError with line and column of the fault
 */
export function parseYamlMap(text: string, place: YamlPlace): YamlMap {
  if (text.length > place.maxLength) {
    throw fault(
      place,
      0,
      0,
      `it has ${text.length} characters, the limit is ${place.maxLength}; shorten it`,
    );
  }
  if ([...text.matchAll(EXPLICIT_KEY)].length > MAX_EXPLICIT_KEYS) {
    throw fault(place, 0, 0, 'it has keys that begin with "? "; write "key: value"');
  }
  try {
    return readDocument(text, place);
  } catch (error) {
    if (error instanceof InvalidSourceError) throw error;
    throw fault(
      place,
      0,
      0,
      "it is nested too deeply or repeats too many aliases; write it plainly",
    );
  }
}

function readDocument(text: string, place: YamlPlace): YamlMap {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: "1.1",
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false, // as in Psych the last one wins; the check is quadratic
    logLevel: "silent",
    customTags: (tags) =>
      tags.filter((tag) => typeof tag === "string" || !UNREAD_TAGS.has(tag.tag)),
  });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw fault(place, line - 1, col - 1, error.message.split("\n", 1)[0] ?? "");
  }
  const root = document.contents;
  if (root === null) return new Map();
  if (!isMap(root)) throw fault(place, 0, 0, 'it is no list of "key: value" lines');
  const values: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
  const fields = new Map<string, YamlField>();
  const nodes = new Map(root.items.map((pair) => [keyOf(pair), pair]));
  for (const [key, value] of Object.entries(values ?? {})) {
    const pair = nodes.get(key);
    const offset = isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
    const { line, col } = lines.linePos(offset);
    const scalar = isScalar(pair?.value) ? pair.value : null;
    fields.set(key, {
      key,
      value,
      source: scalar === null ? null : (scalar.source ?? ""),
      isQuoted: scalar?.type === "QUOTE_DOUBLE" || scalar?.type === "QUOTE_SINGLE",
      line: line + place.firstLine - 1,
      column: col,
    });
  }
  return fields;
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : "";
}

function fault(place: YamlPlace, line: number, column: number, reason: string): InvalidSourceError {
  const at = { line: place.firstLine + line, column: column + 1 };
  return new InvalidSourceError(place.file, [
    {
      severity: "error",
      rule: "yaml/syntax",
      ...at,
      field: null,
      message: `Cannot read YAML of "${place.file}", line ${at.line}, column ${at.column}: ${reason}`,
    },
  ]);
}
