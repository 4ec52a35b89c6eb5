// Whether the reader is a program that asked for JSON: by the URL's extension, else by Accept.

import { chooseFormat } from "../negotiate/choose-format.ts";

export function wantsJson({ url, headers }: Request): boolean {
  const extension = /\.(md|json)$/.exec(new URL(url).pathname)?.[1];
  return extension === undefined
    ? chooseFormat(headers.get("Accept")) === "json"
    : extension === "json";
}
