type Rgb = readonly [red: number, green: number, blue: number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];

/**
 * A route's colour, moved towards white or black just as far as needed to stand out from the ground.
 *
 * @param color - `#rrggbb`
 * @param ground - `#rrggbb` or `rgb(r, g, b)`
 * @param ratio - least contrast after WCAG 2, default 3 (graphics)
 */
export function legible(color: string, ground: string, ratio = 3): string {
  const [own, below] = [parse(color), parse(ground)];
  const towards = luminance(below) < 0.18 ? WHITE : BLACK;
  for (let share = 0; share < 1; share += 0.05) {
    const moved = mix(own, towards, share);
    if (contrast(moved, below) >= ratio) return `rgb(${moved.join(', ')})`;
  }
  return `rgb(${towards.join(', ')})`;
}

/** Contrast of two colours after WCAG 2, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** Reads `#rrggbb` or `rgb(r, g, b)`; grey for anything else. */
export function parse(color: string): Rgb {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (hex) return [byte(hex[1], 16), byte(hex[2], 16), byte(hex[3], 16)];
  const rgb = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(color);
  return rgb ? [byte(rgb[1], 10), byte(rgb[2], 10), byte(rgb[3], 10)] : [128, 128, 128];
}

const byte = (text: string | undefined, radix: number) => Number.parseInt(text ?? '', radix);

const mix = (a: Rgb, b: Rgb, share: number): Rgb => [
  Math.round(a[0] + (b[0] - a[0]) * share),
  Math.round(a[1] + (b[1] - a[1]) * share),
  Math.round(a[2] + (b[2] - a[2]) * share),
];

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
