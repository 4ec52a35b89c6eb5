// axe-core in a page: WCAG 2.2 A and AA, and what axe calls best practice.

import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const TAGS: readonly string[] = [
  "wcag2a",
  "wcag2aa",
  "wcag21a",
  "wcag21aa",
  "wcag22a",
  "wcag22aa",
  "best-practice",
];

/** Each broken rule with the first element that breaks it. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations }: AxeResults = await page.evaluate(
    (tags) => globalThis.axe.run({ runOnly: [...tags] }),
    TAGS,
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""} ${nodes[0]?.failureSummary ?? ""}`,
  );
}

declare global {
  var axe: { run(options: { readonly runOnly: string[] }): Promise<AxeResults> };
}
