import { htmlReport, type FindingTable, type Plot } from '@tickway/report';
import type { Formats } from '../../language/formats';
import type { LanguageCode } from '../../language/language-code';
import type { Levers } from '../levers/levers';
import { figureGroups } from '../race/figure-rows';
import type { Lane } from '../race/lane';
import type { RaceFigures } from '../race/race-figures';
import type { LabTexts } from '../texts/en';
import type { ReportTexts } from './report-texts';

/** A race, and all that its figures need to be believed. */
export interface RaceReport {
  readonly figures: RaceFigures;
  readonly lanes: readonly Pick<Lane, 'transport' | 'books'>[];
  readonly levers: Levers;
  /** The address that runs the same race again. */
  readonly address: string;
  /** As the browser names itself. */
  readonly browser: string;
  /** What starts the server's simulations, by feed. */
  readonly seeds: Readonly<Record<string, number>>;
}

/** What a race's report is written in. */
export interface RaceWriting {
  readonly language: LanguageCode;
  readonly texts: ReportTexts;
  readonly labTexts: LabTexts;
  readonly formats: Formats;
}

/** A race as one HTML file: its table, its distributions, its last minutes. */
export function raceHtml(race: RaceReport, writing: RaceWriting): string {
  const { figures, levers, address, browser } = race;
  const { texts, formats, language } = writing;
  return htmlReport({
    ...{ language, title: texts.title, intro: texts.intro },
    sections: [
      {
        title: texts.section(levers.topics.join(', '), formats.duration(figures.elapsedMs)),
        notes: [
          [`${texts.levers}:`, new URL(address).search.slice(1).replace(/&/g, ' ')],
          [`${texts.browser}:`, browser],
        ],
        tables: tablesOf(race, writing),
        plots: [spreadPlot(race, texts), timePlot(race, writing)],
        about: aboutText(race, writing),
        again: { label: texts.again, text: address, href: address },
      },
    ],
  });
}

function aboutText({ figures, levers, seeds }: RaceReport, { texts, formats }: RaceWriting): string {
  const samples = figures.lanes.map(({ topics }) => topics.get(levers.of)?.latency?.samples ?? 0);
  const started = Object.entries(seeds).map(([feed, seed]) => `${feed} ${seed}`);
  return texts.about(
    formats.date(figures.readAt),
    formats.count(samples.reduce((sum, one) => sum + one, 0)),
    [figures.node ?? '–', started.join(', ') || '–'],
  );
}

function tablesOf({ figures, levers }: RaceReport, writing: RaceWriting): readonly FindingTable[] {
  const { texts, labTexts, formats } = writing;
  const head = [texts.figure, ...figures.lanes.map(({ transport }) => transport)];
  return figureGroups(figures, { texts: labTexts, formats, of: levers.of }).map(({ name, rows }) => ({
    title: name,
    head,
    rows: rows.map((row) => [row.name, ...row.values]),
  }));
}

function spreadPlot({ figures, levers }: RaceReport, texts: ReportTexts): Plot {
  const { lanes } = figures;
  return {
    ...{ name: 'spread', title: texts.spread, x: '', y: 'ms', scale: 'half-logarithmic' },
    names: lanes.map(({ transport }) => transport),
    series: (['p50', 'p95', 'p99', 'max'] as const).map((share) => ({
      ...{ label: share, kind: 'dots' as const },
      points: lanes.flatMap(({ topics }, index) => {
        const value = topics.get(levers.of)?.latency?.[share];
        return value === undefined ? [] : [[index, value] as const];
      }),
    })),
  };
}

function timePlot({ figures, lanes, levers }: RaceReport, { texts, formats }: RaceWriting): Plot {
  const { windowMs, of } = levers;
  const from = figures.readAt - windowMs;
  return {
    ...{ name: 'time', title: texts.overTime(formats.duration(windowMs)) },
    ...{ x: texts.seconds, y: 'ms', scale: 'half-logarithmic' },
    series: lanes.map(({ transport, books }) => {
      const points: (readonly [number, number])[] = [];
      books
        .of(of)
        .overTime.of(windowMs)
        .visit(from, figures.readAt, (stretch) =>
          points.push([Math.max(0, stretch.from - from) / 1_000, stretch.mean]),
        );
      return { label: transport, kind: 'dots' as const, points };
    }),
  };
}
