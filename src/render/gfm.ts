// `markdown: gfm`: CommonMark and GitHub's additions as marked reads them, alerts and ids of headings added.

import { Marked, type Token, type Tokens, type TokensList } from "marked";
import { escapeHtmlText, escapeText } from "./kramdown/escape.ts";
import { findGfmFault } from "./gfm-limits.ts";
import { type AlertToken, markAlerts, printAlertStart } from "./gfm-alerts.ts";
import { plainTextOf } from "./plain-text.ts";
import { createSlugger } from "./kramdown/heading-ids.ts";
import type { Note } from "../post/note.ts";

export interface GfmDocument {
  readonly tokens: readonly Token[];
  /** Whether it was read with GitHub's additions. */
  readonly additions: boolean;
  readonly notes: readonly Note[];
}

export interface GfmPrinters {
  /** Code → the markup inside `<code>`; it gives null for a language it doesn't know. Null: no highlighting. */
  readonly code: ((text: string, language: string | null) => string | null) | null;
}

export interface GfmOptions {
  /** GitHub's additions to CommonMark: tables, bare links, task lists, `~~`, alerts, ids of headings. */
  readonly additions: boolean;
}

const ALL_ADDITIONS: GfmOptions = { additions: true };

/** Markdown, after Liquid and without front matter → marked's tree. A text that is beyond the limits is one block of text. */
export function parseGfm(source: string, { additions }: GfmOptions = ALL_ADDITIONS): GfmDocument {
  const fault = findGfmFault(source);
  if (fault !== null) return asText(source, fault);
  try {
    const tokens = new Marked({ gfm: additions }).lexer(source);
    if (additions) markAlerts(tokens);
    escapeTexts(tokens);
    if (additions) addIds(tokens);
    return { tokens, additions, notes: [] };
  } catch (error) {
    // marked's lexer calls itself for each level; what nests beyond the stack is shown as it is written.
    if (error instanceof RangeError) return asText(source, "it nests too deep");
    throw error;
  }
}

/** A tree → HTML. */
export function printGfm({ tokens, additions }: GfmDocument, printers: GfmPrinters): string {
  const marked = new Marked({
    gfm: additions,
    renderer: {
      heading(token) {
        const id = idOf(token);
        const tag = `h${token.depth}`;
        const content = this.parser.parseInline(token.tokens);
        return `<${tag}${id === "" ? "" : ` id="${escapeText(id)}"`}>${content}</${tag}>\n`;
      },
      blockquote(token: AlertToken) {
        const content = this.parser.parse(token.tokens);
        const alert = printAlertStart(token);
        return alert === null
          ? `<blockquote>\n${content}</blockquote>\n`
          : `${alert}${content}</div>\n`;
      },
      code({ text, lang }) {
        const language = lang?.split(/\s/, 1)[0] ?? "";
        const code = printers.code?.(text, language === "" ? null : language) ?? escapeText(text);
        const named =
          language === ""
            ? ""
            : ` class="language-${escapeText(language).replaceAll('"', "&quot;")}"`;
        return `<pre><code${named}>${code}${text === "" || text.endsWith("\n") ? "" : "\n"}</code></pre>\n`;
      },
    },
  });
  return marked.parser([...tokens]);
}

function asText(source: string, fault: string): GfmDocument {
  const message = `Cannot read the post as GFM: ${fault}; it is shown as text`;
  const note: Note = {
    severity: "warning",
    rule: "gfm/limit",
    line: null,
    column: null,
    field: null,
    message,
  };
  const text: Tokens.Code = { type: "code", raw: source, text: source };
  return { tokens: [text], additions: false, notes: [note] };
}

// As HTML, so that the readers of the tree decode the character references that marked leaves in texts.
function escapeTexts(tokens: TokensList): void {
  void new Marked().walkTokens(tokens, (token: Token) => {
    if (token.type !== "text" || token.escaped === true || token.tokens !== undefined) return;
    token.text = escapeHtmlText(String(token.text));
    token.escaped = true;
  });
}

interface HeadingWithId extends Tokens.Heading {
  attributes?: ReadonlyMap<string, string>;
}

function addIds(tokens: TokensList): void {
  const slug = createSlugger();
  void new Marked().walkTokens(tokens, (token: Token) => {
    if (!isHeading(token)) return;
    token.attributes = new Map([["id", slug(plainTextOf(token.tokens))]]);
  });
}

function isHeading(token: Token): token is HeadingWithId {
  return token.type === "heading";
}

function idOf(token: HeadingWithId): string {
  return token.attributes?.get("id") ?? "";
}
