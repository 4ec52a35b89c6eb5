// The Worker of bench/cold.ts: renders the post in the request's body, leaving out what the URL says.

import { postPage } from "../src/page/post-page.ts";
import { parseSite } from "../src/post/site.ts";
import { parseSlug, type Slug } from "../src/post/slug.ts";
import type { Measure } from "../src/render/measure.ts";
import { renderPost } from "../src/render/render-post.ts";
import warmUpSource from "../src/warm-up.md";
import { warmUp } from "../src/warm-up.ts";

declare const WARM: string;

if (WARM === "yes") warmUp(warmUpSource);

const SLUG = parseSlug("post") as Slug;

class StoppedError extends Error {}

const worker: ExportedHandler = {
  async fetch(request) {
    const { searchParams } = new URL(request.url);
    const [config = "", source = ""] = (await request.text()).split("\u0000");
    const site = parseSite(config);
    if (searchParams.has("nothing")) return new Response("0");
    try {
      const address = { slug: SLUG, locale: null };
      const made = renderPost(source, {
        file: "post.md",
        address,
        site,
        includes: {},
        uploadedAt: 0,
        measure: leavingOut(searchParams.get("without"), searchParams.get("until")),
      });
      if (searchParams.has("render")) return new Response(made.rendered.html.markup);
      const page = {
        ...made,
        translations: [],
        dataExcerpts: {},
        neighbours: { newer: null, older: null },
      };
      const context = { site, locale: site.locale, explicitLocale: null };
      return new Response(postPage(page, context).markup);
    } catch (error) {
      if (error instanceof StoppedError) return new Response("stopped");
      throw error;
    }
  },
};

/** A phase that is left out gives what an empty formula or block of code gives. */
function leavingOut(without: string | null, until: string | null): Measure {
  return (phase, work) => {
    if (phase === without) return { html: "", notes: [] } as ReturnType<typeof work>;
    const result = work();
    if (phase === until) throw new StoppedError();
    return result;
  };
}

export default worker;
