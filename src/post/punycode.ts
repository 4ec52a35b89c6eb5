// Letters of any script as ASCII: Punycode (RFC 3492 §6.3), as domain names have it.

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const FIRST_OTHER = 0x80;

/**
 * Text → Punycode. Quadratic in the length of what is not ASCII: for short names.
 *
 * @example punycode("bücher") // → bcher-kva
 */
export function punycode(text: string): string {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < FIRST_OTHER);
  let output = String.fromCharCode(...basic) + (basic.length > 0 ? "-" : "");
  let delta = 0;
  let bias = INITIAL_BIAS;
  let handled = basic.length;
  let before = FIRST_OTHER;
  for (const next of [...new Set(points)].filter((point) => point >= FIRST_OTHER).sort(ascending)) {
    delta += (next - before) * (handled + 1);
    for (const point of points) {
      if (point < next) delta += 1;
      if (point !== next) continue;
      output += integer(delta, bias);
      bias = adapt(delta, { count: handled + 1, isFirst: handled === basic.length });
      delta = 0;
      handled += 1;
    }
    delta += 1;
    before = next + 1;
  }
  return output;
}

/** A number whose digits say themselves where it ends (§3.3). */
function integer(value: number, bias: number): string {
  let output = "";
  let rest = value;
  for (let place = BASE; ; place += BASE) {
    const threshold = Math.min(Math.max(place - bias, T_MIN), T_MAX);
    if (rest < threshold) return output + digit(rest);
    output += digit(threshold + ((rest - threshold) % (BASE - threshold)));
    rest = Math.floor((rest - threshold) / (BASE - threshold));
  }
}

/** §6.1. */
function adapt(
  value: number,
  { count, isFirst }: { readonly count: number; readonly isFirst: boolean },
): number {
  let delta = Math.floor(value / (isFirst ? DAMP : 2));
  delta += Math.floor(delta / count);
  let steps = 0;
  for (; delta > ((BASE - T_MIN) * T_MAX) / 2; steps += BASE)
    delta = Math.floor(delta / (BASE - T_MIN));
  return steps + Math.floor(((BASE - T_MIN + 1) * delta) / (delta + SKEW));
}

/** 0 is `a`, 26 is `0`. */
function digit(value: number): string {
  return "abcdefghijklmnopqrstuvwxyz0123456789".charAt(value);
}

function ascending(left: number, right: number): number {
  return left - right;
}
