import type { FailedTry, Step, StepReason } from '@tickway/client';
import type { Formats } from '../language/formats';
import type { AutoTexts } from './texts/auto-texts';

/** What reasons are said with. */
export interface Voice {
  readonly texts: AutoTexts;
  readonly formats: Formats;
}

/** Why a step was made. A climb is for what is climbed to, a fall for what is left. */
export function sayStep({ from, to, reason }: Step, voice: Voice): string {
  const climb = reason.type === 'works' || reason.type === 'took-over';
  return say(reason, climb ? to : from, voice);
}

/** Why a try came to nothing. */
export const sayTry = ({ reason, transport }: FailedTry, voice: Voice): string =>
  say(reason, transport, voice);

function say(reason: StepReason, transport: string, { texts: { why }, formats }: Voice): string {
  switch (reason.type) {
    case 'no-first-frame':
      return why[reason.type](transport, formats.duration(reason.waitedMs));
    case 'refused':
      return why[reason.type](transport, reason.code);
    case 'silent':
      return why[reason.type](transport, formats.duration(reason.forMs));
    case 'lost-often':
      return why[reason.type](transport, reason.losses, formats.duration(reason.withinMs));
    case 'held-back':
      return why[reason.type](transport, formats.duration(reason.heldMs));
    case 'works':
      return why[reason.type](transport, reason.tries);
    case 'took-over':
      return why[reason.type](transport);
  }
}
