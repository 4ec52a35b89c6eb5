// A page for an answer that is no page, in the reader's language.

import { html, type SafeHtml } from "../post/safe-html.ts";
import { listPath } from "./addresses.ts";
import { createChrome } from "./chrome.ts";
import { layout } from "./layout.ts";
import type { ErrorStatus } from "./messages/messages.ts";
import type { PageContext } from "./page-context.ts";
import { errorStyles } from "./styles.ts";

export function errorPage(status: ErrorStatus, context: PageContext): SafeHtml {
  const chrome = createChrome(context);
  const { messages } = chrome;
  const { title, text } = messages.errors[status];
  return layout(
    {
      title: `${title} · ${context.site.title}`,
      locale: chrome.locale,
      description: null,
      canonicalPath: null,
      alternates: [],
      styles: errorStyles(chrome.locale),
      head: null,
      pathIn: (locale) => listPath(1, locale),
      isHome: false,
      content: html`<p class="status">${status}</p>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="${listPath(1, context.explicitLocale)}">${messages.toHome}</a></p>`,
    },
    chrome,
  );
}
