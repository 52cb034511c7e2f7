/** The map's colours in the present look, as the canvas takes them. */
export interface Palette {
  readonly sea: string;
  readonly land: string;
  readonly street: string;
  readonly border: string;
  readonly label: string;
  readonly halo: string;
  /** CSS font family of the page. */
  readonly font: string;
}

/** Reads the palette from the design tokens (tokens.css) as `element` has them now. */
export function paletteOf(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--map-${name}`);
  return {
    sea: token('sea'),
    land: token('land'),
    street: token('street'),
    border: token('border'),
    label: token('label'),
    halo: token('halo'),
    font: style.fontFamily,
  };
}
