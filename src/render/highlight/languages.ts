// The languages that code is highlighted in: names as Jekyll's highlighter (Rouge 3.30) knows them → grammars of highlight.js 11.

import type { LanguageFn } from "highlight.js";
import apache from "highlight.js/lib/languages/apache";
import bash from "highlight.js/lib/languages/bash";
import c from "highlight.js/lib/languages/c";
import clojure from "highlight.js/lib/languages/clojure";
import cmake from "highlight.js/lib/languages/cmake";
import cpp from "highlight.js/lib/languages/cpp";
import csharp from "highlight.js/lib/languages/csharp";
import css from "highlight.js/lib/languages/css";
import dart from "highlight.js/lib/languages/dart";
import diff from "highlight.js/lib/languages/diff";
import dockerfile from "highlight.js/lib/languages/dockerfile";
import dos from "highlight.js/lib/languages/dos";
import elixir from "highlight.js/lib/languages/elixir";
import erlang from "highlight.js/lib/languages/erlang";
import fortran from "highlight.js/lib/languages/fortran";
import fsharp from "highlight.js/lib/languages/fsharp";
import go from "highlight.js/lib/languages/go";
import graphql from "highlight.js/lib/languages/graphql";
import groovy from "highlight.js/lib/languages/groovy";
import haskell from "highlight.js/lib/languages/haskell";
import http from "highlight.js/lib/languages/http";
import ini from "highlight.js/lib/languages/ini";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import julia from "highlight.js/lib/languages/julia";
import kotlin from "highlight.js/lib/languages/kotlin";
import latex from "highlight.js/lib/languages/latex";
import lisp from "highlight.js/lib/languages/lisp";
import lua from "highlight.js/lib/languages/lua";
import makefile from "highlight.js/lib/languages/makefile";
import markdown from "highlight.js/lib/languages/markdown";
import matlab from "highlight.js/lib/languages/matlab";
import nginx from "highlight.js/lib/languages/nginx";
import objectivec from "highlight.js/lib/languages/objectivec";
import ocaml from "highlight.js/lib/languages/ocaml";
import perl from "highlight.js/lib/languages/perl";
import php from "highlight.js/lib/languages/php";
import powershell from "highlight.js/lib/languages/powershell";
import properties from "highlight.js/lib/languages/properties";
import protobuf from "highlight.js/lib/languages/protobuf";
import python from "highlight.js/lib/languages/python";
import r from "highlight.js/lib/languages/r";
import ruby from "highlight.js/lib/languages/ruby";
import rust from "highlight.js/lib/languages/rust";
import scala from "highlight.js/lib/languages/scala";
import scss from "highlight.js/lib/languages/scss";
import shell from "highlight.js/lib/languages/shell";
import sql from "highlight.js/lib/languages/sql";
import swift from "highlight.js/lib/languages/swift";
import typescript from "highlight.js/lib/languages/typescript";
import vim from "highlight.js/lib/languages/vim";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";

export interface Language {
  /** The grammar's name in highlight.js. */
  readonly grammar: string;
  readonly define: LanguageFn;
  /** What authors write after a fence, in lower case, the grammar's own name left out. */
  readonly aliases: readonly string[];
  /** Grammars used inside this one; without them their part of the code stays plain. */
  readonly embeds: readonly string[];
}

const LANGUAGES: readonly Language[] = [
  language("apache", apache),
  language("bash", bash, ["sh", "shell", "zsh", "ksh"]),
  language("c", c, ["h"]),
  language("clojure", clojure, ["clj", "cljs"]),
  language("cmake", cmake),
  language("cpp", cpp, ["c++", "cc", "hpp"]),
  language("csharp", csharp, ["c#", "cs"]),
  language("css", css),
  language("dart", dart),
  language("diff", diff, ["patch", "udiff"]),
  language("dockerfile", dockerfile, ["docker"], ["bash"]),
  language("dos", dos, ["batchfile", "bat", "batch", "dosbatch", "winbatch", "cmd"]),
  language("elixir", elixir, ["exs", "ex"]),
  language("erlang", erlang, ["erl"]),
  language("fortran", fortran, ["f90"]),
  language("fsharp", fsharp, ["f#", "fs"]),
  language("go", go, ["golang"]),
  language("graphql", graphql, ["gql"]),
  language("groovy", groovy, ["gradle"]),
  language("haskell", haskell, ["hs"]),
  language("http", http, [], ["json"]),
  language("ini", ini, ["toml", "conf", "config", "configuration", "cfg"]),
  language("java", java),
  language("javascript", javascript, ["js", "jsx", "react", "mjs", "cjs", "node"], ["xml", "css"]),
  language("json", json, ["json-doc", "jsonc", "json5"]),
  language("julia", julia, ["jl"]),
  language("kotlin", kotlin, ["kt", "kts"]),
  language("latex", latex, ["tex"]),
  language("lisp", lisp, ["common_lisp", "common-lisp", "cl", "elisp", "emacs-lisp"]),
  language("lua", lua),
  language("makefile", makefile, ["make", "mf", "gnumake", "bsdmake"]),
  language("markdown", markdown, ["md", "mkd"], ["xml"]),
  language("matlab", matlab, ["m", "octave"]),
  language("nginx", nginx),
  language("objectivec", objectivec, ["objective_c", "objc", "obj-c", "obj_c", "objective-c"]),
  language("ocaml", ocaml, ["ml"]),
  language("perl", perl, ["pl"]),
  language("php", php, ["php3", "php4", "php5"]),
  language("powershell", powershell, ["posh", "microsoftshell", "msshell", "ps1"]),
  language("properties", properties),
  language("protobuf", protobuf, ["proto"]),
  language("python", python, ["py", "python3", "py3"]),
  language("r", r, ["s"]),
  language("ruby", ruby, ["rb", "irb", "pry"]),
  language("rust", rust, ["rs"]),
  language("scala", scala),
  language("scss", scss),
  language("shell", shell, ["console", "terminal", "shell_session", "shell-session"], ["bash"]),
  language("sql", sql, ["mysql", "postgresql", "sqlite"]),
  language("swift", swift),
  language("typescript", typescript, ["ts", "tsx"], ["xml", "css"]),
  language("vim", vim, ["viml", "vimscript"]),
  language("xml", xml, ["html", "xhtml", "svg", "rss", "atom", "vue"], ["javascript", "css"]),
  language("yaml", yaml, ["yml"]),
];

const BY_NAME: ReadonlyMap<string, Language> = new Map([
  ...LANGUAGES.map((item) => [item.grammar, item] as const),
  // Aliases after grammars: "shell" at a fence is Bash for Rouge, while highlight.js means a session with prompts.
  ...LANGUAGES.flatMap((item) => item.aliases.map((alias) => [alias, item] as const)),
]);

const BY_GRAMMAR: ReadonlyMap<string, Language> = new Map(
  LANGUAGES.map((item) => [item.grammar, item]),
);

/**
 * The language an author names, or null if there is no grammar for it.
 *
 * @example findLanguage("C++")?.grammar // → "cpp"
 */
export function findLanguage(name: string): Language | null {
  return BY_NAME.get(name.toLowerCase()) ?? null;
}

/** The language with exactly this grammar name, for {@link Language.embeds}. */
export function findGrammar(grammar: string): Language | null {
  return BY_GRAMMAR.get(grammar) ?? null;
}

function language(
  grammar: string,
  define: LanguageFn,
  ...[aliases = [], embeds = []]: readonly (readonly string[])[]
): Language {
  return { grammar, define, aliases, embeds };
}
