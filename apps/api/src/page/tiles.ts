import { BadSetting } from '../setting';

/** Where map tiles come from. */
export interface Tiles {
  /** Address of a tile, with `{z}`, `{x}` and `{y}` in it. */
  readonly url: string;
  /** What the page's policy must let pictures come from. */
  readonly origin: string;
}

const OPEN_STREET_MAP = 'https://tile.openstreetmap.org/{z}/{x}/{y}.png';

/**
 * Reads the setting.
 *
 * @throws BadSetting when it is no address of tiles
 */
export function parseTiles(text: string = OPEN_STREET_MAP): Tiles | 'off' {
  if (text === 'off') return 'off';
  const bare = text.replace('{z}', '1').replace('{x}', '1').replace('{y}', '1');
  const whole = ['{z}', '{x}', '{y}'].every((part) => text.includes(part)) && !/[{}]/.test(bare);
  const url = whole && URL.canParse(bare) ? new URL(bare) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return { url: text, origin: url.origin };
  throw new BadSetting(`TICKWAY_TILES must be off or an address such as ${OPEN_STREET_MAP}`);
}
