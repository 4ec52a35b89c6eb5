// Makes every response: the headers that all of them carry stand here.

import { SECURITY_HEADERS, STRICT_TRANSPORT } from "./security-headers.ts";

type Body = ConstructorParameters<typeof Response>[0];

export interface Answer {
  readonly status: number;
  readonly body: Body;
  /** Replace those that all responses carry. */
  readonly headers: Readonly<Record<string, string>>;
}

export function respond({ url }: Request, { status, body, headers }: Answer): Response {
  const all = new Headers(SECURITY_HEADERS);
  if (url.startsWith("https:")) all.set(...STRICT_TRANSPORT);
  // Names of cached headers are in lower case: by set() they replace, in a record they would be added.
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  return new Response(body, { status, headers: all });
}
