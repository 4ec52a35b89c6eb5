// Texts that a page must show as text, whatever they contain.

/** Nothing of this may come out as markup. */
export const HOSTILE =
  `"'><script>alert(1)</script><!--]]></title></style>&amp; &lt;b&gt; ` +
  "\u0000\u0008\u000b\u001f\u007f\u2028\u2029\ufffe\uffff\ud800 \u202egnp.exe {{ x }} ${y}";

/** The start tags of a document, without their attributes: hostile text must not add any. */
export function startTags(markup: string): readonly string[] {
  return [...markup.matchAll(/<([a-z][a-z0-9]*)/gi)].map((match) => match[1] ?? "");
}
