// GFM's task lists: `[ ]` and `[x]` at the beginning of an item.

import { addClass } from "../attribute-list.ts";
import type { ListToken } from "./list.ts";
import type { TokenPrinter } from "../construct.ts";

export interface CheckboxToken {
  type: "checkbox";
  raw: string;
  checked: boolean;
}

export const checkboxPrinter: TokenPrinter = {
  type: "checkbox",
  print: ({ checked }: CheckboxToken) =>
    `<input type="checkbox" class="task-list-item-checkbox" disabled="disabled"${checked ? ' checked="checked"' : ""} />`,
};

const BOX = /^[ \t]*\[( |[xX])\][ \t\n]+/;

/** Gives each item that begins with a box its checkbox, and the list its class. */
export function markTasks(token: ListToken): void {
  if (!token.items.some((item) => isTask(item.tokens[0]))) return;
  token.attributes ??= new Map();
  addClass(token.attributes, "task-list");
  for (const item of token.items) {
    item.attributes ??= new Map();
    addClass(item.attributes, "task-list-item");
    const [first] = item.tokens;
    if (first?.type !== "paragraph" && first?.type !== "text") continue;
    const box = BOX.exec(first.text);
    if (box === null) continue;
    item.task = true;
    item.checked = box[1] !== " ";
    first.text = first.text.slice(box[0].length);
    first.tokens?.push({ type: "checkbox", raw: box[0], checked: item.checked });
  }
}

function isTask(token: ListToken["items"][number]["tokens"][number] | undefined): boolean {
  return (token?.type === "paragraph" || token?.type === "text") && BOX.test(token.text);
}
