// HTML that may be sent to a browser. Text is unsafe until it is one of these objects: a string is always text.

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Markup that needs no further escaping; `markup` is its source text. */
export class SafeHtml {
  readonly markup: string;

  private constructor(markup: string) {
    this.markup = markup;
  }

  /** The one maker; call it as {@link html} or {@link unescapedHtml}. */
  static of(markup: string): SafeHtml {
    return new SafeHtml(markup);
  }

  toString(): string {
    return this.markup;
  }
}

/** What may stand in `${…}` of {@link html}: text is escaped, markup is kept, an absent value is nothing. */
export type HtmlValue =
  | SafeHtml
  | string
  | number
  | null
  | undefined
  | false
  | readonly HtmlValue[];

/**
 * Text → the same text inside an element or a quoted attribute.
 *
 * @example escapeText(`a < "b"`) // → a &lt; &quot;b&quot;
 */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/**
 * Declares markup safe without looking at it. Only for what a renderer has just built from escaped
 * parts, or what an author wrote as raw HTML, which the content security policy keeps inert.
 */
export function unescapedHtml(markup: string): SafeHtml {
  return SafeHtml.of(markup);
}

/**
 * A template literal whose values are escaped unless they are {@link SafeHtml}; lists are joined.
 * Values in attributes must stand in double quotes.
 *
 * @example html`<b title="${'"'}">${["a", html`<i>b</i>`]}</b>` // → <b title="&quot;">a<i>b</i></b>
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): SafeHtml {
  let markup = strings[0] ?? "";
  values.forEach((value, index) => {
    markup += markupOf(value) + (strings[index + 1] ?? "");
  });
  return SafeHtml.of(markup);
}

function markupOf(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof SafeHtml) return value.markup;
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "number") return String(value);
  return value.map(markupOf).join("");
}
