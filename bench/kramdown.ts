// `npm run bench:kramdown -- <folder of posts>`: CPU per KB of our dialect beside marked with the usual
// extensions, markdown-it and kramdown in Ruby, then how the time of hostile texts grows with their length.

import { readdirSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { Marked, type MarkedExtension } from "marked";
import { DEFAULT_KRAMDOWN_OPTIONS } from "../src/render/kramdown/kramdown-options.ts";
import { parseKramdown, printKramdown } from "../src/render/kramdown/kramdown.ts";
import { HOSTILE_SHAPES } from "./hostile-shapes.ts";

const ROUNDS = 9;
const WARM_UP_ROUNDS = 25;
/** UTF-16 units of the shortest hostile text; each next one is twice as long. */
const HOSTILE_LENGTH = 100_000;

type Render = (source: string) => unknown;

function renderOurs(source: string): string {
  return printKramdown(parseKramdown(source, DEFAULT_KRAMDOWN_OPTIONS), { math: null, code: null });
}

function readPosts(from: string): string[] {
  const files = readdirSync(from, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => /\.(?:md|markdown)$/.test(file))
    .map((file) => readFileSync(path.join(from, file), "utf8"))
    .map((source) => source.replace(/^---\n[\s\S]*?\n---\n/, ""));
}

async function compareSpeed(posts: readonly string[]): Promise<void> {
  const characters = posts.reduce((sum, post) => sum + post.length, 0);
  const kilobytes = characters / 1024;
  const plain = new Marked();
  const marked = await markedWithExtensions();
  const markdownIt = await loadMarkdownIt();
  const rows: [string, number | null][] = [
    ["our dialect", measure(renderOurs, posts)],
    ["marked", measure((source) => plain.parse(source), posts)],
    ["marked with the usual extensions", marked && measure(marked, posts)],
    ["markdown-it", markdownIt && measure(markdownIt, posts)],
    ["kramdown in Ruby, no highlighting", measureRuby(posts, "highlighter: nil")],
    ["kramdown in Ruby as Jekyll calls it", measureRuby(posts, "highlighter: 'rouge'")],
  ];
  const ours = rows[0]?.[1] ?? 1;
  process.stdout.write(
    `${posts.length} posts, ${Math.round(kilobytes)} KB; CPU, median of ${ROUNDS}\n`,
  );
  for (const [name, milliseconds] of rows) {
    const text =
      milliseconds === null
        ? "not installed"
        : `${((1000 * milliseconds) / kilobytes).toFixed(0)} µs/KB, ours is ${(ours / milliseconds).toFixed(2)} of it`;
    process.stdout.write(`  ${name.padEnd(34)} ${text}\n`);
  }
}

/** Milliseconds of CPU for all posts. */
function measure(render: Render, posts: readonly string[]): number {
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) posts.forEach(render);
  const times = Array.from({ length: ROUNDS }, () => cpuOf(() => posts.forEach(render)));
  return times.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}

function cpuOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

// What a blog needs to come near Jekyll: typography, footnotes and ids.
async function markedWithExtensions(): Promise<Render | null> {
  const names = ["marked-footnote", "marked-gfm-heading-id", "marked-smartypants"];
  const modules = await Promise.all(names.map(load));
  const [footnote, headingId, smartypants] = modules;
  const parts = [
    footnote?.["default"],
    headingId?.["gfmHeadingId"],
    smartypants?.["markedSmartypants"],
  ];
  const extensions = parts.filter(isFactory).map((create) => create());
  if (extensions.length < parts.length) return null;
  const marked = new Marked(...extensions);
  return (source) => marked.parse(source);
}

function isFactory(value: unknown): value is () => MarkedExtension {
  return typeof value === "function";
}

async function loadMarkdownIt(): Promise<Render | null> {
  const constructor = (await load("markdown-it"))?.["default"];
  if (!isMarkdownIt(constructor)) return null;
  const markdownIt = new constructor({ html: true, typographer: true });
  return (source) => markdownIt.render(source);
}

type MarkdownIt = new (options: object) => { render(source: string): string };

function isMarkdownIt(value: unknown): value is MarkdownIt {
  return typeof value === "function";
}

async function load(name: string): Promise<Readonly<Record<string, unknown>> | null> {
  return import(name).catch(() => null);
}

const RUBY = `
require 'json'; require 'kramdown'; require 'kramdown-parser-gfm'
posts = JSON.parse($stdin.read)
options = { input: 'GFM', hard_wrap: false, syntax_HIGHLIGHTER, syntax_highlighter_opts: { default_lang: 'plaintext' } }
times = Array.new(3) do
  start = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
  posts.each { |post| Kramdown::Document.new(post, options).to_html }
  Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - start
end
puts times.min * 1000
`;

function measureRuby(posts: readonly string[], highlighter: string): number | null {
  const program = RUBY.replace("HIGHLIGHTER", highlighter);
  const { stdout, status } = spawnSync("ruby", ["-e", program], {
    input: JSON.stringify(posts),
    encoding: "utf8",
  });
  return status === 0 ? Number(stdout) : null;
}

// The exponent is 1 where twice the length takes twice the time; 2.2 times is 1.14.
function measureGrowth(): void {
  process.stdout.write("\nHostile texts: ms for 100, 200 and 400 thousand characters, exponent\n");
  for (const [name, shape] of Object.entries(HOSTILE_SHAPES)) {
    const times = [1, 2, 4].map((factor) => fastest(shape(factor * HOSTILE_LENGTH)));
    const [first = 1, , last = 1] = times;
    const exponent = Math.log2(last / first) / 2;
    const shown = times.map((time) => time.toFixed(1).padStart(8)).join("");
    process.stdout.write(`  ${name.padEnd(32)}${shown}  ${exponent.toFixed(2)}\n`);
  }
}

function fastest(source: string): number {
  renderOurs(source.slice(0, 10_000));
  return Math.min(...Array.from({ length: 4 }, () => cpuOf(() => renderOurs(source))));
}

const [folder] = process.argv.slice(2);
if (folder !== undefined) await compareSpeed(readPosts(folder));
measureGrowth();
