// Wall-clock times of an IANA time zone → instants, with the rules that the runtime's Intl knows.

/** No zone changes its clock twice within two days. */
const DAY = 24 * 60 * 60 * 1000;

/**
 * Wall clock (milliseconds as if it were UTC) → milliseconds since 1970. A time that a change of the clock leaves
 * out moves behind it, one that happens twice is the second: so Ruby's Time has them.
 *
 * @example instantOf(Date.UTC(2024, 0, 1), "Europe/Istanbul") // → Date.UTC(2023, 11, 31, 21)
 */
export function instantOf(wall: number, timeZone: string): number {
  return timeZone === "UTC" ? wall : instantIn(wall, zoneFormat(timeZone));
}

/** As {@link instantOf}, many at once: a zone's format takes longer to make than to use three times (measured). */
export function instantsOf(walls: readonly number[], timeZone: string): readonly number[] {
  if (timeZone === "UTC") return walls;
  const zone = zoneFormat(timeZone);
  return walls.map((wall) => instantIn(wall, zone));
}

function instantIn(wall: number, zone: Intl.DateTimeFormat): number {
  const later = wall - offsetAt(wall + DAY, zone);
  if (later + offsetAt(later, zone) === wall) return later;
  return wall - offsetAt(wall - DAY, zone);
}

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
}

/** The zone's offset at an instant, in milliseconds east of UTC. */
function offsetAt(instant: number, zone: Intl.DateTimeFormat): number {
  const parts = new Map(
    zone.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const value = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wall = Date.UTC(
    value("year"),
    value("month") - 1,
    value("day"),
    value("hour"),
    value("minute"),
    value("second"),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}
