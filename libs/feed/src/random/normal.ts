import type { Random } from './random';

// Looked up once: in a sandbox (Jest's) every look at a global is slow, and these loops run millions of times.
const { abs, exp, floor, log, sqrt } = Math;

/** Layers of the ziggurat, where its tail begins, and each layer's area (Marsaglia & Tsang 2000, Doornik 2005). */
const LAYERS = 128;
const TAIL = 3.442619855899;
const AREA = 9.91256303526217e-3;

const density = (x: number) => exp(-0.5 * x * x);
const edges = layerEdges();

/**
 * A standard normal number. The ziggurat takes one uniform and no logarithm 98 times of 100: a
 * simulator that draws three of these a symbol and second feels the difference to Box and Muller.
 */
export function normal(random: Random): number {
  for (;;) {
    // The first bits choose the layer, the other 25 the place in it.
    const place = random() * LAYERS;
    const layer = floor(place);
    const outer = edges[layer] ?? 0;
    const inner = edges[layer + 1] ?? 0;
    const x = (2 * (place - layer) - 1) * outer;
    if (abs(x) < inner) return x;
    if (layer === 0) return x < 0 ? -tail(random) : tail(random);
    const [low, high] = [density(outer), density(inner)];
    if (low + random() * (high - low) < density(x)) return x;
  }
}

/** A normal number given that it is beyond the tail's begin (Marsaglia 1964). */
function tail(random: Random): number {
  for (;;) {
    const x = -log(1 - random()) / TAIL;
    const y = -log(1 - random());
    if (2 * y > x * x) return TAIL + x;
  }
}

/** Right edges of the layers from the bottom up; the bottom one's stands for its rectangle and tail together. */
function layerEdges(): readonly number[] {
  const found = [AREA / density(TAIL), TAIL];
  for (let i = 2; i < LAYERS; i++) {
    const below = found[i - 1] ?? TAIL;
    found.push(sqrt(-2 * log(AREA / below + density(below))));
  }
  return [...found, 0];
}
