// What bench/cold.ts compares with: the obvious stack, its libraries as they come.

import core from "highlight.js/lib/common";
import { Liquid } from "liquidjs";
import { Marked } from "marked";
import katexExtension from "marked-katex-extension";
import { parse } from "yaml";

const marked = new Marked(katexExtension({ throwOnError: false, nonStandard: true }), {
  renderer: {
    code({ text, lang }) {
      const language =
        lang !== undefined && core.getLanguage(lang) !== undefined ? lang : "plaintext";
      return `<pre><code>${core.highlight(text, { language }).value}</code></pre>`;
    },
  },
});
const liquid = new Liquid();

const worker: ExportedHandler = {
  async fetch(request) {
    const [config = "", source = ""] = (await request.text()).split("\u0000");
    if (new URL(request.url).searchParams.has("nothing")) return new Response("0");
    const [, head = "", body = ""] = /^---\n([^]*?)\n---\n([^]*)$/.exec(source) ?? [];
    const context: object = { site: parse(config), page: parse(head) };
    const markdown: unknown = liquid.parseAndRenderSync(body, context);
    const html = marked.parse(String(markdown), { async: false });
    return new Response(`<!doctype html><title>${JSON.stringify(context)}</title>${html}`);
  },
};

export default worker;
