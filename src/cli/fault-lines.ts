// What is wrong with a file, as lines for the person who wrote it.

import { InvalidSourceError, type Note } from "../post/note.ts";
import { type EditedSource, lineOnDisk } from "./jekyll-head.ts";
import { formatNote, PublishError } from "./publish-error.ts";

/**
 * Notes, or an error with or without notes → one line each: `posts/x.md:3:1: message`.
 * Lines are those of the file on disk, whatever was put into its front matter on the way.
 */
export function faultLines(
  path: string,
  fault: unknown,
  edit: EditedSource | null,
): readonly string[] {
  const notes = notesOf(fault);
  if (notes.length === 0) return isNotes(fault) ? [] : [`${path}: ${messageOf(fault)}`];
  return notes.map((note) => {
    const isMoved = note.line !== null && edit !== null;
    return formatNote(path, isMoved ? { ...note, line: lineOnDisk(note.line, edit) } : note);
  });
}

function notesOf(fault: unknown): readonly Note[] {
  if (isNotes(fault)) return fault;
  return fault instanceof InvalidSourceError || fault instanceof PublishError ? fault.notes : [];
}

function isNotes(fault: unknown): fault is readonly Note[] {
  return Array.isArray(fault);
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
