// Does at start-up what the first request would wait for: V8 compiles code and regular expressions at their first use.

import { parseSlug } from "./post/slug.ts";
import { DEFAULT_SITE } from "./post/site.ts";
import { renderPost } from "./render/render-post.ts";
import { postPage } from "./page/post-page.ts";

/** Every construct once, with a formula of each kind and the commonest languages of code. */
const SOURCE = `---
title: "Warm-up: çay"
date: 2024-05-31 10:30:00 +0300
tags: [a, b]
header:
  image: ""
excerpts: {en: "text"}
---
# Title

Text with *emphasis*, **strong**, \`code\`, [a link](https://example.org "t"), ![an image](/a.png){: .left }, "quotes" -- it's... \\$5
<img src="{{ site.url }}{{ site.baseurl }}/a.png" alt="a"> and $$x^2$$ inline.[^1]

<p align="justify">raw *Markdown* [link](/a)</p>

> A quote

* one
+ two
- three

1. one
2. two

   loose

| a | b |
|---|:-:|
| 1 | 2 |

$$\\frac{a}{b} = \\sum_{i=1}^{n} \\mathrm{softmax}(x_i) \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}$$

\`\`\`python
import numpy as np
def f(x, y=1.5):
    """doc"""
    return np.sum(x, y)  # comment
\`\`\`

\`\`\`r
library(tidyverse)
df <- read_csv("a.csv")  # comment
\`\`\`

\`\`\`js
const a = async (b) => { return \`\${b}\`; }; // comment
\`\`\`

\`\`\`bash
cd /tmp && echo "$HOME" # comment
\`\`\`

{: .class #id}
A last paragraph{: .x }
{:toc}

[^1]: A note.
`;

/** Letters beyond Latin-1 make V8 compile each regular expression again. */
const WIDE_SOURCE = SOURCE.replaceAll("one", "ışık → ğ").replaceAll("Text", "Ağ “metin”").replaceAll("doc", "şey").replaceAll("comment", "açıklama ş");

/** Renders two small posts, page and all. Called at module scope, where a second of start-up is free. */
export function warmUp(): void {
  const slug = parseSlug("warm-up");
  if (slug === null) return;
  for (const source of [SOURCE, WIDE_SOURCE]) {
    const made = renderPost(source, { file: "warm-up.md", address: { slug, locale: null }, site: DEFAULT_SITE, uploadedAt: 0 });
    const page = { ...made, translations: [], dataExcerpts: {}, neighbours: { newer: null, older: null } };
    postPage(page, { site: DEFAULT_SITE, locale: DEFAULT_SITE.locale, explicitLocale: null });
  }
}
