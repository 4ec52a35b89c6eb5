// What a document knows beyond its tree while it is parsed: definitions, which may follow their use, and notes.

import { trim } from "./characters.ts";
import type { AttributeList } from "./attribute-list.ts";
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

export class DocumentState {
  options: KramdownOptions;
  readonly links: Map<string, LinkDefinition> = new Map();
  readonly footnotes: Map<string, Footnote> = new Map();
  readonly abbreviations: Map<string, Abbreviation> = new Map();
  readonly attributeLists: Map<string, AttributeList> = new Map();
  readonly headings: HeadingToken[] = [];
  readonly spanHolders: Set<SpanHolder> = new Set();
  readonly notes: Note[] = [];
  /** Length of the longest link id, so that a longer text needs no look-up. */
  longestLinkId = 0;

  constructor(options: KramdownOptions) {
    this.options = options;
    for (const [id, { url, title }] of options.linkDefinitions)
      this.defineLink(id, { url, title, list: null });
  }

  defineLink(id: string, definition: LinkDefinition): void {
    this.links.set(id, definition);
    this.longestLinkId = Math.max(this.longestLinkId, id.length);
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
