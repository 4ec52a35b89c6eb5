// Tables: lines with pipes between two boundaries of blocks. Lines of dashes end the head or a body, a line
// of equals signs begins the foot; a table needs no head.

import { type AttributeList, type Attributes, printAttributes } from "../attribute-list.ts";
import { BACKSLASH, isBlank, NEWLINE, trimEnd, trimStart } from "../characters.ts";
import { isBeforeBoundary } from "./math-block.ts";
import { skipOptionalSpace, type BlockScanner } from "../block-scanner.ts";
import { splitCells } from "./table-cells.ts";
import { hasPipeOnEachLine } from "./table-pipes.ts";
import type { BlockConstruct } from "../construct.ts";
import type { KramdownToken } from "../kramdown-token.ts";
import type { Printing } from "../printing.ts";

export type Alignment = "left" | "center" | "right" | null;

export interface TableCell {
  text: string;
  tokens: KramdownToken[];
  header: boolean;
  align: Alignment;
  readonly line: number;
  readonly isInHtml: boolean;
}

export interface TableSection {
  readonly name: "thead" | "tbody" | "tfoot";
  readonly rows: TableCell[][];
}

export interface TableToken {
  type: "table";
  raw: string;
  align: Alignment[];
  /** The head's first row; a table without a head has none. */
  header: TableCell[];
  /** The rows of all other sections. */
  rows: TableCell[][];
  sections: TableSection[];
  attributes: Attributes | null;
  list: AttributeList | null;
}

export const table: BlockConstruct = {
  name: "table",
  startsWith: null,
  read: readTable,
  prints: [{ type: "table", print: printTable }],
};

const SEPARATOR_SIGNS = "+|: \t-";
const FOOT_SIGNS = "+|: \t=";

interface Rows {
  readonly sections: { name: TableSection["name"]; rows: string[][] }[];
  align: Alignment[];
  columns: number;
}

function readTable(scanner: BlockScanner): boolean {
  const { text, position } = scanner;
  const start = skipOptionalSpace(text, position);
  if (!scanner.isAfterBoundary() || isBlank(text.charCodeAt(start))) return false;
  // Most lines have no pipe at all: where the next one is, is known.
  const pipe = scanner.searches.find("|", start);
  if (pipe === -1 || pipe >= scanner.endOfLine(start) || !hasPipe(text, start)) return false;
  const end = endOfRows(scanner, position);
  const { pending } = scanner;
  // What looks like a table takes the attribute list that waits, even if it turns out to be none.
  scanner.pending = null;
  if (!isBeforeBoundary(scanner, end)) return false;
  const source = text.slice(position, end);
  if (!hasPipeOnEachLine(source.slice(0, -1))) return false;
  const rows = readRows(source);
  if (!rows.sections.some((section) => section.name === "tbody")) return false;
  scanner.pending = pending;
  addTable(scanner, rows, source);
  scanner.position = end;
  return true;
}

function endOfRows(scanner: BlockScanner, start: number): number {
  let end = isLineOf(scanner.text, start, SEPARATOR_SIGNS, "-") ? scanner.endOfLine(start) : start;
  while (end < scanner.text.length && hasPipe(scanner.text, end)) end = scanner.endOfLine(end);
  return end;
}

// A pipe that no backslash stands before.
function hasPipe(text: string, at: number): boolean {
  const newline = text.indexOf("\n", at);
  const end = newline === -1 ? text.length : newline;
  for (
    let pipe = text.indexOf("|", at);
    pipe !== -1 && pipe < end;
    pipe = text.indexOf("|", pipe + 1)
  ) {
    if (pipe === at || text.charCodeAt(pipe - 1) !== BACKSLASH) return true;
  }
  return false;
}

// Whether a line holds no other signs than these, and the one at least once.
function isLineOf(text: string, at: number, signs: string, needed: string): boolean {
  let isFound = false;
  for (let index = at; index < text.length && text.charCodeAt(index) !== NEWLINE; index += 1) {
    const sign = text.charAt(index);
    if (!signs.includes(sign)) return false;
    isFound ||= sign === needed;
  }
  return isFound;
}

function readRows(source: string): Rows {
  const rows: Rows = { sections: [], align: [], columns: 0 };
  const lines = source.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const hasLeadingPipe = trimStart(lines[0] ?? "").startsWith("|");
  let current: string[][] = [];
  let hasFoot = false;
  const close = (name: TableSection["name"]): void => {
    if (current.length > 0) rows.sections.push({ name, rows: current });
    current = [];
  };
  for (const line of lines) {
    if (isLineOf(line, 0, SEPARATOR_SIGNS, "-")) {
      const endsHead = current.length > 0 && rows.align.length === 0 && !hasFoot;
      if (endsHead) rows.align = alignmentsOf(line);
      if (endsHead || !hasFoot) close(endsHead ? "thead" : "tbody");
    } else if (isLineOf(line, 0, FOOT_SIGNS, "=")) {
      close("tbody");
      hasFoot = true;
    } else {
      const cells = splitCells(trimEnd(line), hasLeadingPipe);
      rows.columns = Math.max(rows.columns, cells.length);
      current.push(cells);
    }
  }
  close(hasFoot ? "tfoot" : "tbody");
  return rows;
}

const DASHES = /(:?)-+(:?)/g;

function alignmentsOf(line: string): Alignment[] {
  return Array.from(line.matchAll(DASHES), ([, left, right]) => {
    if (left === ":") return right === ":" ? "center" : "left";
    return right === ":" ? "right" : null;
  });
}

function addTable(scanner: BlockScanner, rows: Rows, raw: string): void {
  const line = scanner.lineAt(scanner.position);
  const createCell = (text: string, column: number, header: boolean): TableCell => {
    const { isInHtml } = scanner;
    const cell = { text, tokens: [], header, align: rows.align[column] ?? null, line, isInHtml };
    if (text !== "") scanner.document.spanHolders.add(cell);
    return cell;
  };
  const sections = rows.sections.map(({ name, rows: cells }) => ({
    name,
    rows: cells.map((row) =>
      Array.from({ length: rows.columns }, (_, column) =>
        createCell(row[column] ?? "", column, name === "thead"),
      ),
    ),
  }));
  const [head] = sections;
  scanner.add({
    type: "table",
    raw,
    align: Array.from({ length: rows.columns }, (_, column) => rows.align[column] ?? null),
    header: head?.name === "thead" ? (head.rows[0] ?? []) : [],
    rows: sections.filter(({ name }) => name !== "thead").flatMap((section) => section.rows),
    sections,
    attributes: null,
    list: null,
  });
}

function printTable(token: TableToken, printing: Printing): string {
  let markup = `<table${printAttributes(token.attributes)}>\n`;
  for (const { name, rows } of token.sections) {
    markup += `<${name}>\n`;
    for (const row of rows)
      markup += `<tr>\n${row.map((cell) => printCell(cell, printing)).join("")}</tr>\n`;
    markup += `</${name}>\n`;
  }
  return `${markup}</table>\n`;
}

function printCell(cell: TableCell, printing: Printing): string {
  const tag = cell.header ? "th" : "td";
  const style = cell.align === null ? "" : ` style="text-align: ${cell.align}"`;
  const content = cell.tokens.length === 0 ? "\u00a0" : printing.spans(cell.tokens);
  return `<${tag}${style}>${content}</${tag}>\n`;
}
