import { describe, expect, it } from "vitest";
import { FieldFault, type FieldType } from "../../src/post/field-reader.ts";
import {
  byLocale,
  date,
  locale,
  locales,
  member,
  text,
  texts,
  truth,
  url,
  verbatim,
  wholeNumber,
  words,
} from "../../src/post/field-types.ts";
import { parseYamlMap } from "../../src/post/yaml-map.ts";

/** The value of `a: <yaml>`, or the fault's text. */
function read<T>(yaml: string, type: FieldType<T>): T | string | undefined {
  const field = parseYamlMap(`a: ${yaml}\n`, { file: "a", firstLine: 1, maxLength: 10_000 }).get(
    "a",
  );
  try {
    return field && type(field);
  } catch (error) {
    if (error instanceof FieldFault) return `! ${error.message}`;
    throw error;
  }
}

describe("text()", () => {
  it("takes scalars as they are written", () => {
    for (const written of ["1.10", "yes", "2024-05-31", "0x1F", "Ağaç", "~x"])
      expect(read(written, text(20))).toBe(written);
    expect(read("'it''s'", text(20))).toBe("it's");
  });

  it("makes one line of several and drops control characters", () => {
    expect(read('"a\\r\\nSet-Cookie: x\\0\\x85\\u2028b"', text(50))).toBe("a Set-Cookie: x b");
    expect(read("|\n  one\n  two", text(20))).toBe("one two");
  });

  it("replaces what XML can't hold", () => {
    expect(read('"a\\uFFFFb\\uFFFEc"', text(20))).toBe("a\uFFFDb\uFFFDc");
    expect(read('"a\\uD800b"', text(20))).toBe("a\uFFFDb");
  });

  it("refuses lists, maps and what is too long", () => {
    expect(read("[a]", text(20))).toBe("! it is a list or a map; write one text");
    expect(read("{a: b}", text(20))).toBe("! it is a list or a map; write one text");
    expect(read("abcd", text(3))).toBe("! it has 4 characters, the limit is 3; shorten it");
  });
});

describe("verbatim()", () => {
  it("keeps line breaks and spaces", () => {
    expect(read('"\\n\\n"', verbatim(10))).toBe("\n\n");
    expect(read('" x "', verbatim(10))).toBe(" x ");
  });

  it("refuses what is too long or no text", () => {
    expect(read("abcd", verbatim(3))).toBe("! it is no text of at most 3 characters");
    expect(read("[a]", verbatim(3))).toBe("! it is no text of at most 3 characters");
  });
});

describe("truth", () => {
  it("takes YAML 1.1's words, and true and false in quotes", () => {
    for (const word of ["true", "yes", "on", "Yes", '"true"', "'True'"])
      expect(read(word, truth), word).toBe(true);
    for (const word of ["false", "no", "off", "NO", '"false"'])
      expect(read(word, truth), word).toBe(false);
  });

  it("refuses whatever else", () => {
    for (const word of ["maybe", "1", "0", "[true]", "{}", "'yes'"])
      expect(read(word, truth), word).toMatch(/^! it is neither true nor false/);
  });
});

describe("wholeNumber()", () => {
  it("takes numbers within its range", () => {
    expect(read("10", wholeNumber(1, 100))).toBe(10);
    for (const written of ["0", "101", "1.5", ".nan", ".inf", "'10'", "ten", "[1]"])
      expect(read(written, wholeNumber(1, 100)), written).toBe(
        "! it is no whole number from 1 to 100",
      );
  });
});

describe("words", () => {
  it("takes a list, or a text that spaces part", () => {
    expect(read("[a b, c, 2024, no, 1.10]", words)).toEqual(["a b", "c", "2024", "no", "1.10"]);
    expect(read("a b  c", words)).toEqual(["a", "b", "c"]);
    expect(read("\n  - a\n  -\n  - b", words)).toEqual(["a", "b"]);
    expect(read("[a, a, ' a ']", words)).toEqual(["a"]);
  });

  it("refuses lists in lists, maps, and too many or too long items", () => {
    expect(read("[a, [b]]", words)).toBe('! it has a list or a map in it; write "[a, b]"');
    expect(read("{a: 1}", words)).toBe('! it is no list of texts; write "[a, b]"');
    expect(read(`[${"a,".repeat(65)}]`, words)).toBe("! it has 65 items, the limit is 64");
    expect(read(`[${"a".repeat(129)}]`, words)).toMatch(/^! it has 129 characters/);
  });
});

describe("texts", () => {
  it("takes a list or one text", () => {
    expect(read("a b", texts)).toEqual(["a b"]);
    expect(read("[a b, c]", texts)).toEqual(["a b", "c"]);
  });
});

describe("date()", () => {
  it("reads Jekyll's dates, quoted ones as local time", () => {
    expect(read("2024-05-31 10:30:00", date("Europe/Istanbul"))).toBe(
      Date.UTC(2024, 4, 31, 10, 30),
    );
    expect(read("'2024-05-31 10:30:00'", date("Europe/Istanbul"))).toBe(
      Date.UTC(2024, 4, 31, 7, 30),
    );
    for (const written of ["never", "[2024-05-31]", "2024-02-30", "1717142400"])
      expect(read(written, date("UTC")), written).toMatch(/^! it is no date; write 2024-05-31/);
  });
});

describe("locale", () => {
  it("takes tags, Norwegian too, and Jekyll's underscores", () => {
    expect(read("no", locale)).toBe("no");
    expect(read("pt_BR", locale)).toBe("pt-BR");
    expect(read("iw", locale)).toBe("he");
    expect(read("turkish", locale)).toBe(
      '! "turkish" is no language tag (BCP 47); write one such as tr or pt-BR',
    );
    expect(read("[tr]", locale)).toMatch(/^! "" is no language tag/);
    expect(read("[tr, no, en_US]", locales)).toEqual(["tr", "no", "en-US"]);
  });
});

describe("byLocale()", () => {
  it("reads values by canonical tags, Norwegian too", () => {
    expect(read("{no: Norge, en_us: yes, de: }", byLocale(text(20)))).toEqual({
      no: "Norge",
      "en-US": "yes",
    });
    expect(read("{az: [tr, no], he: iw}", byLocale(locales))).toEqual({
      az: ["tr", "no"],
      he: ["he"],
    });
  });

  it("refuses what is no map, no tag or no value", () => {
    expect(read("hello", byLocale(text(20)))).toMatch(/^! it is no map of languages/);
    expect(read("{turkish: a}", byLocale(text(20)))).toMatch(/^! "turkish" is no language tag/);
    expect(read("{__proto__: a}", byLocale(text(20)))).toMatch(/^! "__proto__" is no language tag/);
    expect(read("{en: [a]}", byLocale(text(20)))).toMatch(/^! it is a list or a map/);
  });
});

describe("member()", () => {
  it("reads a map's member", () => {
    expect(read("{name: yes, x: 1}", member("name", text(20)))).toBe("yes");
    expect(read("{x: 1}", member("name", text(20)))).toBeNull();
    expect(read("{name: }", member("name", text(20)))).toBeNull();
    expect(read("plain", member("name", text(20)))).toBeNull();
    expect(read("{name: [a]}", member("name", text(20)))).toMatch(/^! it is a list/);
  });
});

describe("url", () => {
  it("takes http(s) URLs and paths", () => {
    expect(read("/images/a.png", url)).toBe("/images/a.png");
    expect(read("https://example.org/a?b#c", url)).toBe("https://example.org/a?b#c");
  });

  it("refuses others", () => {
    expect(read("javascript:alert(1)", url)).toBe(
      '! "javascript:alert(1)" is neither an http(s) URL nor a path of this site',
    );
    expect(read(`/${"a".repeat(2_048)}`, url)).toMatch(/^! it has 2049 characters/);
  });
});
