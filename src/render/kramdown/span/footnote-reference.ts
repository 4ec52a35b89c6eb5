// References to footnotes, `[^name]`, where the footnote is defined.

import { endOfFootnoteName } from "../block/footnote-definition.ts";
import { printFootnoteReference } from "../footnotes.ts";
import type { Attributes } from "../attribute-list.ts";
import type { SpanConstruct } from "../construct.ts";
import type { SpanScanner } from "../span-scanner.ts";

export interface FootnoteReferenceToken {
  type: "footnote_reference";
  raw: string;
  name: string;
  attributes: Attributes | null;
}

export const footnoteReference: SpanConstruct = {
  name: "footnote reference",
  startsWith: "[",
  read: readFootnoteReference,
  prints: [{ type: "footnote_reference", print: printFootnoteReference }],
};

function readFootnoteReference(scanner: SpanScanner): boolean {
  const { text, position } = scanner;
  const nameEnd = endOfFootnoteName(text, position);
  if (nameEnd === -1) return false;
  const name = text.slice(position + 2, nameEnd);
  const raw = text.slice(position, nameEnd + 1);
  scanner.position = nameEnd + 1;
  if (scanner.document.footnotes.has(name)) {
    scanner.add({ type: "footnote_reference", raw, name, attributes: null });
  } else scanner.addText(raw);
  return true;
}
