// A source → liquidjs templates, each behind a guard: what cannot be read empties its own place and is told to the author.

import { Parser, ParseStream, toValueSync, Value } from "liquidjs";
import type { Context, Liquid, Template, TopLevelToken } from "liquidjs";
import { createOutput, createText, guardTemplate, reasonOf } from "./guarded-template.ts";
import { laxMarkup, literalBackslashes } from "./lax-markup.ts";
import type { LiquidRun } from "./liquid-run.ts";
import { OutputToken, PlacedTagToken, TextToken } from "./liquid-tokens.ts";
import { matchBlocks } from "./match-blocks.ts";
import type { TagPiece } from "./match-blocks.ts";
import { scanLiquid } from "./scan-liquid.ts";
import type { LiquidPiece } from "./scan-liquid.ts";

/** Tags and outputs that one source may hold; the longest real post has about 300. */
const MAX_TAGS = 5000;

/** Tags that read their words themselves; the others get expressions of liquidjs. */
const RAW_TAGS: readonly string[] = [
  "include",
  "include_cached",
  "highlight",
  "post_url",
  "link",
  "gist",
];

/** Tags that Jekyll has and this site has not, with what to do. */
const GAPS: ReadonlyMap<string, string> = new Map([
  [
    "include_relative",
    "files beside the post cannot be included; move the file to _includes and use include",
  ],
  ["render", "it belongs to newer releases of Liquid; use include"],
]);

const NOTHING = createText("");

/** Parses for one run. liquidjs hands it to the tags, whose blocks come back through {@link parseStream}. */
export class TolerantParser extends Parser {
  readonly run: LiquidRun;
  readonly #engine: Liquid;
  /** Names of unknown tags, so that their end tags are not told as well. */
  readonly #unknown = new Set<string>();

  constructor(engine: Liquid, run: LiquidRun) {
    super(engine);
    this.#engine = engine;
    this.run = run;
  }

  /** A whole source. Never throws. */
  parseSource(source: string): Template[] {
    return this.parseBlock(this.#readTokens(source), null);
  }

  /** The templates up to the tag named `end`, which is taken too; to the end of the tokens if it is null. */
  parseBlock(tokens: TopLevelToken[], end: string | null): Template[] {
    const templates: Template[] = [];
    for (let token = tokens.shift(); token !== undefined; token = tokens.shift()) {
      if (token instanceof PlacedTagToken && token.name === end) break;
      templates.push(this.#parse(token, tokens));
    }
    return templates;
  }

  /** Liquid inside a tag's own words, as in `{% include {{ page.box }}.html %}`. */
  renderInline(markup: string, context: Context): string {
    return String(
      toValueSync(this.#engine.renderer.renderTemplates(this.parseSource(markup), context)),
    );
  }

  override parseStream(tokens: TopLevelToken[]): ParseStream {
    return new ParseStream(tokens, (token, rest) => this.#parse(token, rest));
  }

  #parse(token: TopLevelToken, rest: TopLevelToken[]): Template {
    if (token instanceof OutputToken) return this.#parseOutput(token);
    if (token instanceof PlacedTagToken) return this.#parseTag(token, rest);
    return guardTemplate(token, createText(token.input));
  }

  /** What cannot be read strictly is read as far as it can be, as in Jekyll's error mode `warn`. */
  #parseOutput(token: OutputToken): Template {
    const { content, offset } = token;
    for (const markup of [content, laxMarkup(content)]) {
      try {
        return guardTemplate(
          token,
          createOutput(new Value(literalBackslashes(markup), this.#engine)),
        );
      } catch {
        const message = `Cannot read "{{${content.slice(0, 80)}}}" to its end: check its quotes and filters`;
        if (markup === content) this.run.warn("syntax", message, offset);
      }
    }
    return guardTemplate(token, NOTHING);
  }

  #parseTag(token: PlacedTagToken, rest: TopLevelToken[]): Template {
    try {
      const TagClass = this.#engine.tags[token.name];
      if (TagClass === undefined) throw new Error("it stands in no block");
      return guardTemplate(token, new TagClass(token, rest, this.#engine, this));
    } catch (error) {
      this.run.warn("syntax", `Cannot read {% ${token.name} %}: ${reasonOf(error)}`, token.offset);
      skipBlock(token, rest);
      return guardTemplate(token, NOTHING);
    }
  }

  #readTokens(source: string): TopLevelToken[] {
    const pieces = scanLiquid(source);
    const { closers, faults } = matchBlocks(pieces);
    const placed = new Map<LiquidPiece, PlacedTagToken>();
    const tokens: TopLevelToken[] = [];
    let tags = 0;
    for (const piece of pieces) {
      if (piece.kind !== "text") tags += 1;
      if (piece.kind !== "text" && tags > MAX_TAGS) continue;
      const token = this.#createToken(piece, piece.kind === "tag" ? faults.get(piece) : undefined);
      if (token !== null) tokens.push(token);
      if (token instanceof PlacedTagToken) placed.set(piece, token);
    }
    for (const [opener, closer] of closers) {
      const token = placed.get(opener);
      if (token !== undefined) token.closer = placed.get(closer) ?? null;
    }
    if (tags > MAX_TAGS)
      this.run.warn("limit", `Cannot read more than ${MAX_TAGS} tags`, source.length);
    return tokens;
  }

  #createToken(piece: LiquidPiece, fault: string | undefined): TopLevelToken | null {
    if (piece.kind === "text") return new TextToken(piece.text);
    if (piece.kind === "output") return new OutputToken(piece.markup, piece.offset);
    if (piece.kind === "fault") {
      const message = `Cannot read "${piece.text.slice(0, 40)}": ${piece.fault}; put {% raw %} before text that is no Liquid, {% endraw %} after it`;
      this.run.warn("syntax", message, piece.offset);
      return new TextToken(piece.text);
    }
    if (fault === undefined) return this.#createTag(piece);
    this.run.warn("syntax", `Cannot use tag: ${fault}`, piece.offset);
    return null;
  }

  #createTag(piece: TagPiece): TopLevelToken | null {
    const { name, offset } = piece;
    // liquidjs refuses words after `else` and end tags, Ruby ignores them.
    if (isEndTag(name) || name === "else")
      return new PlacedTagToken(this.#engine, { ...piece, args: "" });
    if (name === "elsif" || name === "when" || Object.hasOwn(this.#engine.tags, name)) {
      const args = RAW_TAGS.includes(name) ? piece.args : literalBackslashes(piece.args);
      return new PlacedTagToken(this.#engine, { ...piece, args });
    }
    if (name.startsWith("end") && this.#unknown.has(name.slice(3))) return null;
    this.#unknown.add(name);
    const advice =
      GAPS.get(name) ??
      "neither Jekyll nor this site has it, and plugins do not run here; remove it";
    const message = `Cannot use tag "${name}": ${advice}`;
    this.run.warn("unknown-tag", message, offset);
    return null;
  }
}

function isEndTag(name: string): boolean {
  return ["if", "unless", "case", "for", "tablerow", "capture", "highlight"].some(
    (block) => name === `end${block}`,
  );
}

/** A block whose first tag cannot be read is left out to its end. */
function skipBlock({ closer }: PlacedTagToken, rest: TopLevelToken[]): void {
  if (closer === null || !rest.includes(closer)) return;
  while (rest.length > 0) if (rest.shift() === closer) return;
}
