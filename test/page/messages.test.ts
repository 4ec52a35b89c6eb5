import { describe, expect, it } from "vitest";
import { createFormats, ownLanguageName } from "../../src/page/formats.ts";
import { en } from "../../src/page/messages/en.ts";
import { MESSAGE_LOCALES, messagesFor } from "../../src/page/messages/messages-for.ts";
import type { Messages } from "../../src/page/messages/messages.ts";
import { locale } from "./sample.ts";

function messages(tag: string): Messages {
  const found = messagesFor(locale(tag));
  if (found === null) throw new Error(`Cannot find messages of "${tag}"`);
  return found;
}

/** Every text of a locale, functions called with a mark. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return [String(Reflect.apply(value, null, ["◊"]))];
  return Object.values(value ?? {}).flatMap(textsOf);
}

describe("messagesFor()", () => {
  it("has the twelve languages", () => {
    expect([...MESSAGE_LOCALES].sort()).toEqual(
      ["ar", "az", "de", "en", "es", "fr", "it", "nl", "pt-BR", "ru", "tr", "uk"].sort(),
    );
  });

  it("finds a relative's messages when the locale has none of its own", () => {
    expect(messagesFor(locale("pt-PT"))).toBe(messages("pt-BR"));
    expect(messagesFor(locale("de-AT"))).toBe(messages("de"));
  });

  it("is null when nobody wrote them", () => {
    expect(messagesFor(locale("ja"))).toBeNull();
  });

  it("leaves no text empty, and no value out of a text that takes one", () => {
    for (const tag of MESSAGE_LOCALES) {
      expect(
        textsOf(messages(tag)).filter((text) => text.trim() === ""),
        tag,
      ).toEqual([]);
      const { page, updated, writtenIn, tag: tagged, category, before } = messages(tag);
      for (const message of [page, updated, writtenIn, tagged, category, before])
        expect(message("◊"), tag).toContain("◊");
    }
  });

  it("says nothing in English elsewhere but words that are the same", () => {
    const same: readonly string[] = ["Site", "Feed", "Pages", "Page ◊", "Formula"];
    const english = new Set(textsOf(en).filter((text) => !same.includes(text)));
    for (const tag of MESSAGE_LOCALES.filter((other) => other !== "en")) {
      expect(
        textsOf(messages(tag)).filter((text) => english.has(text)),
        tag,
      ).toEqual([]);
    }
  });
});

describe("Formats.plural()", () => {
  it("has a form for every category of Intl.PluralRules", () => {
    for (const tag of MESSAGE_LOCALES) {
      const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
      expect(Object.keys(messages(tag).readingTime).sort(), tag).toEqual(
        [...pluralCategories].sort(),
      );
    }
  });

  it("chooses Arabic's six forms", () => {
    const formats = createFormats(locale("ar"), "UTC");
    const readingTime = (minutes: number): string =>
      formats.plural(messages("ar").readingTime, minutes);
    expect([0, 1, 2, 5, 11, 100].map(readingTime)).toEqual([
      "أقل من دقيقة قراءة",
      "دقيقة قراءة واحدة",
      "دقيقتا قراءة",
      "5 دقائق قراءة",
      "11 دقيقة قراءة",
      "100 دقيقة قراءة",
    ]);
  });

  it("chooses Russian's forms", () => {
    const formats = createFormats(locale("ru"), "UTC");
    const forms = messages("ru").readingTime;
    expect([1, 3, 5, 21].map((minutes) => formats.plural(forms, minutes))).toEqual([
      "1 минута чтения",
      "3 минуты чтения",
      "5 минут чтения",
      "21 минута чтения",
    ]);
  });
});

describe("Formats.day()", () => {
  it("is the day in the site's time zone", () => {
    const lateEvening = Date.UTC(2018, 8, 24, 22, 30);
    expect(createFormats(locale("tr"), "Europe/Istanbul").day(lateEvening)).toBe("25 Eylül 2018");
    expect(createFormats(locale("tr"), "UTC").day(lateEvening)).toBe("24 Eylül 2018");
  });
});

describe("ownLanguageName()", () => {
  it("begins with the language's own capital", () => {
    const names = ["tr", "fr", "ru", "ar", "ja", "ka", "pt-BR"].map((tag) =>
      ownLanguageName(locale(tag)),
    );
    expect(names).toEqual([
      "Türkçe",
      "Français",
      "Русский",
      "العربية",
      "日本語",
      "ქართული",
      "Português (Brasil)",
    ]);
  });

  it("is the tag when Intl knows no name", () => {
    expect(ownLanguageName(locale("qaa"))).toBe("qaa");
  });
});
