import type { TransportName } from '@tickway/protocol';
import type { Formats } from '../../language/formats';
import type { Effect } from './effects-of';
import type { NetworkTexts } from './texts/en';

/** How to say what a network does. */
export interface EffectWriting {
  readonly transport: TransportName;
  readonly texts: NetworkTexts['effects'];
  readonly formats: Formats;
}

/** What a network does to a transport, in a sentence or two. */
export function sayEffect(effect: Effect, { transport, texts, formats }: EffectWriting): string {
  switch (effect.type) {
    case 'held':
      return texts.held(formats.bytes(effect.bytes));
    case 'narrow':
      return texts.narrow(formats.bytes(effect.bytesPerSecond));
    case 'cut':
      return texts.cut(formats.duration(effect.afterMs));
    case 'beatsIdleCut':
      return texts.beatsIdleCut(formats.duration(effect.afterMs));
    case 'lossy':
      return texts.lossy(formats.percent(effect.loss));
    case 'late':
      return sayLate(effect, { transport, texts, formats });
    default:
      return texts[effect.type];
  }
}

type Late = Extract<Effect, { readonly type: 'late' }>;

function sayLate({ byMs, jitterMs }: Late, { transport, texts, formats }: EffectWriting): string {
  const asks = transport === 'polling' || transport === 'long-polling';
  const late = (asks ? texts.lateAsked : texts.late)(formats.duration(byMs));
  if (jitterMs === 0) return late;
  return byMs === 0 ? texts.jittered : `${late} ${texts.jittered}`;
}
