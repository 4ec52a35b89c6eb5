// What `npm run dev` tells the person in front of it. Colours only on a terminal that wants them (NO_COLOR).

import { styleText } from "node:util";
import { objectKind } from "../post/object-kind.ts";
import type { SiteFile, SiteFolder } from "./site-folder.ts";
import type { SyncOutcome } from "./site-sync.ts";
import type { SiteListener } from "./watch-site.ts";

export interface ReadyFacts {
  readonly origin: string;
  /** What `_config.yml` says; null if it names no URL. */
  readonly ownUrl: string | null;
  readonly outcome: SyncOutcome;
  readonly seconds: number;
}

export interface DevOutput extends SiteListener {
  /** Before the first synchronisation: of many files it takes a while. */
  begin(fileCount: number): void;
  ready(facts: ReadyFacts): void;
}

/** More names than that are a list nobody reads. */
const MAX_NAMED = 5;

/** As many take about five seconds on a laptop. */
const MANY_FILES = 100;

/** Results go to stdout, faults to stderr; one that is still there after another try isn't told again. */
export function createDevOutput(folderName: string): DevOutput {
  let told: readonly string[] = [];

  function tellFaults(lines: readonly string[]): void {
    for (const line of lines) if (!told.includes(line)) process.stderr.write(`${line}\n`);
    told = lines;
  }

  function inFolder(lines: readonly string[], colour: "red" | "yellow"): readonly string[] {
    return lines.map((line) => onStderr(colour, `${folderName}/${line}`));
  }

  return {
    begin(fileCount) {
      if (fileCount > MANY_FILES) process.stderr.write(`Publishing ${fileCount} files …\n`);
    },
    ready(facts) {
      tellFaults(inFolder(facts.outcome.errors, "red"));
      process.stdout.write(readyText(facts, folderName));
    },
    synced({ published, unpublished, errors, warnings, isIncomplete }, milliseconds) {
      const paths = published.map(({ path }) => `${folderName}/${path}`);
      for (const name of named(paths)) tellChange("published", name, milliseconds);
      for (const name of named(unpublished)) tellChange("unpublished", name, milliseconds);
      tellFaults([...inFolder(errors, "red"), ...inFolder(warnings, "yellow")]);
      if (!isIncomplete) told = [];
    },
    failed(error) {
      tellFaults([onStderr("red", error instanceof Error ? error.message : String(error))]);
    },
  };
}

/** @example countFiles(files) // → 15 posts, 3 translations, 9 files */
export function countFiles(files: readonly Pick<SiteFile, "key">[]): string {
  const counts = { post: 0, translation: 0, file: 0 };
  for (const { key } of files) {
    const object = objectKind(key);
    if (object.kind === "file") counts.file += 1;
    if (object.kind === "post")
      counts[object.address.locale === null ? "post" : "translation"] += 1;
  }
  const present = Object.entries(counts).filter(([name, count]) => count > 0 || name === "post");
  return present.map(([name, count]) => countOf(count, name)).join(", ");
}

function readyText({ origin, ownUrl, outcome, seconds }: ReadyFacts, folderName: string): string {
  const { folder, warnings } = outcome;
  const lines = [
    `${styleText(["bold", "cyan"], "Kıyı")}  ${styleText("dim", `ready in ${seconds.toFixed(1)} s`)}`,
    "",
    row("Site", styleText("cyan", `${origin}/`)),
    row("Folder", `${folderName}: ${countFiles(folder.files)}`),
    ...(ownUrl === null ? [] : [row("url", `${origin} instead of ${ownUrl}, here only`)]),
    ...(warnings.length === 0
      ? []
      : [
          row(
            "Notes",
            `${countOf(warnings.length, "warning")}; a post that is saved shows its own`,
          ),
        ]),
    ...ignoredRows(folder),
    "",
    styleText("dim", "What is saved is published at once. Ctrl+C stops."),
  ];
  return `\n${lines.map((line) => `  ${line}`.trimEnd()).join("\n")}\n\n`;
}

function ignoredRows({ ignored }: SiteFolder): readonly string[] {
  const first = ignored.slice(0, MAX_NAMED).map(({ path, reason }) => `${path}: ${reason}`);
  const rest = ignored.length - first.length;
  const texts = rest > 0 ? [...first, `and ${rest} more`] : first;
  return texts.map((text, index) => row(index === 0 ? "Left out" : "", styleText("dim", text)));
}

function row(name: string, value: string): string {
  return `${styleText("green", "➜")}  ${name.padEnd(8)}  ${value}`;
}

/** `14:02:11  published    posts/a.md  38 ms` */
function tellChange(what: string, name: string, milliseconds: number): void {
  const time = styleText("dim", new Date().toTimeString().slice(0, 8));
  const duration = styleText("dim", `${Math.round(milliseconds)} ms`);
  const action = styleText("green", what.padEnd(11));
  process.stdout.write(`${time}  ${action}  ${name}  ${duration}\n`);
}

/** @example named(["a", "b"]) // → a, b; of a hundred: 100 files */
function named(names: readonly string[]): readonly string[] {
  return names.length > MAX_NAMED ? [countOf(names.length, "file")] : names;
}

function countOf(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}

function onStderr(colour: "red" | "yellow", text: string): string {
  return styleText(colour, text, { stream: process.stderr });
}
