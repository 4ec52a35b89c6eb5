// The headers that keep text inert: raw HTML of posts is kept, and nothing in it runs.

import { INLINE_STYLES } from "../page/styles.ts";

/** Hosts that posts may embed frames of, for as long as a site names no others. */
const FRAME_HOSTS = ["https://www.youtube-nocookie.com", "https://player.vimeo.com"];

/** CSP Level 3 §2.3.1: `'sha256-…'` of the text of each inline style. */
const HASHES = await Promise.all(INLINE_STYLES.map(hashSource));

/** No nonces: pages are cached, and a cached nonce is a constant. KaTeX needs style attributes. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${HASHES.join(" ")}`,
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' https: data:",
  "font-src 'self'",
  "media-src 'self' https:",
  "connect-src 'self'",
  `frame-src ${FRAME_HOSTS.join(" ")}`,
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "manifest-src 'self'",
].join("; ");

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
};

/** Two years, as the preload list asks for; on https only, where browsers heed it (RFC 6797 §7.2). */
export const STRICT_TRANSPORT: Readonly<Record<string, string>> = {
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
};

async function hashSource(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
