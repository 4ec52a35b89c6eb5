// Ports of this machine that nobody listens on.

import { createServer } from "node:net";

/** How many ports behind the first one are tried. */
const MAX_TRIES = 50;

/** The first free one from `port` on; 0 is any. @throws Error if so many are taken */
export async function freePort(port: number): Promise<number> {
  for (let tried = 0; tried < MAX_TRIES; tried += 1) {
    const free = await tryPort(port === 0 ? 0 : port + tried);
    if (free !== null) return free;
  }
  throw new Error(`Cannot find a free port from ${port} on: ${MAX_TRIES} are taken`);
}

/** The port itself, or the one that 0 became; null if it is taken. */
export function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const taken = typeof address === "object" && address !== null ? address.port : null;
      server.close(() => resolve(taken));
    });
  });
}
