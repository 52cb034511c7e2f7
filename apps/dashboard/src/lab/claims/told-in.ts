import type { Finding, Measurement, Plot } from '@tickway/report';
import type { LanguageCode } from '../../language/language-code';
import { labWords, type LabWords } from '../words/lab-words';
import { experimentTexts, type ExperimentWords } from './experiment-texts';

/** What a measurement says beside its numbers, each text with the language that it is in. */
export interface ToldMeasurement extends Readonly<Record<keyof ExperimentWords, LabWords>> {
  readonly tables: readonly {
    readonly title: LabWords;
    readonly head: readonly LabWords[];
    readonly rows: readonly (readonly LabWords[])[];
  }[];
}

/** A measurement in the page's language, as far as there are words for it. */
export function toldIn(language: LanguageCode, measurement: Measurement): ToldMeasurement {
  const words = (text: string) => labWords(text, language);
  const own = language === 'ko' ? experimentTexts[measurement.name] : undefined;
  const told = (part: keyof ExperimentWords): LabWords => {
    const said = measurement[part];
    return own && saysTheSame(said, own[part]) ? { text: own[part], lang: 'ko' } : { text: said, lang: 'en' };
  };
  return {
    ...{ title: told('title'), prediction: told('prediction'), method: told('method') },
    tables: measurement.finding.tables.map(({ title, head, rows }) => ({
      ...{ title: words(title), head: head.map(words) },
      rows: rows.map((row) => row.map(words)),
    })),
  };
}

/** A plot in the page's language, as far as there are words for it. */
export function plotIn(language: LanguageCode, plot: Plot): Plot {
  const words = (text: string) => labWords(text, language).text;
  const { title, x, y, names, series } = plot;
  return {
    ...plot,
    ...{ title: words(title), x: words(x), y: words(y) },
    ...(names && { names: names.map(words) }),
    series: series.map((one) => ({ ...one, label: words(one.label) })),
  };
}

/** The same for a table whose texts are all that is wanted. */
export const plainTables = ({ tables }: ToldMeasurement): Finding['tables'] =>
  tables.map(({ title, head, rows }) => ({
    ...{ title: title.text, head: head.map(({ text }) => text) },
    rows: rows.map((row) => row.map(({ text }) => text)),
  }));

const numbers = /(?<![\w-])\d(?:[\d,.]*\d)?/g;

/** Whether a text in other words has every number of what was said: one made with other numbers has not. */
function saysTheSame(said: string, otherwise: string): boolean {
  const there = new Set(otherwise.match(numbers));
  return (said.match(numbers) ?? []).every((number) => there.has(number));
}
