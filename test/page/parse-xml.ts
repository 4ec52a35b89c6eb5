// A strict reader for the XML that feeds use (XML 1.0 §2): throws where a document is not well-formed.

export interface XmlElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const PART = /<\?xml[^?]*\?>|<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
/** XML 1.0 §2.2: the characters that may stand in a document. */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Returns the root element. */
export function parseXml(document: string): XmlElement {
  if (ILLEGAL.test(document)) throw new Error("Cannot parse XML: it has an illegal character");
  const top: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  PART.lastIndex = 0;
  while (PART.lastIndex < document.length) {
    const at = PART.lastIndex;
    const match = PART.exec(document);
    if (match === null)
      throw new Error(`Cannot parse XML at ${JSON.stringify(document.slice(at, at + 60))}`);
    const [, closing, name, attributes = "", empty, text] = match;
    const parent = open.at(-1) ?? top;
    if (text !== undefined) parent.text += unescapeXml(text);
    else if (closing === "/") {
      if (open.pop()?.name !== name) throw new Error(`Cannot parse XML: </${name}> closes nothing`);
    } else if (name !== undefined) {
      const element: XmlElement = {
        name,
        attributes: attributesOf(attributes),
        children: [],
        text: "",
      };
      parent.children.push(element);
      if (empty !== "/") open.push(element);
    }
  }
  const [root] = top.children;
  if (open.length !== 1 || root === undefined || top.children.length !== 1)
    throw new Error("Cannot parse XML: it has not exactly one closed root");
  return root;
}

function attributesOf(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/([\w:]+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, unescapeXml(value)]));
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function unescapeXml(text: string): string {
  return text.replace(/&([^;]*);?/g, (reference, name: string) => {
    const entity = name.startsWith("#")
      ? String.fromCodePoint(Number(name.slice(1)))
      : ENTITIES[name];
    if (entity === undefined) throw new Error(`Cannot parse XML: it has no entity "${reference}"`);
    return entity;
  });
}
