import type { Formats } from '../../language/formats';
import type { StampedeResult } from './stampede-result';
import type { StampedeTexts } from './texts/en';

/** A figure of a stampede: its name in the texts, and its value as people read it. */
export interface StampedeColumn {
  readonly name: keyof StampedeTexts['columns'];
  readonly say: (result: StampedeResult, formats: Formats) => string;
}

/** What a stampede's row tells, in this order. */
export const stampedeColumns: readonly StampedeColumn[] = [
  { name: 'peak', say: ({ peak }, { number }) => number(peak, 0) },
  { name: 'plateau', say: ({ peak, plateau }, { number }) => (peak > 0 ? number(plateau, 0) : '–') },
  { name: 'lasts', say: ({ spikeMs }, { duration }) => duration(spikeMs) },
  { name: 'mean', say: ({ servedMs }, { duration }) => duration(servedMs?.mean) },
  { name: 'p99', say: ({ servedMs }, { duration }) => duration(servedMs?.p99) },
  { name: 'last', say: ({ servedMs }, { duration }) => duration(servedMs?.max) },
  {
    name: 'whole',
    say: ({ missing, doubled }, { count }) => `${count(missing)} / ${count(doubled)}`,
  },
  { name: 'calm', say: ({ calmDelayMs }, { duration }) => duration(calmDelayMs) },
  { name: 'worst', say: ({ worstDelayMs }, { duration }) => duration(worstDelayMs) },
  { name: 'busy', say: ({ generatorBusy }, { percent }) => percent(generatorBusy) },
];
