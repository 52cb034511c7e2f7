import { seeded } from '@tickway/gateway';
import { coherentShare, flipRatio, seenShare, type PushAndPull } from './push-and-pull';

const intervals: readonly PushAndPull[] = [
  { publishMs: 100, pullMs: 100 },
  { publishMs: 500, pullMs: 100 },
  { publishMs: 100, pullMs: 500 },
  { publishMs: 130, pullMs: 1_000 },
];

describe('push against pull', () => {
  it.each(intervals)(
    'a viewer asking every $pullMs ms of $publishMs ms is as coherent as simulated',
    (one) => {
      const simulated = simulate(one);
      expect(simulated.coherent).toBeCloseTo(coherentShare(one), 2);
      expect(simulated.seen).toBeCloseTo(seenShare(one), 2);
    },
  );

  it('flips where a question’s answer costs as much as the writes that it spares', () => {
    const [writeUs, answerUs, publishMs] = [10, 80, 100];
    const pullMs = publishMs * flipRatio(writeUs, answerUs);
    expect(answerUs / pullMs).toBeCloseTo(writeUs / publishMs, 9);
  });
});

/** Many viewers, their phases at chance but spread over the interval, for a hundred questions. */
function simulate({ publishMs, pullMs }: PushAndPull) {
  const random = seeded(7, 'push and pull');
  const [viewers, questions] = [2_000, 100];
  let coherent = 0;
  let seen = 0;
  for (let viewer = 0; viewer < viewers; viewer++) {
    const phase = ((viewer + random()) / viewers) * pullMs;
    const versions = Array.from({ length: questions }, (_, i) =>
      Math.floor((phase + i * pullMs) / publishMs),
    );
    seen += new Set(versions).size;
    versions.forEach((version, i) => {
      const asked = phase + i * pullMs;
      coherent += Math.min((version + 1) * publishMs - asked, pullMs);
    });
  }
  const published = (viewers * questions * pullMs) / publishMs;
  return { coherent: coherent / (viewers * questions * pullMs), seen: seen / published };
}
