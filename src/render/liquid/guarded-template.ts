// A template behind a guard: its fault empties its own place and is told to the author, a limit ends the outermost tag.

import { toValue } from "liquidjs";
import type { Context, Emitter, Template, Token, Value } from "liquidjs";
import { LiquidLimitError, runOf } from "./liquid-run.ts";
import type { LiquidRun } from "./liquid-run.ts";
import { textOf } from "./liquid-filter.ts";

/** A token of ours; text has no place, because it has no faults. */
type PlacedToken = Token & { readonly offset?: number };

export type Renderable = Pick<Template, "render">;

/** Puts a template behind the guard. */
export function guardTemplate(token: PlacedToken, template: Renderable): Template {
  return {
    token,
    *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const run = runOf(context);
      const { written: before } = run;
      try {
        run.enter();
        // What an outermost tag has written before it fails is not shown: half a loop says nothing.
        const target = run.isNested ? emitter : createBuffer();
        const written: unknown = yield template.render(context, target);
        if (typeof written === "string") target.write(run.write(written));
        if (target !== emitter) emitter.write(target.buffer);
      } catch (error) {
        reportFault(error, { run, token });
        if (!run.isNested) run.forgetSince(before);
      } finally {
        run.leave();
      }
    },
  };
}

function createBuffer(): Emitter & { buffer: string } {
  return {
    buffer: "",
    write(text: unknown): void {
      this.buffer += String(text);
    },
  };
}

/** Text: counted where a loop may repeat it, never lost elsewhere. */
export function createText(text: string): Renderable {
  return {
    render(context: Context, emitter: Emitter): string | undefined {
      if (runOf(context).isNested) return text;
      emitter.write(text);
      return undefined;
    },
  };
}

/** `{{ … }}`, printed as Ruby prints values. */
export function createOutput(value: Value): Renderable {
  return {
    *render(context: Context): Generator<unknown, string, unknown> {
      const result: unknown = yield value.value(context, true);
      return textOf(runOf(context), toValue(result));
    },
  };
}

interface Fault {
  readonly run: LiquidRun;
  readonly token: PlacedToken;
}

function reportFault(error: unknown, { run, token }: Fault): void {
  const limit = findLimit(error);
  if (limit !== null && run.isNested) throw limit;
  const rule = limit === null ? "render" : "limit";
  const shown = token.getText().replace(/\s+/g, " ").slice(0, 80);
  run.warn(rule, `Cannot render "${shown}": ${reasonOf(limit ?? error)}`, token.offset ?? 0);
}

/** liquidjs wraps what a template throws once per level. */
function findLimit(error: unknown): LiquidLimitError | null {
  for (let cause = error; cause instanceof Error; cause = originalOf(cause)) {
    if (cause instanceof LiquidLimitError) return cause;
  }
  return null;
}

function originalOf(error: Error): unknown {
  return "originalError" in error ? error.originalError : null;
}

/** The first line of an error's message, without liquidjs's place in the template. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "it failed";
  const [line = ""] = error.message.split("\n", 1);
  return line.replace(/, line:\d+, col:\d+$/, "").replace(/\.$/, "");
}
