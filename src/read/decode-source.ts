// Bytes → the text of a source: UTF-8, within the limit.

import { InvalidSourceError } from "../post/note.ts";

/** Real posts have under 100 KB; the renderer is proven linear up to here. */
export const MAX_SOURCE_BYTES: number = 256 * 1024;

/** @throws InvalidSourceError */
export function decodeSource(bytes: Uint8Array, file: string): string {
  if (bytes.byteLength > MAX_SOURCE_BYTES) {
    throw refused(
      file,
      `it has ${bytes.byteLength} bytes, the limit is ${MAX_SOURCE_BYTES}; divide it into several posts`,
    );
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refused(file, "it is not UTF-8; save it in that encoding");
  }
}

function refused(file: string, reason: string): InvalidSourceError {
  const message = `Cannot read "${file}": ${reason}`;
  return new InvalidSourceError(file, [
    { severity: "error", rule: "source/bytes", line: null, column: null, field: null, message },
  ]);
}
