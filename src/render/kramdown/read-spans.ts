// The loop over a text's spans: plain text is passed over, and at every other character the constructs of the
// table are tried in their order.

import type { SpanConstruct } from "./construct.ts";
import type { SpanScanner, Stop } from "./span-scanner.ts";

const LAST_ASCII = 0x7f;

/** Reads spans up to the stop or the text's end; tells whether the stop was found. */
export function readSpans(scanner: SpanScanner, stop: Stop | null): boolean {
  const { text } = scanner;
  const { length } = text;
  const { starts } = scanner.order;
  const visited: number[] | null = stop === null ? null : [];
  scanner.plainStart = scanner.position;
  scanner.passFrom(scanner.position);
  for (let at = scanner.position; at < length;) {
    const code = text.charCodeAt(at);
    // Codes beyond the table's end are plain text, as are most in it; reading there would be slow.
    if (code > LAST_ASCII || starts[code] !== 1) {
      at += 1;
      continue;
    }
    scanner.passTo(at);
    scanner.position = at;
    if (stop !== null) {
      if (stop.isHopeless(scanner)) break;
      if (stop.isAt(scanner)) return true;
      if (!scanner.isEmpty()) visited?.push(at);
    }
    if (readOne(scanner, scanner.order.constructsAt(code))) {
      at = scanner.position;
      scanner.plainStart = at;
      scanner.passFrom(at);
      scanner.step();
    } else at += 1;
  }
  if (stop !== null) {
    scanner.position = scanner.passBack();
    stop.giveUp(scanner, visited ?? []);
    return false;
  }
  scanner.passTo(length);
  scanner.position = length;
  scanner.flush();
  return false;
}

function readOne(scanner: SpanScanner, constructs: readonly SpanConstruct[]): boolean {
  for (const construct of constructs) if (construct.read(scanner)) return true;
  return false;
}
