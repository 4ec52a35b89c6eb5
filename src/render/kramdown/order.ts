// The dialect at a glance: which constructs there are, and in which order they are tried at a place.

import { abbreviationPrinter } from "./abbreviations.ts";
import { autolink } from "./span/autolink.ts";
import { abbreviationDefinition, linkDefinition } from "./block/definitions.ts";
import { atxHeading, setextHeading } from "./block/heading.ts";
import { blankLine } from "./block/blank-line.ts";
import { blockAttributeList } from "./block/block-attribute-list.ts";
import { blockExtension } from "./block/block-extension.ts";
import { blockquote } from "./block/blockquote.ts";
import { BRACKET_CLOSE } from "./characters.ts";
import { checkboxPrinter } from "./block/task-list.ts";
import { codeSpan } from "./span/code-span.ts";
import { definitionList } from "./block/definition-list.ts";
import { emphasis } from "./span/emphasis.ts";
import { endOfBlock } from "./block/end-of-block.ts";
import { entity } from "./span/entity.ts";
import { escape } from "./span/escape.ts";
import { fencedCode, indentedCode } from "./block/code-block.ts";
import { footnoteDefinition } from "./block/footnote-definition.ts";
import { footnoteReference } from "./span/footnote-reference.ts";
import { horizontalRule } from "./block/horizontal-rule.ts";
import { htmlBlock } from "./block/html-block.ts";
import { htmlSpan } from "./span/html-span.ts";
import { inlineMath } from "./span/inline-math.ts";
import { lineBreak } from "./span/line-break.ts";
import { link } from "./span/link.ts";
import { list } from "./block/list.ts";
import { mathBlock } from "./block/math-block.ts";
import { paragraph } from "./block/paragraph.ts";
import { smartQuotes } from "./span/smart-quotes.ts";
import { spanExtension } from "./span/span-extension.ts";
import { strikethrough } from "./span/strikethrough.ts";
import { table } from "./block/table.ts";
import { textPrinter } from "./span/text.ts";
import { typography } from "./span/typography.ts";
import type {
  BlockConstruct,
  BlockOrder,
  SpanConstruct,
  SpanOrder,
  TokenPrinter,
} from "./construct.ts";

/** What a construct's first line ends: the lazy lines of anything, or only a paragraph, always or in GFM. */
type Ends = "lazy lines" | "a paragraph" | "a paragraph in GFM" | null;

const BLOCKS: readonly (readonly [construct: BlockConstruct, ends: Ends])[] = [
  [blankLine, "lazy lines"],
  [indentedCode, null],
  [fencedCode, "a paragraph in GFM"],
  [atxHeading, "a paragraph in GFM"],
  [blockquote, "a paragraph in GFM"],
  [horizontalRule, null],
  [list, "a paragraph in GFM"],
  [definitionList, "a paragraph"],
  [htmlBlock, "lazy lines"],
  [setextHeading, null],
  [mathBlock, null],
  [table, null],
  [footnoteDefinition, null],
  [linkDefinition, null],
  [abbreviationDefinition, null],
  [blockExtension, null],
  [blockAttributeList, "lazy lines"],
  [endOfBlock, "lazy lines"],
  [paragraph, null],
];

const SPANS: readonly SpanConstruct[] = [
  strikethrough,
  emphasis,
  codeSpan,
  autolink,
  htmlSpan,
  footnoteReference,
  link,
  smartQuotes,
  inlineMath,
  spanExtension,
  entity,
  typography,
  lineBreak,
  escape,
];

const ASCII = 0x80;

class BlockTable implements BlockOrder {
  readonly #byCode: readonly (readonly BlockConstruct[])[];
  readonly #others: readonly BlockConstruct[];
  readonly #lazy: BlockTableColumn;
  readonly #paragraph: BlockTableColumn;

  constructor(hasParagraphEnd: boolean) {
    const constructs = BLOCKS.map(([construct]) => construct);
    this.#others = constructs.filter(({ startsWith }) => startsWith === null);
    this.#byCode = Array.from({ length: ASCII }, (_, code) =>
      constructs.filter(
        ({ startsWith }) => startsWith === null || startsWith.includes(String.fromCharCode(code)),
      ),
    );
    this.#lazy = new BlockTableColumn(BLOCKS.filter(([, ends]) => ends === "lazy lines"));
    this.#paragraph = new BlockTableColumn(
      BLOCKS.filter(
        ([, ends]) => ends !== null && (hasParagraphEnd || ends !== "a paragraph in GFM"),
      ),
    );
  }

  constructsAt(code: number): readonly BlockConstruct[] {
    return this.#byCode[code] ?? this.#others;
  }

  readonly endsParagraph: BlockOrder["endsParagraph"] = (scanner, at) =>
    this.#paragraph.endAt(scanner, at);

  readonly endsLazyLines: BlockOrder["endsLazyLines"] = (scanner, at) =>
    this.#lazy.endAt(scanner, at);
}

// The constructs that end something, by the first character of a line that is no white space.
class BlockTableColumn {
  readonly #byCode: readonly (readonly BlockConstruct[])[];

  constructor(rows: readonly (readonly [BlockConstruct, Ends])[]) {
    this.#byCode = Array.from({ length: ASCII }, (_, code) =>
      rows
        .map(([construct]) => construct)
        .filter(({ startsWith }) => startsWith?.includes(String.fromCharCode(code))),
    );
  }

  readonly endAt: BlockOrder["endsParagraph"] = (scanner, at) => {
    const { text } = scanner;
    let first = at;
    while (text.charCodeAt(first) === 0x20) first += 1;
    if (first >= text.length || isOtherSpace(text.charCodeAt(first)))
      return blankLine.interrupts?.(scanner, at) ?? false;
    const constructs = this.#byCode[text.charCodeAt(first)];
    return (
      constructs !== undefined &&
      constructs.some((construct) => construct.interrupts?.(scanner, at) ?? false)
    );
  };
}

function isOtherSpace(code: number): boolean {
  return code >= 0x09 && code <= 0x0d;
}

class SpanTable implements SpanOrder {
  readonly inRawHtml: SpanOrder;
  readonly starts: Uint8Array = new Uint8Array(ASCII);
  readonly #byCode: readonly (readonly SpanConstruct[])[];

  constructor(constructs: readonly SpanConstruct[], inRawHtml: SpanOrder | null) {
    this.inRawHtml = inRawHtml ?? this;
    this.#byCode = Array.from({ length: ASCII }, (_, code) => {
      const sign = String.fromCharCode(code);
      return constructs.filter(({ startsWith }) => startsWith.includes(sign));
    });
    this.#byCode.forEach((starting, code) => {
      // A bracket ends the text of a link; nothing begins with it.
      if (starting.length > 0 || code === BRACKET_CLOSE) this.starts[code] = 1;
    });
  }

  constructsAt(code: number): readonly SpanConstruct[] {
    return this.#byCode[code] ?? [];
  }
}

/** GFM's: more blocks end a paragraph. */
export const BLOCKS_ENDING_PARAGRAPHS: BlockOrder = new BlockTable(true);
/** kramdown's own. */
export const BLOCKS_AT_BOUNDARIES: BlockOrder = new BlockTable(false);
export const SPAN_ORDER: SpanOrder = new SpanTable(SPANS, new SpanTable([htmlSpan], null));

/** Of typography alone. */
export const TYPOGRAPHY_ORDER: SpanOrder = new SpanTable(
  [htmlSpan, smartQuotes, entity, typography],
  new SpanTable([htmlSpan], null),
);

/** The printers of all tokens. */
export const TOKEN_PRINTERS: readonly TokenPrinter[] = [
  ...BLOCKS.flatMap(([construct]) => construct.prints ?? []),
  ...SPANS.flatMap((construct) => construct.prints ?? []),
  textPrinter,
  checkboxPrinter,
  abbreviationPrinter,
];
