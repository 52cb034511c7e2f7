import { growth } from './growth.mjs';

const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
const whole = (count) => count.toLocaleString('en-US', { maximumFractionDigits: 0 });
const percent = (share) => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)} %`;

/**
 * docs/measurements/soak.md.
 *
 * @param {{ about: object, views: readonly object[], server: readonly object[] }} report
 */
export function soakDocument({ about, views, server }) {
  return `${[
    '# Soak: pages that stay open',
    `Made by \`${about.command}\` on ${about.date.slice(0, 10)}; no figure is written by hand. The data: [soak.json](soak.json).`,
    method(about),
    ['| what | second quarter | last quarter | growth |', '| --- | ---: | ---: | ---: |']
      .concat([...views.flatMap(rowsOf), ...serverRows(server)].map(rowText))
      .join('\n'),
    [...views.map(verdict), serverVerdict(server)].join('\n'),
  ].join('\n\n')}\n`;
}

const method = ({ machine, browser, seed, minutes, loadBefore, loadAfter }) =>
  [
    `- Machine: ${machine.processor}, ${machine.cores} cores, ${machine.system}; Chromium ${browser}, headless, without a GPU; load before and after: ${loadBefore.toFixed(1)} and ${loadAfter.toFixed(1)}.`,
    `- Seed ${seed}, Thursday 08:30 in New York when it begins; ${minutes} minutes, each view in a browser of its own, one server for all. Once a minute garbage is collected and the page is asked what it holds.`,
    '- Compared are the medians of the second and of the last quarter of the time; in the first quarter bounded windows fill. More than a tenth is growth.',
  ].join('\n');

function rowsOf({ name, looks }) {
  const of = (what, scale) => ({ what: `${name}: ${what}`, scale, looks });
  return [
    { ...of('JavaScript heap, MB', megabytes), values: looks.map(({ heapBytes }) => heapBytes) },
    { ...of('nodes of the document', whole), values: looks.map(({ nodes }) => nodes) },
    { ...of('event listeners', whole), values: looks.map(({ listeners }) => listeners) },
  ];
}

const serverRows = (server) => [
  { what: 'server: heap, MB', scale: megabytes, values: server.map(({ heapBytes }) => heapBytes) },
  { what: 'server: resident, MB', scale: megabytes, values: server.map(({ rssBytes }) => rssBytes) },
];

function rowText({ what, scale, values }) {
  const { early, late, share } = growth(values);
  return `| ${what} | ${scale(early)} | ${scale(late)} | ${percent(share)} |`;
}

function verdict({ name, looks, errors }) {
  const grew = rowsOf({ name, looks }).filter(({ values }) => growth(values).grew);
  const failed = errors.length > 0 ? `; ${errors.length} errors, first: ${errors[0]}` : '';
  return `- ${name}: **${grew.length > 0 ? `grew (${grew.map(({ what }) => what).join(', ')})` : 'no growth'}**${failed}.`;
}

function serverVerdict(server) {
  const { share, grew } = growth(server.map(({ rssBytes }) => rssBytes));
  return `- server: **${grew ? 'grew' : 'no growth'}** (${percent(share)} resident).`;
}
