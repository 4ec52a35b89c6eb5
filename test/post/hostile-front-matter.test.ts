import { describe, expect, it } from "vitest";
import { parseFrontMatter, splitSource } from "../../src/post/front-matter.ts";
import { InvalidSourceError, type Note } from "../../src/post/note.ts";

/** The longest head that is read. */
const HEAD = 16_384;
/** What a head may take on the slowest machine of a test run; the slowest one here takes 0.15 s. */
const MAX_MILLISECONDS = 500;

/** @throws whatever is no clear answer */
function notesOf(yaml: string): readonly Note[] | null {
  const parts = splitSource(`---\n${yaml}\n---\nText\n`);
  if (parts === null) throw new TypeError("Cannot part the source");
  try {
    const { fields: _fields, ...read } = parseFrontMatter(parts, {
      file: "posts/a.md",
      timeZone: "UTC",
    });
    assertHarmless(JSON.stringify(read));
    return null;
  } catch (error) {
    if (error instanceof InvalidSourceError) return error.notes;
    throw error;
  }
}

/** Nothing that a header, an XML document or an attribute could trip over. */
function assertHarmless(read: string): void {
  expect(read).not.toMatch(/\\u00[01]|\\[nrtbf]|\\ud[89a-f]|[\uFFFE\uFFFF\u2028\u2029]/i);
  expect(read).not.toMatch(/"image":"(?!https?:|[^:]*$|\/)/i);
}

/** Read, with harmless values. */
const HARMLESS: readonly string[] = [
  "",
  "# only a comment",
  "title: \"a\\r\\nSet-Cookie: a=b\"",
  "title: \"a\\nb\\0c\"",
  "title: \"</script><script>alert(1)</script>\"",
  "title: \"]]> --> ${x} {{ site }} {% raw %}\"",
  "title: \"\\u202Eevil\\u2066\"",
  "title: \"\\uD800\"",
  "title: \"\\uFFFF\\uFFFE\"",
  "title: \"\\u2028\\u2029\\x85\"",
  "title: ' '",
  "title: \"\\t\"",
  "title: 1e309",
  "title: .nan",
  "title: 0x7fffffffffffffffffff",
  "title: yes",
  "title: null",
  "title: !!binary aGVsbG8=",
  "title: !!str 5",
  "title: !!float 5",
  "title: !ruby/object:Gem::Installer x",
  "title: !!js/function 'function(){}'",
  "title: !!python/object/apply:os.system ls",
  "title: &a x",
  "title: |\n  a\n  b",
  "title: >-\n  a\n  b",
  "title: a\ntitle: b",
  "__proto__: {isHidden: true, title: x}",
  "constructor: {prototype: {x: 1}}",
  "toString: x\nvalueOf: y\nhasOwnProperty: z",
  "excerpts: {}",
  "header: {image: {}}",
  "header: []",
  "header: {}",
  "header: 5",
  "header: {__proto__: {image: /x.png}}",
  "author: {}",
  "author: {name: }",
  "author: {__proto__: {name: x}}",
  "author: 5",
  "author: \"a\\r\\nb\"",
  "tags: 5",
  "tags: yes",
  "tags: []",
  "tags: [~, ~]",
  "tags: ['', ' ']",
  "tags: [\"a\\nb\", \"\\u202E\"]",
  "tags: \"\\u0001\"",
  "category: ../../etc",
  "categories: [.., /, '<b>']",
  "draft: \"false\"",
  "draft: ''",
  "published: ",
  "published: n",
  "lang: no",
  "lang: tr_TR",
  "date: ",
  "date: 2024-05-31 10:30:60",
  "date: !!timestamp 2024-05-31",
  "image: /../../etc/passwd",
  "image: false",
  "image: {path: }",
  "image: //example.org/x.png",
  "image: https://user:secret@example.org/x.png",
  "excerpt: false",
  "excerpt: {}",
  "excerpt: \"<img src=x onerror=alert(1)>\"",
  "excerpt_separator: \"\"",
  "excerpt_separator: \" \"",
  "<<: {title: merged}",
  "redirect_from: \"/a\\r\\nLocation: x\"",
  "permalink: javascript:alert(1)",
  "layout: ../../x",
  "? title\n: a",
  "\"title\": a",
  "'title': a",
  "title : a",
  "TITLE: a",
  "ｔitle: a",
  "title\u200B: a",
  "1: 2",
  "~: 2",
  "[1, 2]: 3",
  "{a: 1}: 2",
  "a: {b: {c: {d: {e: {f: {g: {h: 1}}}}}}}",
]; // prettier-ignore

/** Refused, at this field; null: at a place of the YAML. */
const REFUSED: readonly (readonly [string, string | null])[] = [
  ["title: [a]", "title"],
  ["title: {a: b}", "title"],
  ["title: []", "title"],
  [`title: ${"x".repeat(301)}`, "title"],
  [`title: ${"x".repeat(HEAD)}`, null],
  [`title: ${"x".repeat(300_000)}`, null],
  ["date: never", "date"],
  ["date: tomorrow", "date"],
  ["date: 2024-02-30", "date"],
  ["date: 2024-13-01", "date"],
  ["date: 0000-00-00", "date"],
  ["date: 99999-01-01", "date"],
  ["date: -1", "date"],
  ["date: 1717142400", "date"],
  ["date: [2024-05-31]", "date"],
  ["date: {a: 1}", "date"],
  ["date: true", "date"],
  ["date: 2024-05-31 99:99:99", "date"],
  ["date: 2024-05-31 10:30:00 +9999", "date"],
  ["date: .inf", "date"],
  [`date: ${"2024-05-31 ".repeat(100)}`, "date"],
  ["last_modified_at: never", "last_modified_at"],
  ["lang: turkish", "lang"],
  ["lang: [tr]", "lang"],
  ["lang: {}", "lang"],
  ["lang: 5", "lang"],
  ["lang: x-private", "lang"],
  ["lang: \"tr\\r\\n\"", "lang"],
  ["lang: ../en", "lang"],
  [`lang: en${"-abcdefgh".repeat(100)}`, "lang"],
  ["tags: {a: 1}", "tags"],
  ["tags: [[a]]", "tags"],
  ["tags: [{a: 1}]", "tags"],
  [`tags: [${"a,".repeat(65)}]`, "tags"],
  [`tags: ${"a ".repeat(65)}`, "tags"],
  [`tags: [${"a".repeat(129)}]`, "tags"],
  ["tag: {a: 1}", "tag"],
  ["category: {a: 1}", "category"],
  ["categories: [[a]]", "categories"],
  ["draft: maybe", "draft"],
  ["draft: 1", "draft"],
  ["draft: []", "draft"],
  ["draft: {}", "draft"],
  ["published: maybe", "published"],
  ["published: 0", "published"],
  ["published: 2024-05-31", "published"],
  ["excerpt: [a]", "excerpt"],
  [`excerpt: ${"x".repeat(2_001)}`, "excerpt"],
  ["excerpt: {turkish: a}", "excerpt"],
  ["excerpts: a", "excerpts"],
  ["excerpts: [a]", "excerpts"],
  ["excerpts: {en: [a]}", "excerpts"],
  ["excerpts: {en: {a: b}}", "excerpts"],
  ["excerpts: {__proto__: a}", "excerpts"],
  ["excerpts: {constructor: a}", "excerpts"],
  [`excerpts: {en: ${"x".repeat(2_001)}}`, "excerpts"],
  ["excerpt_separator: [a]", "excerpt_separator"],
  [`excerpt_separator: ${"x".repeat(101)}`, "excerpt_separator"],
  ["description: {a: b}", "description"],
  ["author: {name: [a]}", "author"],
  ["author: [[a]]", "author"],
  ["image: javascript:alert(1)", "image"],
  ["image: \"java\\nscript:alert(1)\"", "image"],
  ["image: data:text/html,x", "image"],
  ["image: \"/a\\\" onerror=alert(1)\"", "image"],
  ["image: {path: 'javascript:x'}", "image"],
  ["image: [a]", "image"],
  [`image: /${"a".repeat(3_000)}`, "image"],
  ["header: {image: 'javascript:x'}", "header"],
  ["header: {overlay_image: 'data:x'}", "header"],
  ["title: a: b", null],
  ["title: \"a", null],
  ["title: 'a", null],
  ["title: [a", null],
  ["title: {a", null],
  ["title: *nothing", null],
  ["title: @a", null],
  ["title: `a`", null],
  ["title: %a", null],
  ["title: \"\\q\"", null],
  ["title: &a &b x", null],
  ["title: !!str !!int 5", null],
  ["\ttitle: a", null],
  ["title: a\n\tb: c", null],
  ["- a", null],
  ["just text", null],
  ["5", null],
  ["%YAML 9.9\ntitle: a", null],
  ["title", null],
  ["? ".repeat(HEAD / 2 - 10), null],
  ["? a\n".repeat(100), null],
  [`a: ${"[".repeat(HEAD - 100)}`, null],
  [`a: ${"[".repeat(8_000)}${"]".repeat(8_000)}`, null],
  [`a: ${"{a: ".repeat(4_000)}`, null],
  [`a:\n${"- ".repeat(8_000)}`, null],
  ["a: &a [x]\n" + "b: [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n".repeat(200), null],
  ["a: &a [*a]", null],
  ["a: &a {b: *a}", null],
  ["<<: &a {b: *a}", null],
  ["!a ".repeat(5_000), null],
  ["a: 1\u0000: x\u0007", null],
]; // prettier-ignore

/** Shapes that could take long, 16 KB each; any clear answer will do. */
const LONG: readonly ((length: number) => string)[] = [
  (length) => Array.from({ length: length / 8 }, (_, index) => `k${index}: 1\n`).join("").slice(0, length),
  (length) => Array.from({ length: length / 16 }, (_, index) => `k${index}: &a${index} 1\n`).join("").slice(0, length),
  (length) => `x: &x 1\n${"y: *x\n".repeat(length / 6 - 2)}`,
  ...[
    "a: 1\n", ": \n", ":\n", "#\n", "a: 1 #\n", "!a a: !b 1\n", "'a': 1\n", "~: 1\n", "<<: {a: 1}\n", "[a]: 1\n",
    "{a: 1}: 1\n", "a: |\n x\n", "a: >\n\n x\n", "...a\n", "%A\n", "\n", " ", "\t", "\r", "-", "?", "\uFEFF", "😀", "tags: a\n",
  ].map((line) => (length: number) => line.repeat(Math.floor(length / line.length))),
  ...[
    ["[", ",", "]"], ["[", "?,", "]"], ["{", "?,", "}"], ["[", "a: b,", "]"], ["{", "a,", "}"], ["{", ": ,", "}"],
    ["[", "\n ", "]"], ['"', "\\n", '"'], ['"', "\\q", '"'], ["'", "''", "'"], ['"', "x\n ", '"'], ["!!set {", "a,", "}"],
    ["!!omap [", "a: b,", "]"], ["!!pairs [", "a: b,", "]"], ["1", ":10", ""], ["1.", "1_", ""], ["0x", "f", ""],
    ["|9\n", " \n", ""], [">\n", " x\n\n", ""], ["", "&a ", "x"], ["", "*a ", ""],
  ].map(([open = "", part = "", end = ""]) => (length: number) =>
    `a: ${open}${part.repeat(Math.floor((length - 30) / part.length))}${end}`),
]; // prettier-ignore

/** Of this process alone, so that a busy machine makes no test fail. */
function cpuMilliseconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

describe("parseFrontMatter()", () => {
  it(`reads ${HARMLESS.length} strange heads as harmless values`, () => {
    for (const yaml of HARMLESS) expect(notesOf(yaml), yaml).toBeNull();
  });

  it(`refuses ${REFUSED.length} wrong heads at their field and line`, () => {
    for (const [yaml, field] of REFUSED) {
      const [note] = notesOf(yaml) ?? [];
      const shown = yaml.slice(0, 80);
      expect(note, shown).toMatchObject({ severity: "error", field });
      expect(note?.line, shown).toBeGreaterThanOrEqual(2);
      expect(note?.column, shown).toBeGreaterThanOrEqual(1);
      expect(note?.message, shown).toMatch(/^Cannot read /);
      expect(note?.message.length, shown).toBeLessThan(400);
    }
  });

  it(`answers within half a second for ${LONG.length} shapes of 16 KB`, () => {
    for (const shape of LONG) {
      const yaml = shape(HEAD - 10);
      expect(
        cpuMilliseconds(() => notesOf(yaml)),
        yaml.slice(0, 60),
      ).toBeLessThan(MAX_MILLISECONDS);
    }
  }, 60_000);
});
