import { describe, expect, it } from "vitest";
import { postPage } from "../../src/page/post-page.ts";
import { context, published } from "./sample.ts";

describe("postPage()", () => {
  it("is in the post's language when the reader's is another", () => {
    const markup = postPage(published(), context("ar")).markup;
    expect(markup).toContain('<html lang="tr" dir="ltr">');
    expect(markup).toContain('<header class="top" lang="ar" dir="rtl">');
  });
});
