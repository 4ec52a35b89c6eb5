// Makes every response: the headers that all of them carry stand here.

import { SECURITY_HEADERS } from "./security-headers.ts";

type Body = ConstructorParameters<typeof Response>[0];

export interface Answer {
  readonly status: number;
  readonly body: Body;
  readonly headers: Readonly<Record<string, string>>;
}

export function respond({ status, body, headers }: Answer): Response {
  return new Response(body, { status, headers: { ...SECURITY_HEADERS, ...headers } });
}
