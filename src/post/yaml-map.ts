// Reads a YAML mapping as Jekyll's Psych does (YAML 1.1: `no` is false), with the place of each field.

import { type Document, isMap, isScalar, LineCounter, type Pair, parseDocument, visit } from "yaml";
import { indentFlows } from "./indent-flows.ts";
import { InvalidSourceError } from "./note.ts";

export interface YamlField {
  readonly key: string;
  /** Plain JavaScript as YAML types it, except that dates stay text: what Liquid sees. */
  readonly value: unknown;
  /** The same shape with each scalar as it was written: `no`, `1.10`, `2024-05-31`; null where nothing stands. */
  readonly written: unknown;
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

const TOO_DEEP = "it is nested too deeply or repeats too many aliases; write it plainly";

/** These tags would turn what an author wrote into something else. */
const UNREAD_TAGS: ReadonlySet<string> = new Set(
  ["timestamp", "binary", "omap", "pairs", "set"].map((name) => `tag:yaml.org,2002:${name}`),
);

/**
 * YAML text → its top-level fields by their names as written; an empty text has none.
 *
 * @throws InvalidSourceError with line and column of the fault
 */
export function parseYamlMap(text: string, place: YamlPlace): YamlMap {
  if (text.length > place.maxLength) {
    const size = `it has ${text.length} characters, the limit is ${place.maxLength}; shorten it`;
    throw fault(place, START, size);
  }
  if ([...text.matchAll(EXPLICIT_KEY)].length > MAX_EXPLICIT_KEYS)
    throw fault(place, START, 'it has keys that begin with "? "; write "key: value"');
  try {
    return readDocument(text, place);
  } catch (error) {
    if (error instanceof InvalidSourceError) throw error;
    throw fault(place, START, TOO_DEEP);
  }
}

interface ParsedYaml {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

function parseText(text: string): ParsedYaml {
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
  return { document, lines };
}

/** Read again only where the first reading fails: one post in 25 of real blogs has such brackets. */
function parseLeniently(text: string): ParsedYaml {
  const strict = parseText(text);
  if (strict.document.errors.length === 0) return strict;
  const indented = indentFlows(text);
  const lenient = indented === text ? strict : parseText(indented);
  return lenient.document.errors.length === 0 ? lenient : strict;
}

function readDocument(text: string, place: YamlPlace): YamlMap {
  const { document, lines } = parseLeniently(text);
  const [error] = document.errors;
  if (error) throw fault(place, lines.linePos(error.pos[0]), reasonOf(error));
  const root = document.contents;
  if (root === null) return new Map();
  if (!isMap(root)) throw fault(place, START, 'it is no list of "key: value" lines');

  writeAsWritten(document, "keys"); // Norwegian's `no:` would be the key "false"
  const pairs = new Map(root.items.map((pair) => [keyOf(pair), pair]));
  const quoted = new Set([...pairs].filter(([, pair]) => isQuoted(pair)).map(([key]) => key));
  const values = toEntries(document);
  writeAsWritten(document, "values");
  const written = new Map(toEntries(document));
  return new Map(
    values.map(([key, value]) => {
      const { line, col } = lines.linePos(startOf(pairs.get(key)));
      const field: YamlField = {
        key,
        value,
        written: written.get(key) ?? null,
        isQuoted: quoted.has(key),
        line: line + place.firstLine - 1,
        column: col,
      };
      return [key, field];
    }),
  );
}

/** Replaces typed scalars by their text; null stays null, and so does the merge key `<<`, which is a symbol. */
function writeAsWritten(document: Document.Parsed, part: "keys" | "values"): void {
  visit(document, {
    Scalar(role, scalar) {
      if ((role === "key") !== (part === "keys")) return;
      const isTyped = typeof scalar.value === "number" || typeof scalar.value === "boolean";
      const isNullKey = role === "key" && scalar.value === null;
      if (isTyped || isNullKey) scalar.value = scalar.source ?? "";
    },
  });
}

function toEntries(document: Document.Parsed): readonly [string, unknown][] {
  const plain: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
  JSON.stringify(plain); // throws for a list that holds itself: "&a [*a]"
  return Object.entries(plain ?? {});
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : "";
}

function isQuoted({ value }: Pair): boolean {
  return isScalar(value) && (value.type === "QUOTE_DOUBLE" || value.type === "QUOTE_SINGLE");
}

function startOf(pair: Pair | undefined): number {
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
}

/** The parser tells the end of its stack as a fault of the text. */
function reasonOf({ message }: Error): string {
  if (message.includes("call stack")) return TOO_DEEP;
  return message.split("\n", 1)[0] ?? "";
}

/** 1-based, within the YAML. */
interface Position {
  readonly line: number;
  readonly col: number;
}

const START: Position = { line: 1, col: 1 };

function fault(place: YamlPlace, { line, col }: Position, reason: string): InvalidSourceError {
  const at = { line: place.firstLine + line - 1, column: col };
  const where = `line ${at.line}, column ${at.column}`;
  const message = `Cannot read YAML of "${place.file}", ${where}: ${reason}`;
  return new InvalidSourceError(place.file, [
    { severity: "error", rule: "yaml/syntax", ...at, field: null, message },
  ]);
}
