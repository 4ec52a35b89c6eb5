// Contrast of two colours by WCAG 2.2, and the colours that a style sheet sets under a media query.

export type Palette = Readonly<Record<string, string>>;

/** Custom properties of `:root`, those of the media queries that hold where `scheme` holds over the general ones. */
export function paletteOf(css: string, scheme: string): Palette {
  const holds = (media: string): boolean =>
    media.split(" and ").every((feature) => scheme.includes(feature));
  const blocks = [...css.matchAll(/(?:@media ([^{]*)\{)?:root\{([^}]*)\}/g)].filter(
    ([, media]) => media === undefined || (scheme !== "" && holds(media)),
  );
  const declarations = blocks.flatMap(([, , body = ""]) => [...body.matchAll(/--(\w+):(#\w+)/g)]);
  return Object.fromEntries(declarations.map(([, name = "", value = ""]) => [name, value]));
}

/** From 1 to 21. */
export function contrast(palette: Palette, text: string, ground: string): number {
  const [light = 0, dark = 0] = [luminance(palette[text]), luminance(palette[ground])].sort(
    (a, b) => b - a,
  );
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour = ""): number {
  const digits = colour.length === 4 ? colour.replace(/\w/g, "$&$&") : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(parseInt(digits.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channel(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
