// `_data/excerpts/<locale>.yml`: slug → text, for translators who do not touch posts.

import { createFieldReader, FieldFault, type FieldType } from "./field-reader.ts";
import { text } from "./field-types.ts";
import { InvalidSourceError } from "./note.ts";
import { parseSlug } from "./slug.ts";
import { parseYamlMap } from "./yaml-map.ts";

const MAX_LENGTH = 65_536;
const MAX_EXCERPT_LENGTH = 2_000;

/** @throws InvalidSourceError with a note for every line that is no `slug: text` */
export function parseDataExcerpts(source: string, file: string): Readonly<Record<string, string>> {
  const fields = parseYamlMap(source, { file, firstLine: 1, maxLength: MAX_LENGTH });
  const reader = createFieldReader(fields, "data-excerpts");
  const entries: [string, string][] = [];
  for (const slug of fields.keys()) {
    const excerpt = reader.read(slug, excerptOfSlug);
    if (excerpt !== null) entries.push([slug, excerpt]);
  }
  if (reader.notes.length > 0) throw new InvalidSourceError(file, reader.notes);
  return Object.fromEntries(entries);
}

const excerptOfSlug: FieldType<string> = (field) => {
  if (parseSlug(field.key) === null) throw new FieldFault("its name is no slug of a post");
  return text(MAX_EXCERPT_LENGTH)(field);
};
