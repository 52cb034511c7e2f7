import { wireKinds, type WireChapter, type WireEvent } from './wire-event';

/**
 * Reads a chapter of a gateway's recording.
 *
 * @throws TypeError for another shape
 */
export function parseWire(value: unknown): WireChapter {
  const { oldest, next, events } = objectOf(value);
  if (!Array.isArray(events)) throw new TypeError('a recording without events');
  return { oldest: numberOf(oldest), next: numberOf(next), events: events.map(parseEvent) };
}

function parseEvent(value: unknown): WireEvent {
  const { n, at, connection, path, from, kind, framing, payload, text, ...rest } = objectOf(value);
  return {
    ...{ n: numberOf(n), at: numberOf(at), connection: numberOf(connection) },
    path: typeof path === 'string' ? path : '',
    from: from === 'viewer' ? 'viewer' : 'server',
    kind: kindOf(kind),
    ...{ framing: numberOf(framing), payload: numberOf(payload) },
    text: typeof text === 'string' ? text : '',
    ...(typeof rest.status === 'number' && { status: rest.status }),
    ...(typeof rest.opcode === 'number' && {
      ...{ opcode: rest.opcode, final: rest.final === true, compressed: rest.compressed === true },
    }),
  };
}

function kindOf(value: unknown): WireEvent['kind'] {
  const kind = wireKinds.find((one) => one === value);
  if (kind) return kind;
  throw new TypeError('an event of a kind that is not known');
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new TypeError('a recording of another shape');
  return Object.fromEntries(Object.entries(value));
}

function numberOf(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError('a recording lacks a number');
}
