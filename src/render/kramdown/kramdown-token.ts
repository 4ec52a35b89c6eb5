// Every token of the dialect. Names and fields are marked's own where they mean the same.

import type { AbbreviationToken } from "./abbreviations.ts";
import type { BlockquoteToken } from "./block/blockquote.ts";
import type { BreakToken } from "./span/line-break.ts";
import type { CheckboxToken } from "./block/task-list.ts";
import type { CodeSpanToken } from "./span/code-span.ts";
import type { CodeToken } from "./block/code-block.ts";
import type {
  DefinitionListToken,
  DefinitionTermToken,
  DefinitionToken,
} from "./block/definition-list.ts";
import type { DelToken } from "./span/strikethrough.ts";
import type { EmphasisToken } from "./span/emphasis.ts";
import type { FootnoteReferenceToken } from "./span/footnote-reference.ts";
import type { HeadingToken } from "./block/heading.ts";
import type { HtmlElementToken, HtmlToken } from "./block/html-block.ts";
import type { ImageToken, LinkToken } from "./span/link.ts";
import type { InlineMathToken } from "./span/inline-math.ts";
import type { ListItemToken, ListToken } from "./block/list.ts";
import type { MarkToken } from "./block/end-of-block.ts";
import type { MathBlockToken } from "./block/math-block.ts";
import type { ParagraphToken } from "./block/paragraph.ts";
import type { RuleToken } from "./block/horizontal-rule.ts";
import type { SpaceToken } from "./block/blank-line.ts";
import type { TableToken } from "./block/table.ts";
import type { TextToken } from "./span/text.ts";

export type KramdownToken =
  | AbbreviationToken
  | BlockquoteToken
  | BreakToken
  | CheckboxToken
  | CodeSpanToken
  | CodeToken
  | DefinitionListToken
  | DefinitionTermToken
  | DefinitionToken
  | DelToken
  | EmphasisToken
  | FootnoteReferenceToken
  | HeadingToken
  | HtmlElementToken
  | HtmlToken
  | ImageToken
  | InlineMathToken
  | LinkToken
  | ListItemToken
  | ListToken
  | MarkToken
  | MathBlockToken
  | ParagraphToken
  | RuleToken
  | SpaceToken
  | TableToken
  | TextToken;
