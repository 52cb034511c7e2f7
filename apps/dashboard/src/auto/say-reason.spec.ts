import type { StepReason } from '@tickway/client';
import { formatsIn } from '../language/formats';
import { sayStep, sayTry, type Voice } from './say-reason';
import { autoTexts } from './texts/auto-texts';

const english: Voice = { texts: autoTexts.en, formats: formatsIn('en') };
const korean: Voice = { texts: autoTexts.ko, formats: formatsIn('ko') };
const step = (reason: StepReason) => ({ from: 'websocket', to: 'streaming', reason, at: 0 }) as const;

describe('a step’s reason', () => {
  it.each<[StepReason, string]>([
    [{ type: 'no-first-frame', waitedMs: 5000 }, 'websocket opened, and nothing came in 5.00 s'],
    [{ type: 'refused', code: 'lost' }, 'websocket could not be opened'],
    [{ type: 'refused', code: 'forbidden_origin' }, 'websocket was refused: forbidden_origin'],
    [{ type: 'silent', forMs: 22_500 }, 'websocket was silent for 22.5 s'],
    [{ type: 'lost-often', losses: 3, withinMs: 12_000 }, 'websocket was lost 3 times in 12.0 s'],
    [
      { type: 'held-back', heldMs: 2500 },
      'websocket was held back on the way and came in bursts, up to 2.50 s late',
    ],
    [{ type: 'works', tries: 1 }, 'streaming answers'],
    [{ type: 'works', tries: 3 }, 'streaming answers again, at try 3'],
    [{ type: 'took-over' }, 'streaming was being tried when the other was lost'],
  ])('%j is said of the transport that it concerns', (reason, said) => {
    expect(sayStep(step(reason), english)).toBe(said);
  });

  it('is said in Korean', () => {
    expect(sayStep(step({ type: 'silent', forMs: 22_500 }), korean)).toBe('websocket: 22.5초 동안 소식 없음');
  });

  it('is said of a try that came to nothing', () => {
    const reason = { type: 'no-first-frame', waitedMs: 5000 } as const;
    expect(sayTry({ transport: 'websocket', reason, at: 0 }, korean)).toBe(
      'websocket: 열렸지만 5.00초 동안 아무것도 오지 않음',
    );
  });
});
