// Makes every response: the headers that all of them carry stand here.

import { SECURITY_HEADERS, STRICT_TRANSPORT } from "./security-headers.ts";

type Body = ConstructorParameters<typeof Response>[0];

export interface Answer {
  readonly status: number;
  readonly body: Body;
  /** Those of the same spelling replace the ones that all responses carry. */
  readonly headers: Readonly<Record<string, string>>;
}

export function respond({ url }: Request, { status, body, headers }: Answer): Response {
  const common = url.startsWith("https:") ? SECURE_HEADERS : SECURITY_HEADERS;
  return new Response(body, { status, headers: { ...common, ...headers } });
}

const SECURE_HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  ...STRICT_TRANSPORT,
};
