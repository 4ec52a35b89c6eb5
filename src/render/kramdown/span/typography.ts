// Dashes, the ellipsis and guillemets: `--`, `---`, `...`, `<<` and `>>`.

import { BACKSLASH, DOT, GREATER_THAN, HYPHEN, LESS_THAN, SPACE } from "../characters.ts";
import type { SpanConstruct } from "../construct.ts";
import type { SpanScanner } from "../span-scanner.ts";

export const typography: SpanConstruct = {
  name: "typographic symbols",
  startsWith: "-.<>\\",
  read: readSymbol,
};

const NO_BREAK_SPACE = "\u00a0";

interface Symbol {
  /** kramdown's name, by which the options replace it. */
  readonly name: string;
  readonly text: string;
  readonly length: number;
}

function readSymbol(scanner: SpanScanner): boolean {
  const { options } = scanner.document;
  if (options.input === "GFM" && options.gfmQuirks.has("no_auto_typographic")) return false;
  const symbol = symbolAt(scanner);
  if (symbol === null) return false;
  const replaced = options.typographicSymbols.get(symbol.name) ?? symbol.text;
  scanner.addSymbol(replaced);
  scanner.position += symbol.length;
  return true;
}

function symbolAt(scanner: SpanScanner): Symbol | null {
  const code = scanner.code(0);
  if (code === BACKSLASH) return escapedGuillemet(scanner);
  if (scanner.code(1) !== code) return null;
  if (code === HYPHEN) {
    return scanner.code(2) === HYPHEN
      ? { name: "mdash", text: "—", length: 3 }
      : { name: "ndash", text: "–", length: 2 };
  }
  if (code === DOT)
    return scanner.code(2) === DOT ? { name: "hellip", text: "…", length: 3 } : null;
  if (code === LESS_THAN) return openingGuillemet(scanner);
  return code === GREATER_THAN ? closingGuillemet(scanner) : null;
}

function openingGuillemet(scanner: SpanScanner): Symbol {
  return scanner.code(2) === SPACE
    ? { name: "laquo_space", text: `«${NO_BREAK_SPACE}`, length: 3 }
    : { name: "laquo", text: "«", length: 2 };
}

// `\<<` and `\>>` stay two signs.
function escapedGuillemet(scanner: SpanScanner): Symbol | null {
  const sign = scanner.code(1);
  if ((sign !== LESS_THAN && sign !== GREATER_THAN) || scanner.code(2) !== sign) return null;
  return sign === LESS_THAN
    ? { name: "laquo_escaped", text: "<<", length: 3 }
    : { name: "raquo_escaped", text: ">>", length: 3 };
}

// The space before it was read as text; it becomes one that does not break.
function closingGuillemet(scanner: SpanScanner): Symbol {
  if (scanner.code(-1) !== SPACE || scanner.position === scanner.plainStart) {
    return { name: "raquo", text: "»", length: 2 };
  }
  scanner.dropText(1);
  return { name: "raquo_space", text: `${NO_BREAK_SPACE}»`, length: 2 };
}
