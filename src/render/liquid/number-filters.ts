// Liquid's filters for numbers (liquid/standardfilters.rb) and Jekyll's `to_integer`.

import { numberOf } from "./liquid-filter.ts";
import type { LiquidFilter } from "./liquid-filter.ts";

export const NUMBER_FILTERS: Readonly<Record<string, LiquidFilter>> = {
  abs: (_, value) => Math.abs(numberOf(value)),
  at_least: (_, value, limit) => Math.max(numberOf(value), numberOf(limit)),
  at_most: (_, value, limit) => Math.min(numberOf(value), numberOf(limit)),
  ceil: (_, value) => Math.ceil(numberOf(value)),
  floor: (_, value) => Math.floor(numberOf(value)),
  round: (_, value, digits = 0) => round(numberOf(value), numberOf(digits)),
  plus: (_, value, other) => decimal(numberOf(value) + numberOf(other)),
  minus: (_, value, other) => decimal(numberOf(value) - numberOf(other)),
  times: (_, value, other) => decimal(numberOf(value) * numberOf(other)),
  modulo: (_, value, other) => modulo(numberOf(value), numberOf(other)),
  to_integer: (_, value) =>
    typeof value === "boolean" ? Number(value) : Math.trunc(numberOf(value)),
};

/**
 * Whole numbers are divided to a whole number, rounded down, as in Ruby.
 *
 * @throws Error on division by 0
 */
export function divide(value: unknown, other: unknown, isWhole: boolean): number {
  const divisor = numberOf(other);
  if (divisor === 0) throw new Error("divided by 0");
  const quotient = numberOf(value) / divisor;
  return isWhole && Number.isInteger(numberOf(value)) ? Math.floor(quotient) : decimal(quotient);
}

/** Ruby counts in decimals: 0.1 plus 0.2 is 0.3. */
function decimal(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

/** @throws Error on division by 0 */
function modulo(value: number, other: number): number {
  if (other === 0) throw new Error("divided by 0");
  return decimal(((value % other) + other) % other);
}

function round(value: number, digits: number): number {
  const factor = 10 ** Math.min(15, Math.max(-15, Math.trunc(digits)));
  return (Math.sign(value) * Math.round(Math.abs(value) * factor)) / factor;
}
