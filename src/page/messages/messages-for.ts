// Which locales have messages, and whose messages a locale gets.

import { type Locale, parseLocale } from "../../post/locale.ts";
import { lookup } from "../../post/lookup.ts";
import { ar } from "./ar.ts";
import { az } from "./az.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import type { Messages } from "./messages.ts";
import { nl } from "./nl.ts";
import { ptBr } from "./pt-br.ts";
import { ru } from "./ru.ts";
import { tr } from "./tr.ts";
import { uk } from "./uk.ts";

/** A new language is one file beside these and one word here. */
const MESSAGES: Readonly<Record<string, Messages>> = {
  ar,
  az,
  de,
  en,
  es,
  fr,
  it,
  nl,
  "pt-BR": ptBr,
  ru,
  tr,
  uk,
};

/** What readers get whose language has no messages. */
export const ENGLISH: Locale = toLocale("en");

/** The locales that have messages. */
export const MESSAGE_LOCALES: readonly Locale[] = Object.keys(MESSAGES).map(toLocale);

/** The messages that a reader of `locale` reads; null if there are none. */
export function messagesFor(locale: Locale): Messages | null {
  const found = lookup(locale, MESSAGE_LOCALES);
  return found === null ? null : (MESSAGES[found] ?? null);
}

function toLocale(tag: string): Locale {
  const locale = parseLocale(tag);
  if (locale === null)
    throw new TypeError(`Cannot use "${tag}" as a locale: it is no language tag`);
  return locale;
}
