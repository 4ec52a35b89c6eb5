// Values as text the way Ruby prints them in a template, and as Ruby's `inspect`.

import { timeOf } from "./liquid-time.ts";
import { formatTime } from "./strftime.ts";

/** Containers inside each other that are printed; a deeper one is "…". */
const MAX_DEPTH = 16;

/**
 * @example rubyText(["a", 1, null], "UTC") // → a1
 * @example rubyText(new Date(0), "UTC") // → 1970-01-01 00:00:00 +0000
 */
export function rubyText(value: unknown, timeZone: string, depth = 0): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (depth > MAX_DEPTH) return "…";
  if (value instanceof Date) return formatTime(timeOf(value, timeZone), "%Y-%m-%d %H:%M:%S %z");
  if (Array.isArray(value))
    return value.map((item) => rubyText(item, timeZone, depth + 1)).join("");
  return typeof value === "object" ? rubyInspect(value, timeZone, depth) : "";
}

/** @example rubyInspect({ a: [1, null] }, "UTC") // → {"a"=>[1, nil]} */
export function rubyInspect(value: unknown, timeZone: string, depth = 0): string {
  if (value === null || value === undefined) return "nil";
  if (typeof value === "string") return inspectString(value);
  if (depth > MAX_DEPTH) return "…";
  if (Array.isArray(value)) {
    return `[${value.map((item) => rubyInspect(item, timeZone, depth + 1)).join(", ")}]`;
  }
  if (typeof value !== "object" || value instanceof Date) return rubyText(value, timeZone);
  const pairs = Object.entries(value).map(
    ([key, item]) => `${inspectString(key)}=>${rubyInspect(item, timeZone, depth + 1)}`,
  );
  return `{${pairs.join(", ")}}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
  "\u001B": "\\e",
};

function inspectString(text: string): string {
  const escaped = text.replace(
    /["\\\n\t\r\u001B]|#(?=[{$@])/g,
    (character) => ESCAPES[character] ?? `\\${character}`,
  );
  return `"${escaped}"`;
}
