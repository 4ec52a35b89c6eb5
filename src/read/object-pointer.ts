// Pointers at objects of the store: which version lies under a key.

import type { InputVersion } from "../cache/revision.ts";
import type { ContentStore, ObjectHead } from "../store/content-store.ts";

/** The pointer's name: whoever changes an object purges it. */
export function objectPointer(key: string): string {
  return `source/${key}`;
}

/** Null for a missing object. @throws StoreError */
export async function readVersion(store: ContentStore, key: string): Promise<InputVersion | null> {
  const head = await store.head(key);
  return head === null ? null : versionOf(head);
}

export function versionOf({ version, uploadedAt }: ObjectHead): InputVersion {
  return { version, changedAt: uploadedAt };
}
