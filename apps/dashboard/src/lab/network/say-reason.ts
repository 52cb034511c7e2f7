import type { StepReason } from '@tickway/client';
import type { Formats } from '../../language/formats';
import type { NetworkTexts } from './texts/en';

/** Why auto mode took another transport, or why a try came to nothing, in words. */
export function sayReason(
  reason: StepReason,
  { texts, formats }: { readonly texts: NetworkTexts['auto']['reasons']; readonly formats: Formats },
): string {
  switch (reason.type) {
    case 'no-first-frame':
      return texts.noFirstFrame(formats.duration(reason.waitedMs));
    case 'refused':
      return texts.refused(reason.code);
    case 'silent':
      return texts.silent(formats.duration(reason.forMs));
    case 'lost-often':
      return texts.lostOften(formats.count(reason.losses), formats.duration(reason.withinMs));
    case 'held-back':
      return texts.heldBack(formats.duration(reason.heldMs));
    case 'works':
      return texts.works;
    case 'took-over':
      return texts.tookOver;
  }
}
