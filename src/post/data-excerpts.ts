// `_data/excerpts/<locale>.yml`: slug → text, for translators who do not touch posts.

import { createFieldReader } from "./field-reader.ts";
import { InvalidSourceError } from "./note.ts";
import { parseSlug } from "./slug.ts";
import { parseYamlMap } from "./yaml-map.ts";

const MAX_LENGTH = 65_536;
const MAX_EXCERPT_LENGTH = 2_000;

/** @throws InvalidSourceError with a note for every line that is no `slug: text` */
export function parseDataExcerpts(text: string, file: string): Readonly<Record<string, string>> {
  const fields = parseYamlMap(text, { file, firstLine: 1, maxLength: MAX_LENGTH });
  const reader = createFieldReader(fields, "data-excerpts");
  const entries: [string, string][] = [];
  for (const key of fields.keys()) {
    if (parseSlug(key) === null) reader.refuse(key, "its name is no slug of a post");
    const excerpt = reader.text(key, MAX_EXCERPT_LENGTH);
    if (excerpt !== null) entries.push([key, excerpt]);
  }
  if (reader.notes.length > 0) throw new InvalidSourceError(file, reader.notes);
  return Object.fromEntries(entries);
}
