import type { Formats } from '../../language/formats';
import type { StampedeResult } from './stampede-result';
import type { StampedeTexts } from './texts/en';

/** What words and numbers are written in. */
export interface Saying {
  readonly texts: StampedeTexts;
  readonly formats: Formats;
}

/** What is seen of a stampede, beside the others that were made, in a sentence or two. */
export function saySeen(
  result: StampedeResult,
  others: readonly StampedeResult[],
  saying: Saying,
): readonly string[] {
  const { texts, formats } = saying;
  const { served, expected, calmDelayMs, worstDelayMs } = result;
  const sentences = [sayRequests(result, saying)];
  if (served < expected) sentences.push(texts.incomplete(formats.count(served), formats.count(expected)));
  // Three times what it is in calm is more than the machine's own unrest.
  if (calmDelayMs !== undefined && worstDelayMs !== undefined && worstDelayMs > 3 * Math.max(1, calmDelayMs))
    sentences.push(texts.late(formats.duration(worstDelayMs), formats.duration(calmDelayMs)));
  const flattened = sayFlattened(result, others, saying);
  return flattened === undefined ? sentences : [...sentences, flattened];
}

function sayRequests(result: StampedeResult, { texts, formats }: Saying): string {
  const last = formats.duration(result.servedMs?.max);
  if (result.peak === 0) return texts.quiet(formats.count(result.asked.viewers), last);
  return texts.spike(formats.count(result.peak), formats.duration(result.spikeMs), last);
}

/** What the spread made of the peak, if the same was done without. */
function sayFlattened(
  { asked, peak }: StampedeResult,
  others: readonly StampedeResult[],
  { texts, formats }: Saying,
): string | undefined {
  const plain = others.find(
    (other) =>
      other.asked.jitterMs === 0 &&
      other.asked.way === asked.way &&
      other.asked.event === asked.event &&
      other.asked.viewers === asked.viewers,
  );
  if (asked.jitterMs === 0 || !plain || plain.peak === 0) return undefined;
  return texts.flattened(formats.duration(asked.jitterMs), formats.percent(peak / plain.peak));
}
