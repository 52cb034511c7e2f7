/** The stampede in English; the other languages have this shape. */
export const en = {
  title: 'Stampede',
  intro:
    'Many viewers, and what happens to all of them at one moment: parked long polls that one event answers, or connections that all end at once. Run by the server’s lab against a server of its own.',
  form: 'What happens',
  way: 'Viewers by',
  event: 'Event',
  events: { 'one-event': 'one update to all', cut: 'all connections cut' },
  viewers: 'Viewers',
  jitter: 'Jitter, ms',
  jitterHint: 'Jitter: each asks again, or comes back, after a time at chance from 0 to this.',
  start: 'Let it happen',
  requests: 'Requests in each 10 ms',
  delay: 'How late the server’s event loop is, ms',
  delayNote:
    'A thread beside asks the server for its time every 10 ms; what it takes to answer is its lateness as seen from outside, waiting for a processor included.',
  axis: 'ms from the event',
  plateau: (viewers: string, jitter: string, plateau: string) =>
    `formula: ${viewers} × 10 ms ÷ ${jitter} = ${plateau}`,
  chart: 'Requests in each 10 ms after the event, by run, with the plateau that arithmetic predicts',
  delayChart: 'What the server took to answer, by when it was asked after the event, by run',
  label: (way: string, event: string, [viewers, jitter]: readonly [string, string]) =>
    `${viewers} × ${way}, ${event}, ${jitter}`,
  noJitter: 'no jitter',
  withJitter: (jitter: string) => `jitter 0–${jitter}`,
  shown: 'Runs laid over each other',
  none: 'Nothing has happened yet on this server. A good pair to compare: jitter 0, then 200.',
  columns: {
    run: 'Run',
    peak: 'Peak in 10 ms',
    plateau: 'Formula',
    lasts: 'Requests last',
    mean: 'Have it after, mean',
    p99: 'p99',
    last: 'Last',
    whole: 'Missing / double',
    calm: 'Server answers, calm',
    worst: 'At worst',
    busy: 'Generator busy',
  },
  seen: 'What is seen',
  quiet: (viewers: string, last: string) =>
    `An update over standing lines makes no request at all; the last of ${viewers} viewers has it after ${last}.`,
  spike: (peak: string, lasts: string, last: string) =>
    `At worst ${peak} requests come in 10 ms, and all within ${lasts}; the last viewer has the update after ${last}.`,
  late: (worst: string, calm: string) =>
    `The server, which answers in ${calm} when it is calm, takes up to ${worst}.`,
  flattened: (jitter: string, share: string) =>
    `A jitter of 0–${jitter} makes the peak ${share} of what it is without.`,
  incomplete: (served: string, expected: string) =>
    `Only ${served} of ${expected} had it in the time looked at.`,
  about: (repeats: string, age: string, machine: string) =>
    `Mean of ${repeats} repeats · measured ${age} ago · ${machine}`,
  report: 'Tickway: stampede',
  figures: 'Figures',
  figure: 'Figure',
  value: 'Value',
  counted: 'measured',
  again: 'The same again',
  measured: (repeats: string, at: string) => `Mean of ${repeats} repeats · measured ${at}`,
  warnings: 'To know before believing it',
  hide: 'Hide',
  exports: 'Export',
};

/** Texts of the stampede. */
export type StampedeTexts = typeof en;
