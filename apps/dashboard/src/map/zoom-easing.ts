/** How long Leaflet animates a zoom, ms. */
export const ZOOM_MS = 250;

/**
 * The progress of Leaflet's zoom animation, `cubic-bezier(0, 0, 0.25, 1)`, at a share of its time. The curve is
 * x = 0.75·s²·(1−s) + s³, y = 3·s²·(1−s) + s³ over its own parameter s, which is found by bisection.
 */
export function zoomEasing(share: number): number {
  if (share <= 0 || share >= 1) return Math.min(1, Math.max(0, share));
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (curve(middle, 0.25) < share) low = middle;
    else high = middle;
  }
  return curve((low + high) / 2, 1);
}

/** One coordinate of a Bézier curve from 0 to 1 whose first handle is at 0. */
const curve = (s: number, handle: number) => 3 * handle * s * s * (1 - s) + s ** 3;
