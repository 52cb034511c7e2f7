import { htmlReport, type Plot } from '@tickway/report';
import type { Formats } from '../../language/formats';
import type { LanguageCode } from '../../language/language-code';
import { saySeen } from './say-seen';
import { stampedeColumns } from './stampede-columns';
import type { StampedeResult } from './stampede-result';
import type { StampedeTexts } from './texts/en';

/** What a stampede's report is written in. */
export interface StampedeWriting {
  readonly texts: StampedeTexts;
  readonly formats: Formats;
  readonly language: LanguageCode;
}

/** What a stampede was, in a few words. */
export function stampedeLabel({ asked }: StampedeResult, { texts, formats }: StampedeWriting): string {
  const jitter = asked.jitterMs === 0 ? texts.noJitter : texts.withJitter(formats.duration(asked.jitterMs));
  return texts.label(asked.way, texts.events[asked.event], [formats.count(asked.viewers), jitter]);
}

/** On what it was measured and how often, without its age. */
export const machineOf = ({ machine, seed }: StampedeResult): string =>
  `${machine.cores} × ${machine.processor}, ${machine.system}, Node ${machine.node}, seed ${seed}`;

/** A stampede by time as CSV (RFC 4180): a line for each bin; an empty field is a question that nobody answered. */
export function stampedeCsv({ requests, delayMs, binMs }: StampedeResult): string {
  const lines = requests.map((count, i) => [i * binMs, count, delayMs[i] ?? ''].join());
  return [`from_ms,requests_in_${binMs}_ms,server_answers_after_ms`, ...lines, ''].join('\r\n');
}

/** A stampede as one HTML file. `address` is where the same one is asked for again. */
export function stampedeHtml(
  result: StampedeResult,
  writing: StampedeWriting & { readonly address: string },
): string {
  const { texts, formats, language, address } = writing;
  const about = texts.measured(formats.count(result.repeats), formats.date(Date.parse(result.date)));
  return htmlReport({
    ...{ language, title: texts.report, intro: texts.intro },
    sections: [
      {
        title: stampedeLabel(result, writing),
        notes: [
          [`${texts.seen}:`, saySeen(result, [], writing).join(' ')],
          ...result.warnings.map((warning) => [`${texts.warnings}:`, warning] as const),
          [`${texts.delay}:`, texts.delayNote],
        ],
        tables: [figuresTable(result, writing)],
        plots: [requestPlot(result, texts), delayPlot(result, texts)],
        about: `${about} · ${machineOf(result)}`,
        again: { label: texts.again, text: result.command, href: address },
      },
    ],
  });
}

const figuresTable = (result: StampedeResult, { texts, formats }: StampedeWriting) => ({
  ...{ title: texts.figures, head: [texts.figure, texts.value] },
  rows: stampedeColumns.map(({ name, say }) => [texts.columns[name], say(result, formats)]),
});

function requestPlot({ requests, binMs, asked, plateau, peak }: StampedeResult, texts: StampedeTexts): Plot {
  const formula = [
    [0, plateau],
    [asked.jitterMs, plateau],
  ] as const;
  return {
    ...{ name: 'requests', title: texts.requests, x: texts.axis, y: '' },
    series: [
      ...(asked.jitterMs > 0 && peak > 0
        ? [{ label: texts.columns.plateau, kind: 'line' as const, points: formula }]
        : []),
      {
        ...{ label: texts.counted, kind: 'dots' },
        points: requests.map((count, i) => [(i + 0.5) * binMs, count]),
      },
    ],
  };
}

const delayPlot = ({ delayMs, binMs }: StampedeResult, texts: StampedeTexts): Plot => ({
  ...{ name: 'delay', title: texts.delay, x: texts.axis, y: 'ms' },
  series: [
    {
      ...{ label: texts.counted, kind: 'dots' },
      points: delayMs.flatMap((ms, i) => (ms === undefined ? [] : [[(i + 0.5) * binMs, ms] as const])),
    },
  ],
});
