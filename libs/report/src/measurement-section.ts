import { circumstancesText } from './circumstances';
import type { ReportSection } from './html-report';
import type { Measurement } from './measurement';

/** A measurement as a report tells it, in the lab's language. */
export const measurementSection = ({
  title,
  prediction,
  method,
  about,
  finding,
}: Measurement): ReportSection => ({
  title,
  verdicts: finding.verdicts,
  notes: [
    ['Prediction.', prediction],
    ['Method.', method],
  ],
  tables: finding.tables,
  plots: finding.plots,
  about: circumstancesText(about, (command) => command),
  again: { label: 'Again', text: about.command },
});
