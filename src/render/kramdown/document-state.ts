// What a document knows beyond its tree while it is parsed: definitions, which may follow their use, and notes.

import { trim } from "./characters.ts";
import {
  type AttributeList,
  type AttributeListDefinitions,
  createAttributeList,
  readAttributeList,
} from "./attribute-list.ts";
import type { HeadingToken } from "./block/heading.ts";
import type { KramdownOptions } from "./kramdown-options.ts";
import type { KramdownToken } from "./kramdown-token.ts";
import type { Note } from "../../post/note.ts";

export interface LinkDefinition {
  readonly url: string;
  readonly title: string | null;
  /** The block attribute list around the definition; it goes to each link. */
  list: AttributeList | null;
}

export interface Footnote {
  readonly name: string;
  readonly tokens: KramdownToken[];
}

export interface Abbreviation {
  readonly text: string;
  readonly title: string;
  list: AttributeList | null;
}

/** A token whose text is read as spans once the whole document's definitions are known. */
export interface SpanHolder {
  readonly text: string;
  readonly tokens: KramdownToken[];
  /** Line of the text's beginning, 1-based. */
  readonly line: number;
  /** Inside an HTML element, where GFM's additions do not reach. */
  readonly isInHtml: boolean;
  /** The raw element around the text, where Jekyll would leave it raw. */
  readonly meantIn?: string;
}

/** Characters that definitions may add to any post; beyond these, four times its length. As cmark limits them. */
const FEWEST_EXPANSION = 100_000;

export class DocumentState {
  options: KramdownOptions;
  readonly links: Map<string, LinkDefinition> = new Map();
  readonly footnotes: Map<string, Footnote> = new Map();
  readonly abbreviations: Map<string, Abbreviation> = new Map();
  readonly attributeLists: AttributeListDefinitions = { get: (name) => this.#listNamed(name) };
  readonly headings: HeadingToken[] = [];
  readonly spanHolders: Set<SpanHolder> = new Set();
  readonly notes: Note[] = [];
  readonly #lists = new Map<string, { readonly list: AttributeList; readonly length: number }>();
  #expansion: number;
  /** Length of the longest link id, so that a longer text needs no look-up. */
  longestLinkId = 0;

  /** The length is that of the source. */
  constructor(options: KramdownOptions, length: number) {
    this.options = options;
    this.#expansion = FEWEST_EXPANSION + 4 * length;
    for (const [id, { url, title }] of options.linkDefinitions)
      this.defineLink(id, { url, title, list: null });
  }

  defineLink(id: string, definition: LinkDefinition): void {
    this.links.set(id, definition);
    this.longestLinkId = Math.max(this.longestLinkId, id.length);
  }

  /** Adds what `{:name: …}` says to the definition of that name. */
  defineAttributeList(name: string, source: string): void {
    const list = this.#lists.get(name)?.list ?? createAttributeList();
    const length = (this.#lists.get(name)?.length ?? 0) + source.length;
    this.#lists.set(name, { list: readAttributeList(source, list), length });
  }

  /** Whether so many more characters may come from definitions: one that is long and used often makes a page huge. */
  expand(length: number): boolean {
    this.#expansion -= length;
    return this.#expansion >= 0;
  }

  #listNamed(name: string): AttributeList | null {
    const definition = this.#lists.get(name);
    return definition !== undefined && this.expand(definition.length) ? definition.list : null;
  }

  warn(rule: string, line: number | null, message: string): void {
    this.notes.push({ severity: "warning", rule, line, column: null, field: null, message });
  }
}

/**
 * A link's id as it is compared: white space collapsed, lower case.
 *
 * @example normalizeLinkId("Law of\n  Numbers") // → "law of numbers"
 */
export function normalizeLinkId(id: string): string {
  return trim(id)
    .replace(/[ \t\n\v\f\r]+/g, " ")
    .toLowerCase();
}
