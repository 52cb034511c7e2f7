import type { Formats } from '../../language/formats';
import type { cardTexts } from './card-texts';
import type { KnownMeasurement } from './standing';

/** When, where and how something was measured, in a line. */
export function saySeen(
  { about, from }: KnownMeasurement,
  texts: (typeof cardTexts)['en'],
  formats: Formats,
): string {
  const { machine, seed, date, scale } = about;
  const age = formats.duration(Math.max(0, Date.now() - Date.parse(date)));
  const on = `${machine.cores} × ${machine.processor}, Node ${machine.node}`;
  return [texts.seen(age, on, `${seed}`), texts.from[from], ...(scale < 1 ? [texts.quick] : [])].join(' · ');
}
