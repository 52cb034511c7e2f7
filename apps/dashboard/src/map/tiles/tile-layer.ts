import { TileLayer } from 'leaflet';

/** So many tiles that fail one after the other are no holes in the map: nobody answers. */
const TOO_MANY = 4;

/**
 * Pictures of the ground by an address with `{z}`, `{x}` and `{y}`. When nobody answers, `failed` is told once; whoever owns the
 * layer then takes it away, and nothing is asked for again until it is put back.
 */
export function tileLayer(url: string, failed: () => void): TileLayer {
  const layer = new TileLayer(url, {
    maxZoom: 19,
    className: 'tiles',
    // OpenStreetMap refuses who does not say where he comes from; this page says it to nobody else.
    referrerPolicy: 'strict-origin-when-cross-origin',
  });
  let failures = 0;
  layer.on('tileload', () => (failures = 0));
  layer.on('tileerror', () => {
    if (++failures === TOO_MANY) failed();
  });
  return layer;
}
