// Several places where an answer may be, one after the other.

import { GoneError, NotFoundError, UnavailableError } from "./http-errors.ts";

/** What lets the next attempt have its turn; of several the first named here is told. */
const ABSENCES = [UnavailableError, GoneError, NotFoundError] as const;

/** The answer of the first attempt that has one. @throws the absence that says most; at once, what is no absence */
export async function firstFound<T>(attempts: readonly (() => Promise<T>)[]): Promise<T> {
  const absences: unknown[] = [];
  for (const attempt of attempts) {
    try {
      return await attempt();
    } catch (error) {
      if (!ABSENCES.some((absence) => error instanceof absence)) throw error;
      absences.push(error);
    }
  }
  for (const absence of ABSENCES) {
    const found = absences.find((error) => error instanceof absence);
    if (found !== undefined) throw found;
  }
  throw new NotFoundError("Cannot find this page");
}
