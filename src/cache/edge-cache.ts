// The port of the cache that all isolates of a data centre share. A fault of reading it is a miss, never an error.

export interface EdgeEntry {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

export interface EdgeCache {
  /** Null for a miss, and whenever the cache fails or is slow. */
  get(key: string): Promise<EdgeEntry | null>;
  /** Ends in time. @throws whatever the cache throws: who purges must know, who stores may go on */
  put(key: string, entry: EdgeEntry, maxAgeSeconds: number): Promise<void>;
}
