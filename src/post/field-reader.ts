// Takes typed values out of YAML fields and collects a note for each field that holds something else.

import type { Note } from "./note.ts";
import type { YamlField, YamlMap } from "./yaml-map.ts";

/** What a field may hold: turns a field that is there into a value. @throws FieldFault saying what to write */
export type FieldType<T> = (field: YamlField) => T;

/** Why a field does not hold what it should: the end of a sentence that begins with the field's name. */
export class FieldFault extends Error {
  override readonly name = "FieldFault";
}

export interface FieldReader {
  /** What was wrong in the fields read so far. */
  readonly notes: readonly Note[];
  /** Null for an absent or empty field, and for a wrong one, which is noted. */
  read<T>(key: string, type: FieldType<T>): T | null;
}

/** Notes are named `<area>/<key>`. */
export function createFieldReader(fields: YamlMap, area: string): FieldReader {
  const notes: Note[] = [];
  return {
    notes,
    read(key, type) {
      const field = fields.get(key);
      if (field === undefined || field.value === null || field.value === "") return null;
      try {
        return type(field);
      } catch (error) {
        if (!(error instanceof FieldFault)) throw error;
        notes.push(noteOf(field, area, error.message));
        return null;
      }
    },
  };
}

function noteOf({ key, written, line, column }: YamlField, area: string, problem: string): Note {
  const name = shorten(key);
  const shown = typeof written === "string" ? ` ${JSON.stringify(shorten(written))}` : "";
  const message = `Cannot read ${name}${shown}: ${problem}`;
  return { severity: "error", rule: `${area}/${name}`, line, column, field: name, message };
}

/** Enough to recognize it by. */
function shorten(text: string): string {
  return text.slice(0, 60).toWellFormed();
}
