// The table of contents: a list marked `{:toc}` becomes nested lists of links to the headings.

import { printAttributes, type Attributes } from "./attribute-list.ts";
import { walkTree } from "../document-tree.ts";
import type { HeadingToken } from "./block/heading.ts";
import type { KramdownToken } from "./kramdown-token.ts";
import type { ListToken } from "./block/list.ts";
import type { Printing } from "./printing.ts";

interface Entry {
  readonly level: number;
  readonly markup: string;
  readonly children: Entry[];
}

/** The list that stands in the place of a marked list; "" in a document without headings. */
export function printToc(list: ListToken, printing: Printing): string {
  const attributes: Attributes = new Map(list.attributes);
  const id = attributes.get("id") ?? "markdown-toc";
  attributes.set("id", id);
  const roots: Entry[] = [];
  const open: Entry[] = [];
  const replaced = new Set<unknown>();
  walkTree(list.items, (token) => replaced.add(token));
  for (const heading of printing.document.headings) {
    if (replaced.has(heading) || !isListed(heading, printing)) continue;
    const entry: Entry = {
      level: heading.depth,
      markup: printLink(heading, id, printing),
      children: [],
    };
    while ((open.at(-1)?.level ?? 0) >= entry.level) open.pop();
    (open.at(-1)?.children ?? roots).push(entry);
    open.push(entry);
  }
  const tag = list.ordered ? "ol" : "ul";
  return roots.length === 0 ? "" : printEntries(roots, tag, printAttributes(attributes));
}

function isListed({ depth, attributes }: HeadingToken, { document }: Printing): boolean {
  const classes = attributes?.get("class") ?? "";
  return (
    attributes?.has("id") === true &&
    document.options.tocLevels.has(depth) &&
    !classes.split(/\s+/).includes("no_toc")
  );
}

function printLink(heading: HeadingToken, listId: string, printing: Printing): string {
  const id = heading.attributes?.get("id") ?? "";
  const attributes = printAttributes(
    new Map([
      ["href", `#${id}`],
      ["id", `${listId}-${id}`],
    ]),
  );
  return `<a${attributes}>${printing.spans(withoutLinks(heading.tokens))}</a>`;
}

// A link may hold no link, and a footnote is referred to where it stands, not here.
function withoutLinks(tokens: readonly KramdownToken[]): KramdownToken[] {
  return tokens.flatMap((token) => {
    if (token.type === "footnote_reference") return [];
    if (token.type === "link") return withoutLinks(token.tokens);
    if (!("tokens" in token) || token.tokens === undefined) return [token];
    return [{ ...token, tokens: withoutLinks(token.tokens) }];
  });
}

// At most six levels deep, as headings are.
function printEntries(entries: readonly Entry[], tag: "ol" | "ul", attributes: string): string {
  const items = entries.map(({ markup, children }) => {
    const nested = children.length === 0 ? "" : `\n${printEntries(children, tag, "")}`;
    return `<li>${markup}${nested}</li>\n`;
  });
  return `<${tag}${attributes}>\n${items.join("")}</${tag}>\n`;
}
