// Pieces of Liquid as the token classes that liquidjs's blocks expect.

import { TagToken, Token, TokenKind } from "liquidjs";
import type { Liquid } from "liquidjs";
import type { TagPiece } from "./match-blocks.ts";

/** Text between tags. */
export class TextToken extends Token {
  readonly trimLeft = 0;
  readonly trimRight = 0;

  constructor(text: string) {
    super(TokenKind.HTML, text, 0, text.length);
  }

  getContent(): string {
    return this.input;
  }
}

/** `{{ … }}`; `content` is what stands between the braces. */
export class OutputToken extends Token {
  readonly trimLeft = false;
  readonly trimRight = false;
  readonly contentRange: [number, number];
  readonly content: string;
  readonly offset: number;

  constructor(markup: string, offset: number) {
    super(TokenKind.Output, `{{${markup}}}`, 0, markup.length + 4);
    this.content = markup;
    this.contentRange = [2, markup.length + 2];
    this.offset = offset;
  }
}

/** A tag that knows where it stands and where its block ends. */
export class PlacedTagToken extends TagToken {
  readonly offset: number;
  /** The closing tag of a block; null for other tags. */
  closer: PlacedTagToken | null = null;

  constructor(liquid: Liquid, { name, args, offset }: Pick<TagPiece, "name" | "args" | "offset">) {
    const markup = `{% ${name} ${args} %}`;
    super(markup, 0, markup.length, liquid.options);
    this.offset = offset;
  }
}
