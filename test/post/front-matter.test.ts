import { describe, expect, it } from "vitest";
import {
  type FrontMatter,
  parseFrontMatter,
  type SourceParts,
  splitSource,
} from "../../src/post/front-matter.ts";
import { InvalidSourceError, type Note } from "../../src/post/note.ts";

const CONTEXT = { file: "posts/a.md", timeZone: "Europe/Istanbul" };

function parse(yaml: string): FrontMatter {
  return parseFrontMatter({ yaml, yamlLine: 2, body: "", bodyLine: 3 }, CONTEXT);
}

function notesOf(yaml: string): readonly Note[] {
  try {
    parse(yaml);
  } catch (error) {
    if (error instanceof InvalidSourceError) return error.notes;
    throw error;
  }
  return [];
}

function parts(yaml: string, body: string, bodyLine: number): SourceParts {
  return { yaml, yamlLine: 2, body, bodyLine };
}

describe("splitSource()", () => {
  // Every case as Jekyll 4.3.1 parts a file of _posts, but for blank lines at the body's start, which it drops.
  it("parts head and body as Jekyll does", () => {
    const cases: readonly (readonly [string, SourceParts | null])[] = [
      ["---\na: 1\n---\nText", parts("a: 1\n", "Text", 4)],
      ["\uFEFF---\na: 1\n---\nText", parts("a: 1\n", "Text", 4)],
      ["---\r\na: 1\r\n---\r\nText\r\n", parts("a: 1\r\n", "Text\r\n", 4)],
      ["---\na: 1\n...\nText", parts("a: 1\n", "Text", 4)],
      ["---  \na: 1\n---\t \nText", parts("a: 1\n", "Text", 4)],
      ["---\f\na: 1\n---\f\nText", parts("a: 1\n", "Text", 4)],
      ["---\n---\nText", parts("", "Text", 3)],
      ["---\n...\nText", parts("", "Text", 3)],
      ["---\n\n---\nText", parts("\n", "Text", 4)],
      ["---\na: 1\n---", parts("a: 1\n", "", 4)],
      ["---\na: 1\n--- x\n---\nText", parts("a: 1\n--- x\n", "Text", 5)],
      ["---\na: 1\n----\n---\nText", parts("a: 1\n----\n", "Text", 5)],
      ["---\na: |\n  ---\n---\nText", parts("a: |\n  ---\n", "Text", 5)],
      ["---\na: 1\n---\n---\nText", parts("a: 1\n", "---\nText", 4)],
      ["Text", null],
      ["", null],
      ["---", null],
      ["---\na: 1\n", null],
      ["\n---\na: 1\n---\nText", null],
      [" ---\na: 1\n---\nText", null],
      ["----\na: 1\n---\nText", null],
      ["--- # x\na: 1\n---\nText", null],
      ["---\u00A0\na: 1\n---\nText", null],
      ["---\na: 1\r---\rText", null],
      ["---\na: 1\n---Text", null],
      ["\uFEFF\uFEFF---\na: 1\n---\nText", null],
    ];
    for (const [source, expected] of cases)
      expect(splitSource(source), JSON.stringify(source)).toEqual(expected);
  });

  it("is quick with 256 KB of any line", () => {
    for (const line of ["---", "--- x\n", "---\r", "-", "\n", " \t"])
      splitSource(`---\n${line.repeat(262_144 / line.length)}`);
  });
});

describe("parseFrontMatter()", () => {
  it("reads every field that it knows", () => {
    const yaml = `title: Dikkat
date: 2024-05-31 10:30:00 +0300
last_modified_at: 2024-06-01
lang: tr
tags: [a b, c]
categories: d e
category: f g
excerpt: Kısa.
excerpts: {en: Short., no: Kort.}
excerpt_separator: "<!--more-->"
description: Uzun.
author: {name: Ayşe, x: 1}
image: /images/a.png
`;
    expect(parse(yaml)).toMatchObject({
      title: "Dikkat",
      date: Date.UTC(2024, 4, 31, 7, 30),
      lastModifiedAt: Date.UTC(2024, 4, 31, 21),
      lang: "tr",
      tags: ["a b", "c"],
      categories: ["d", "e", "f g"],
      excerpt: "Kısa.",
      excerpts: { en: "Short.", no: "Kort." },
      excerptSeparator: "<!--more-->",
      description: "Uzun.",
      author: "Ayşe",
      image: "/images/a.png",
      isHidden: false,
      isNoindex: false,
      isOffSitemap: false,
    });
  });

  it("has null and empty lists for what is absent or empty", () => {
    const absent = {
      title: null,
      date: null,
      lastModifiedAt: null,
      lang: null,
      tags: [],
      categories: [],
      excerpt: null,
      excerpts: {},
      excerptSeparator: null,
      description: null,
      author: null,
      image: null,
      isHidden: false,
      isNoindex: false,
      isOffSitemap: false,
    };
    expect(parse("")).toEqual({ ...absent, fields: {} });
    expect(parse("title:\ndate:\ntags:\ndraft:\nexcerpts:\nimage: ''\nauthor: {}\n")).toMatchObject(
      absent,
    );
  });

  it("knows what search engines are not told of", () => {
    for (const yaml of [
      "noindex: true",
      "robots: noindex",
      "robots: NOINDEX, nofollow",
      "robots: nofollow,noindex",
      "robots: [nofollow, noindex]",
      "robots: none",
    ])
      expect(parse(yaml).isNoindex, yaml).toBe(true);
    for (const yaml of ["noindex: false", "robots: index, follow", "robots: nofollow"])
      expect(parse(yaml).isNoindex, yaml).toBe(false);
    expect(parse("sitemap: no").isOffSitemap).toBe(true);
    for (const yaml of ["sitemap: true", "sitemap: {priority: 0.7}"])
      expect(parse(yaml).isOffSitemap, yaml).toBe(false);
  });

  it("hides drafts and unpublished posts, in YAML 1.1's words and in quotes", () => {
    for (const yaml of [
      "published: no",
      "published: off",
      "published: false",
      'published: "false"',
      "draft: yes",
      'draft: "true"',
    ])
      expect(parse(yaml).isHidden, yaml).toBe(true);
    for (const yaml of [
      "published: yes",
      "draft: no",
      'draft: "false"',
      "draft: false\npublished: true",
    ])
      expect(parse(yaml).isHidden, yaml).toBe(false);
    for (const yaml of [
      "draft: maybe",
      "draft: 1",
      "draft: [yes]",
      "published: 0",
      "published: later",
    ])
      expect(notesOf(yaml), yaml).toMatchObject([{ line: 2, column: 1 }]);
  });

  it("notes a fault of draft even where published hides the post", () => {
    expect(notesOf("published: no\ndraft: maybe\n").map((note) => note.field)).toEqual(["draft"]);
  });

  // As Jekyll 4.3.1 has them.
  it("reads tags and categories as Jekyll does", () => {
    expect(parse("tags: a b  c\n").tags).toEqual(["a", "b", "c"]);
    expect(parse("tags: a, b\n").tags).toEqual(["a,", "b"]);
    expect(parse("tag: a b\n").tags).toEqual(["a b"]);
    expect(parse("tag: q\ntags: [y, z]\n").tags).toEqual(["q"]);
    expect(parse("category: a b\n").categories).toEqual(["a b"]);
    expect(parse("category: x y\ncategories: [a b, c]\n").categories).toEqual(["a b", "c", "x y"]);
  });

  it("keeps what an author wrote where YAML would type it", () => {
    expect(parse("title: 1.10\ntags: [no, 2024, 1e3]\nlang: no\n")).toMatchObject({
      title: "1.10",
      tags: ["no", "2024", "1e3"],
      lang: "no",
    });
  });

  it("gives Liquid every field, typed", () => {
    expect(parse("toc: yes\nlevels: [1, 2]\nmine: {a: no}\n").fields).toEqual({
      toc: true,
      levels: [1, 2],
      mine: { a: false },
    });
  });

  it("reads excerpts by locale, from a map under excerpt too", () => {
    expect(parse("excerpt: {en: E, tr: T}\nexcerpts: {en: Better}\n")).toMatchObject({
      excerpt: null,
      excerpts: { en: "Better", tr: "T" },
    });
    expect(parse("excerpt: false\n").excerpt).toBeNull();
  });

  it("finds the header image where themes have it", () => {
    expect(parse("header: {image: /a.png}\nimage: /b.png\n").image).toBe("/a.png");
    expect(parse("header: {overlay_image: /a.png}\n").image).toBe("/a.png");
    expect(parse("header: {teaser: /a.png}\nimage: {path: /b.png}\n").image).toBe("/b.png");
    expect(parse("header: some text\nimage: false\n").image).toBeNull();
  });

  it("reads one author or several", () => {
    expect(parse("author: Ayşe\n").author).toBe("Ayşe");
    expect(parse("author: [Ayşe, Ali]\n").author).toBe("Ayşe, Ali");
  });

  it("notes every wrong field with its place", () => {
    const notes = notesOf("title: [a]\ndate: never\n\nlang: turkish\ntags: {a: 1}\n");
    expect(notes.map(({ field, line, column, rule }) => [field, line, column, rule])).toEqual([
      ["title", 2, 1, "front-matter/title"],
      ["date", 3, 1, "front-matter/date"],
      ["lang", 5, 1, "front-matter/lang"],
      ["tags", 6, 1, "front-matter/tags"],
    ]);
  });
});
