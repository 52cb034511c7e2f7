/** The inspector in English; the other languages have this shape. */
export const en = {
  title: 'What really goes over the wire',
  intro:
    'A page cannot see its own headers or frames. Your gateway can: it records what passes on your side of it, byte for byte, and keeps the last of it. Cookies and tokens are masked. TCP/IP and TLS are not in it.',
  empty: {
    title: 'Nothing is recorded yet',
    text: 'Lay a clear line through a gateway of your own and start the race; then every request, header, handshake and frame is seen here with its size.',
    start: 'Lay a clear line and start',
  },
  now: 'now',
  clock: 'clock',
  chart: 'What passes in each lane over time; the list below holds the same, in words',
  chartNote:
    'Bars up: to you; down: to the server; as high as they are long in bytes, logarithmic. Bands: from a request to its answer’s end, waiting light. Pale bars: heartbeats.',
  tools: {
    label: 'What is shown',
    lanes: 'Lanes',
    pause: 'Pause',
    resume: 'Go on',
    clear: 'Clear',
    export: 'Export JSON',
    nearer: 'Nearer',
    wider: 'Wider',
    back: 'Earlier',
    forth: 'Later',
    follow: 'Follow',
    span: (time: string) => `${time} wide`,
    keys: 'Keys: ← → earlier and later, + − nearer and wider, End follows, Space pauses; ↑ ↓ in the list.',
  },
  timeline: 'Timeline: arrow keys, plus, minus, End and Space move it',
  sums: {
    title: 'In all',
    lane: 'Lane',
    requests: 'Requests',
    messages: 'Messages',
    framing: 'Heads and framing',
    payload: 'Payload',
    share: 'Overhead',
    note: (since: string) =>
      `Of what was read here in ${since}; both directions. Overhead: the share of heads, chunk sizes, frame heads and masks in all bytes.`,
  },
  list: {
    title: 'Events',
    label: 'Events of the stretch of time shown, newest first',
    shown: (shown: string, all: string) => `${shown} of ${all}`,
    none: 'Nothing passed in this stretch of time.',
    lost: (count: string) =>
      `${count} events had been forgotten by the gateway before they were read; how each open connection began is kept.`,
    up: 'to the server',
    down: 'to you',
  },
  details: {
    none: 'Choose an event to see it whole: head, opcode, sizes, the beginning of what it carries.',
    facts: {
      time: 'Time',
      lane: 'Lane',
      connection: 'Connection',
      direction: 'Direction',
      framing: 'Head or framing',
      payload: 'Payload',
      opcode: 'Opcode',
      final: 'Last frame of its message',
      compressed: 'Compressed',
      waited: 'Until its answer began',
      lasted: 'Until its answer ended',
      gap: 'Since the one before',
    },
    yes: 'yes',
    no: 'no',
    open: 'not yet',
    beginning: 'Its beginning',
    close: 'Close',
  },
  failed: (why: string) => `The recording cannot be read now (${why}); it is asked for again.`,
};

/** The inspector's texts. */
export type InspectorTexts = typeof en;
