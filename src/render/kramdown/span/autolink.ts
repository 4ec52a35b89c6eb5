// Links between angle brackets, `<https://example.org>` and `<name@example.org>`. Bare addresses are text.

import { DOT, HYPHEN, isAsciiLetter, isLetterOrDigitAt, UNDERSCORE } from "../characters.ts";
import { escapeHtmlText } from "../escape.ts";
import type { SpanConstruct } from "../construct.ts";
import type { SpanScanner } from "../span-scanner.ts";

export const autolink: SpanConstruct = { name: "autolink", startsWith: "<", read: readAutolink };

const SCHEMES = ["mailto:", "http:", "https:", "ftp:", "ftps:"];

function readAutolink(scanner: SpanScanner): boolean {
  const { text, position, searches } = scanner;
  const start = position + 1;
  const scheme = SCHEMES.find((one) => text.startsWith(one, start));
  if (scheme === undefined && !isAddressCharacter(text, start)) return false;
  const close = searches.find(">", start);
  if (close === -1) return false;
  const newline = searches.find("\n", start);
  if (newline !== -1 && newline < close) return false;
  if (scheme === undefined ? !isEmailAddress(text, start, close) : close === start + scheme.length)
    return false;
  const target = text.slice(start, close);
  const shown = target.startsWith("mailto:") ? target.slice("mailto:".length) : target;
  scanner.position = close + 1;
  scanner.add({
    type: "link",
    raw: text.slice(position, close + 1),
    href: scheme === undefined ? `mailto:${target}` : target,
    title: null,
    text: shown,
    tokens: [{ type: "text", raw: shown, text: escapeHtmlText(shown), escaped: true }],
    attributes: null,
  });
  return true;
}

function isEmailAddress(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && isAddressCharacter(text, at)) at += 1;
  if (at === start || text[at] !== "@") return false;
  const host = text.slice(at + 1, end);
  const dot = host.lastIndexOf(".");
  if (dot <= 0 || host.includes("..")) return false;
  for (let index = at + 1; index < end; index += 1)
    if (!isAddressCharacter(text, index)) return false;
  const top = host.slice(dot + 1);
  return (
    top !== "" &&
    top === top.toLowerCase() &&
    [...top].every((sign) => isAsciiLetter(sign.charCodeAt(0)))
  );
}

function isAddressCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === HYPHEN || code === DOT || code === UNDERSCORE || isLetterOrDigitAt(text, at);
}
