// KaTeX's MathML → MathML Core, which is what browsers draw: letters instead of variants, styles instead of column attributes.

import { escapeText } from "../../post/safe-html.ts";
import { mathLetters } from "./math-letters.ts";

/** KaTeX's own tags and text; attributes are kept as written. */
const PART = /<(\/?)([a-z]+)([^>]*)>|[^<]+/g;

/** Elements that hold text only; KaTeX puts elements into them, and browsers then draw them as text. */
const TOKEN_ELEMENTS: readonly string[] = ["mi", "mo", "mn"];

interface Table {
  readonly columns: readonly string[];
  /** Whether columns touch, as in `aligned`. */
  readonly isTight: boolean;
  /** Whether its rows carry numbers; KaTeX then shifts the columns of numbered rows by one. */
  readonly hasNumbers: boolean;
  column: number;
}

interface Printer {
  readonly tables: Table[];
  readonly closers: string[];
  readonly numbers: string[];
  /** The letters' variant of the element that is open; "" for none. */
  variant: string;
}

/**
 * Markup of one formula; `numbers` are what stands beside its numbered rows, in order.
 *
 * @example toMathmlCore('<mi mathvariant="double-struck">R</mi>', []) // → <mi>ℝ</mi>
 */
export function toMathmlCore(markup: string, numbers: readonly string[]): string {
  const printer: Printer = { tables: [], closers: [], numbers: [...numbers], variant: "" };
  const hasNumbers = markup.includes("mml-eqn-num");
  const parts = [...markup.matchAll(PART)];
  return parts
    .map((part, index) => {
      const [text, slash, name, attributes = ""] = part;
      if (name === undefined) return mathLetters(text, printer.variant);
      if (slash === "/") return closeElement(name, printer);
      const next = parts[index + 1];
      const hasElement = next?.[2] !== undefined && next[1] === "";
      return openElement(
        { name, attributes, hasElement, next: next?.[0] ?? "", hasNumbers },
        printer,
      );
    })
    .join("");
}

interface Opening {
  readonly name: string;
  readonly attributes: string;
  readonly hasElement: boolean;
  /** The part after this tag. */
  readonly next: string;
  readonly hasNumbers: boolean;
}

function openElement(opening: Opening, printer: Printer): string {
  const { name, attributes, hasElement } = opening;
  if (attributes.endsWith("/")) return `<${name}${attributes}>`; // an empty element, such as <mspace/>
  if (name === "mtable") return openTable(opening, printer);
  if (name === "mtr") return openRow(opening, printer);
  if (name === "mtd") return openCell(attributes, printer);
  const written = hasElement && TOKEN_ELEMENTS.includes(name) ? "mrow" : name;
  printer.closers.push(written);
  const variant = attributeOf(attributes, "mathvariant");
  printer.variant = variant === "normal" ? "" : variant;
  const kept = printer.variant === "" ? attributes : attributes.replace(/ mathvariant="[^"]*"/, "");
  return `<${written}${kept}>`;
}

function closeElement(name: string, printer: Printer): string {
  printer.variant = "";
  if (name === "mtable") printer.tables.pop();
  return `</${printer.closers.pop() ?? name}>`;
}

function openTable({ attributes, hasNumbers }: Opening, printer: Printer): string {
  const isOutermost = printer.tables.length === 0;
  printer.tables.push({
    columns: attributeOf(attributes, "columnalign").split(" "),
    isTight: attributeOf(attributes, "columnspacing").startsWith("0em"),
    hasNumbers: hasNumbers && isOutermost,
    column: 0,
  });
  printer.closers.push("mtable");
  // KaTeX sets a whole formula with \tag into a table, and tables are not in display style by themselves.
  if (attributes.includes('width="100%"')) return `<mtable displaystyle="true" style="width:100%">`;
  return hasNumbers && isOutermost
    ? `<mtable${attributes} style="width:100%">`
    : `<mtable${attributes}>`;
}

function openRow({ attributes, next }: Opening, printer: Printer): string {
  const table = printer.tables.at(-1);
  printer.closers.push("mtr");
  if (table === undefined) return `<mtr${attributes}>`;
  const isNumbered = next.includes("mtr-glue");
  table.column = isNumbered ? -1 : 0;
  return `<mtr${attributes}>${table.hasNumbers && !isNumbered ? "<mtd></mtd>" : ""}`;
}

function openCell(attributes: string, printer: Printer): string {
  const table = printer.tables.at(-1);
  printer.closers.push("mtd");
  if (attributes.includes("mml-eqn-num")) {
    return `<mtd class="eqn-num"><mtext>${escapeText(printer.numbers.shift() ?? "")}</mtext>`;
  }
  if (attributes.includes("mtr-glue")) {
    if (table !== undefined && table.column < 0) table.column = 0;
    return '<mtd style="width:50%">';
  }
  if (attributes.includes("width=")) return '<mtd style="width:50%">';
  if (table === undefined) return `<mtd${attributes}>`;
  const style = cellStyle(table);
  table.column += 1;
  return style === "" ? `<mtd${attributes}>` : `<mtd${attributes} style="${style}">`;
}

function cellStyle({ columns, column, isTight }: Table): string {
  const align = columns[column] ?? columns.at(-1) ?? "";
  const styles: string[] = [];
  if (align === "left" || align === "right") styles.push(`text-align:${align}`);
  if (isTight)
    styles.push(column > 0 && column % 2 === 0 ? "padding:.5ex 0 .5ex 2em" : "padding:.5ex 0");
  return styles.join(";");
}

function attributeOf(attributes: string, name: string): string {
  const start = attributes.indexOf(`${name}="`);
  if (start < 0) return "";
  const from = start + name.length + 2;
  return attributes.slice(from, attributes.indexOf('"', from));
}
