// Attribute lists, `{: #id .class key="value" name}`: reading, references to definitions, merging, printing.

import {
  BACKSLASH,
  BRACE_CLOSE,
  BRACE_OPEN,
  COLON,
  DOT,
  DOUBLE_QUOTE,
  EQUALS,
  HASH,
  HYPHEN,
  isAsciiWord,
  isWhitespace,
  SINGLE_QUOTE,
  trim,
} from "./characters.ts";
import { escapeAttribute } from "./escape.ts";

/** Names and values in the order of writing. */
export type Attributes = Map<string, string>;

/** What a list says, its references not yet looked up: definitions may follow their use. */
export interface AttributeList {
  readonly attributes: Attributes;
  /** Names of definitions, and the marks `toc` and the like. */
  readonly references: string[];
}

/** Definitions by name, `{:name: .class}`. */
export interface AttributeListDefinitions {
  get(name: string): AttributeList | null;
}

export function createAttributeList(): AttributeList {
  return { attributes: new Map(), references: [] };
}

/**
 * The index of the `}` that closes a list whose content begins at an index; -1 without one.
 * `\}` does not close it.
 */
export function endOfAttributeList(text: string, from: number): number {
  let end = text.indexOf("}", from);
  while (end > 0 && text.charCodeAt(end - 1) === BACKSLASH) end = text.indexOf("}", end + 1);
  return end;
}

/** Whether `{:` at an index opens an attribute list: `{::` and `{:/` open extensions. */
export function opensAttributeList(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== BRACE_OPEN || text.charCodeAt(at + 1) !== COLON) return false;
  const next = text.charCodeAt(at + 2);
  return next !== COLON && next !== 0x2f && next !== BRACE_CLOSE;
}

/**
 * Reads what stands between `{:` and `}` into a list; a later id wins, classes add up.
 *
 * @example `#a .b key="v" ref` // → attributes id, class, key; references ["ref"]
 */
export function readAttributeList(source: string, into: AttributeList): AttributeList {
  let at = 0;
  while (at < source.length) {
    while (at < source.length && isWhitespace(source.charCodeAt(at))) at += 1;
    const end = readItem(source, at, into);
    at = end === -1 ? skipWord(source, at) : end;
  }
  return into;
}

/** Definitions that one list may use, by itself and by other definitions. */
const MOST_DEFINITIONS = 50;

/** Adds a list, its references looked up, to an element's attributes. */
export function applyAttributeList(
  to: Attributes,
  list: AttributeList,
  definitions: AttributeListDefinitions,
  used: Set<string> = new Set(),
): void {
  for (const name of list.references) {
    // A definition may name itself; each counts once.
    const definition =
      used.has(name) || used.size >= MOST_DEFINITIONS ? null : definitions.get(name);
    if (definition === null) continue;
    used.add(name);
    applyAttributeList(to, definition, definitions, used);
  }
  for (const [name, value] of list.attributes) {
    if (name === "class") addClass(to, value);
    else to.set(name, value);
  }
}

/** Attributes → ` name="value"` for each; an empty id is left out. */
export function printAttributes(attributes: ReadonlyMap<string, string> | null): string {
  if (attributes === null) return "";
  let markup = "";
  for (const [name, value] of attributes) {
    if (name === "id" && trim(value) === "") continue;
    markup += ` ${name}="${escapeAttribute(value)}"`;
  }
  return markup;
}

export function addClass(to: Attributes, name: string): void {
  const present = to.get("class");
  to.set("class", present === undefined || present === "" ? name : `${present} ${name}`);
}

// Each reader of an item gives the index after it, or -1 where the item is not of its kind.
function readItem(source: string, at: number, into: AttributeList): number {
  const code = source.charCodeAt(at);
  if (code === HASH || code === DOT) return readMarks(source, at, into);
  if (!isAsciiWord(code)) return -1;
  const end = endOfName(source, at);
  if (source.charCodeAt(end) === EQUALS) return readPair(source, at, end, into);
  if (!isBoundary(source, end)) return -1;
  into.references.push(source.slice(at, end));
  return end;
}

function readMarks(source: string, at: number, into: AttributeList): number {
  const marks: [isId: boolean, name: string][] = [];
  let position = at;
  while (source.charCodeAt(position) === HASH || source.charCodeAt(position) === DOT) {
    const isId = source.charCodeAt(position) === HASH;
    const start = position + 1;
    const first = !isId && source.charCodeAt(start) === HYPHEN ? start + 1 : start;
    if (!isAsciiWord(source.charCodeAt(first))) return -1;
    position = endOfName(source, first);
    marks.push([isId, source.slice(start, position)]);
  }
  if (!isBoundary(source, position)) return -1;
  for (const [isId, name] of marks) {
    if (isId) into.attributes.set("id", name);
    else addClass(into.attributes, name);
  }
  return position;
}

function readPair(source: string, at: number, equals: number, into: AttributeList): number {
  const quote = source.charCodeAt(equals + 1);
  if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) return -1;
  let end = equals + 2;
  while (end < source.length && !(source.charCodeAt(end) === quote && isBoundary(source, end + 1)))
    end += 1;
  if (end >= source.length) return -1;
  const name = source.slice(at, equals);
  const value = unescapeValue(source.slice(equals + 2, end), quote);
  if (name === "class") addClass(into.attributes, value);
  else into.attributes.set(name, value);
  return end + 1;
}

function unescapeValue(value: string, quote: number): string {
  if (!value.includes("\\")) return value;
  const sign = String.fromCharCode(quote);
  return value.replaceAll("\\}", "}").replaceAll(`\\${sign}`, sign);
}

function endOfName(source: string, from: number): number {
  let end = from;
  while (isNameCharacter(source.charCodeAt(end))) end += 1;
  return end;
}

/** `\w`, colon or hyphen: what a name goes on with. */
export function isNameCharacter(code: number): boolean {
  return isAsciiWord(code) || code === COLON || code === HYPHEN;
}

function isBoundary(source: string, at: number): boolean {
  return at >= source.length || isWhitespace(source.charCodeAt(at));
}

function skipWord(source: string, at: number): number {
  let end = at + 1;
  while (end < source.length && !isWhitespace(source.charCodeAt(end))) end += 1;
  return end;
}
