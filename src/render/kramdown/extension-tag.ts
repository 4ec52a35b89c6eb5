// The tags of extensions: `{::name options}` and `{::name options /}`.

import {
  createAttributeList,
  endOfAttributeList,
  readAttributeList,
  type Attributes,
} from "./attribute-list.ts";
import type { TextSearches } from "./text-searches.ts";
import { BRACE_CLOSE, isAsciiWord, isWhitespace, SLASH } from "./characters.ts";

export interface ExtensionTag {
  readonly name: string;
  readonly attributes: Attributes;
  /** Written `{::name /}`: it has no body. */
  readonly isClosed: boolean;
  /** Index after `}`. */
  readonly end: number;
}

/** The start tag of an extension at an index, or null. */
export function readExtensionTag(
  text: string,
  at: number,
  searches: TextSearches,
): ExtensionTag | null {
  if (!text.startsWith("{::", at)) return null;
  let nameEnd = at + 3;
  while (isAsciiWord(text.charCodeAt(nameEnd))) nameEnd += 1;
  if (nameEnd === at + 3) return null;
  const next = text.charCodeAt(nameEnd);
  if (next !== BRACE_CLOSE && next !== SLASH && !isWhitespace(next)) return null;
  const close = searches.findBy(endOfAttributeList, nameEnd);
  if (close === -1) return null;
  const isClosed = text.charCodeAt(close - 1) === SLASH;
  const source = text.slice(nameEnd, isClosed ? close - 1 : close);
  const { attributes } = readAttributeList(source, createAttributeList());
  return { name: text.slice(at + 3, nameEnd), attributes, isClosed, end: close + 1 };
}
