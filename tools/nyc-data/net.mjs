import { simplify } from './geometry.mjs';

/**
 * The net under many overlapping lines: each stretch once, cut at junctions, simplified. Lines along the
 * same street share their places in the source, so equal segments (in either direction) are one.
 *
 * @param {readonly (readonly [number, number])[][]} lines
 * @param {number} tolerance metres
 */
export function netOf(lines, tolerance) {
  const { places, neighbours } = graphOf(lines);
  const isJunction = (id) => neighbours.get(id).size !== 2;
  const open = new Set([...neighbours].flatMap(([id, next]) => [...next].map((to) => edge(id, to))));
  const chains = [];
  const walk = (from, to) => {
    const chain = [from];
    for (let at = from, next = to; next !== undefined;) {
      open.delete(edge(at, next));
      chain.push(next);
      [at, next] = [
        next,
        isJunction(next) ? undefined : [...neighbours.get(next)].find((id) => open.has(edge(next, id))),
      ];
    }
    chains.push(chain);
  };
  const walkFrom = (id) => neighbours.get(id).forEach((to) => open.has(edge(id, to)) && walk(id, to));
  for (const id of neighbours.keys()) if (isJunction(id)) walkFrom(id);
  for (const id of neighbours.keys()) walkFrom(id); // rings without a junction
  return joined(chains, isJunction).map((chain) =>
    simplify(
      chain.map((id) => places.get(id)),
      tolerance,
    ),
  );
}

const edge = (a, b) => (a < b ? `${a} ${b}` : `${b} ${a}`);

function graphOf(lines) {
  const places = new Map();
  const neighbours = new Map();
  const idOf = ([lat, lon]) => {
    const id = `${lat.toFixed(5)},${lon.toFixed(5)}`;
    if (!places.has(id)) places.set(id, [lat, lon]);
    if (!neighbours.has(id)) neighbours.set(id, new Set());
    return id;
  };
  for (const line of lines)
    line.map(idOf).forEach((id, i, ids) => {
      const before = ids[i - 1];
      if (before === undefined || before === id) return;
      neighbours.get(before).add(id);
      neighbours.get(id).add(before);
    });
  return { places, neighbours };
}

/** Chains that meet end to end, strung together: fewer, longer lines draw faster and take fewer bytes. */
function joined(chains, isJunction) {
  const starting = new Map();
  for (const chain of chains) push(starting, chain[0], chain);
  const used = new Set();
  const found = [];
  for (const chain of chains) {
    if (used.has(chain)) continue;
    const whole = [];
    for (let next = chain; next; next = starting.get(whole.at(-1))?.find((other) => !used.has(other))) {
      used.add(next);
      whole.push(...(whole.length === 0 ? next : next.slice(1)));
      if (!isJunction(whole.at(-1))) break;
    }
    found.push(whole);
  }
  return found;
}

const push = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));
