// The port of what forgets which version is current. Pages need no purge: their keys name their inputs.

/** Told to the publisher with every publish. */
export type PurgeOutcome =
  | { readonly state: "done" }
  /** Readers see the old version for at most {@link staleSeconds} more. */
  | { readonly state: "failed"; readonly reason: string; readonly staleSeconds: number };

export interface Purge {
  /** Names of pointers; `hidden` are those whose objects readers must not see any more. Never rejects: the outcome says what happened. */
  purge(names: readonly string[], hidden?: readonly string[]): Promise<PurgeOutcome>;
}
