import { describe, expect, it } from "vitest";
import { listPage } from "../../src/page/list-page.ts";
import { context, entry } from "./sample.ts";

describe("listPage()", () => {
  it("shows each post with its own title when the reader reads another language", () => {
    const markup = listPage({ entries: [entry()], page: 1, hasOlder: false }, context("en")).markup;
    expect(markup).toContain('<html lang="en" dir="ltr">');
    expect(markup).toContain('<a href="/posts/dikkat" lang="tr">Dikkat neden gerekti?</a>');
  });
});
