import { claimsOf, htmlReport, type ClaimVerdict, type ReportSection } from '@tickway/report';
import type { LanguageCode } from '../../language/language-code';
import type { cardTexts } from './card-texts';
import type { KnownMeasurement } from './standing';
import { plainTables, plotIn, toldIn } from './told-in';

/** What the report of all measurements is written in. */
export interface MeasurementsWriting {
  readonly language: LanguageCode;
  readonly texts: (typeof cardTexts)['en'];
  /** A verdict in a word. */
  readonly word: (verdict: ClaimVerdict['verdict']) => string;
  /** When, where and how one was measured. */
  readonly seen: (measurement: KnownMeasurement) => string;
  /** Where a claim's card is. */
  readonly cardOf: (claim: string) => string;
}

/** Measurements as one HTML file in the page's language. */
export const measurementsHtml = (
  measurements: readonly KnownMeasurement[],
  writing: MeasurementsWriting,
): string =>
  htmlReport({
    ...{ language: writing.language, title: writing.texts.report, intro: writing.texts.reportIntro },
    sections: measurements.map((measurement) => sectionOf(measurement, writing)),
  });

function sectionOf(measurement: KnownMeasurement, writing: MeasurementsWriting): ReportSection {
  const { language, texts, seen, cardOf } = writing;
  const { about, claims, finding } = measurement;
  const told = toldIn(language, measurement);
  return {
    title: told.title.text,
    verdicts: finding.verdicts.map((verdict) => verdictIn(verdict, writing)),
    notes: [
      [`${texts.prediction}.`, told.prediction.text],
      [`${texts.method}.`, told.method.text],
    ],
    tables: plainTables(told),
    plots: finding.plots.map((plot) => plotIn(language, plot)),
    about: seen(measurement),
    again: { label: texts.again, text: about.command, href: cardOf(claims[0] ?? '') },
  };
}

/** In Korean a claim is named by its numbers: its words stand on its card, which the report links. */
function verdictIn(verdict: ClaimVerdict, { language, texts, word }: MeasurementsWriting) {
  const { claim, because, becauseKo } = verdict;
  const numbers = claimsOf(verdict).join(', ');
  return {
    verdict: word(verdict.verdict),
    claim: language === 'en' ? claim : numbers === '' ? texts.ours : texts.claims(numbers),
    because: language === 'ko' ? becauseKo : because,
  };
}
