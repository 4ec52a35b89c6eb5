// GitHub's alerts: a quote that begins with `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`.

import type { Token, Tokens } from "marked";

export interface AlertToken extends Tokens.Blockquote {
  /** `note`, `tip`, `important`, `warning` or `caution`; a plain quote has none. */
  alert?: string;
}

const MARK = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/i;

/** Takes the marks out of the top level's quotes that are alerts, as on GitHub. */
export function markAlerts(tokens: readonly Token[]): void {
  for (const token of tokens) if (isBlockquote(token)) markAlert(token);
}

function isBlockquote(token: Token): token is AlertToken {
  return token.type === "blockquote";
}

function markAlert(quote: AlertToken): void {
  const [paragraph] = quote.tokens;
  if (paragraph?.type !== "paragraph") return;
  const [text] = paragraph.tokens ?? [];
  if (text?.type !== "text") return;
  const mark = MARK.exec(text.raw);
  if (mark === null) return;
  quote.alert = mark[1]?.toLowerCase() ?? "";
  const rest = text.raw.slice(mark[0].length);
  text.raw = rest;
  if ("text" in text) text.text = rest;
  if (rest === "" && paragraph.tokens?.length === 1) quote.tokens.shift();
}

/** The start of an alert's markup, its title in it; null for a plain quote. */
export function printAlertStart({ alert }: AlertToken): string | null {
  if (alert === undefined) return null;
  const title = alert.charAt(0).toUpperCase() + alert.slice(1);
  return `<div class="markdown-alert markdown-alert-${alert}">\n<p class="markdown-alert-title">${title}</p>\n`;
}
