// What Jekyll reads from a post's file name and folder, written into the front matter, all else byte for byte.

import { splitSource } from "../post/front-matter.ts";
import { InvalidSourceError } from "../post/note.ts";
import { parseYamlMap, type YamlMap } from "../post/yaml-map.ts";

export interface DraftOrDate {
  /** `2024-03-15`, of the name `2024-03-15-hello.md`; null if the name has none. */
  readonly date: string | null;
  /** Whether it lies in `_drafts`. */
  readonly isDraft: boolean;
}

/** Of a post whose name and folder say nothing. */
export const PLAIN: DraftOrDate = { date: null, isDraft: false };

export interface EditedSource {
  readonly source: string;
  /** 1-based line of the first line that was put in; behind them each line has moved by their number. */
  readonly firstLine: number;
  readonly insertedLines: number;
}

/** As the publish API reads it; a longer head is refused there too. */
const MAX_FRONT_MATTER_LENGTH = 16_384;

/**
 * Puts `date:` and `draft: true` at the end of the front matter where it has none.
 *
 * @example writeHead("---\ntitle: A\n---\n", { date: "2024-03-15", isDraft: false }, "a.md").source
 *   // → "---\ntitle: A\ndate: 2024-03-15\n---\n"
 * @throws InvalidSourceError for a head that cannot be read, or a draft that says it is none
 */
export function writeHead(source: string, head: DraftOrDate, file: string): EditedSource {
  const parts = splitSource(source);
  if (parts === null) return { source, firstLine: 1, insertedLines: 0 };
  const fields = parseYamlMap(parts.yaml, {
    file,
    firstLine: parts.yamlLine,
    maxLength: MAX_FRONT_MATTER_LENGTH,
  });
  const lines = [
    ...(head.date !== null && !fields.has("date") ? [`date: ${head.date}`] : []),
    ...(head.isDraft && !isMarkedDraft(fields, file) ? ["draft: true"] : []),
  ];
  const opening = source.slice(0, source.indexOf("\n") + 1);
  const end = opening.length + parts.yaml.length;
  const newline = opening.endsWith("\r\n") ? "\r\n" : "\n";
  return {
    source: source.slice(0, end) + lines.map((line) => line + newline).join("") + source.slice(end),
    firstLine: parts.yamlLine + parts.yaml.split("\n").length - 1,
    insertedLines: lines.length,
  };
}

/** 1-based line of the edited source → the line of the file on disk. */
export function lineOnDisk(line: number, { firstLine, insertedLines }: EditedSource): number {
  return line < firstLine ? line : Math.max(firstLine, line - insertedLines);
}

/** A draft must never be published by a slip: one that contradicts its folder is a fault. */
function isMarkedDraft(fields: YamlMap, file: string): boolean {
  const field = fields.get("draft");
  if (field === undefined || field.value === true) return field !== undefined;
  const message = `Cannot publish "${file}": it lies in _drafts but says that it is no draft; move it to _posts or take "draft" out`;
  throw new InvalidSourceError(file, [
    {
      severity: "error",
      rule: "front-matter/draft",
      line: field.line,
      column: field.column,
      field: "draft",
      message,
    },
  ]);
}
