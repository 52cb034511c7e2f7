import { seeded } from '@tickway/gateway';
import { parseTopic } from '@tickway/protocol';
import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '../clock/system-clock';
import { FrameMemo } from '../ledger/frame-memo';
import { Tally } from '../ledger/tally';
import { Viewer } from '../viewer/viewer';
import { wayOf } from '../viewer/ways';
import { tcpWire } from '../wire/tcp-wire';
import type { SampleQuestion, SampleSetting } from './sample-client';

const { server, name, topic, seed } = workerData as SampleSetting;
const [tally, memo] = [new Tally(), new FrameMemo()];
let [delays, connections]: [number[], number] = [[], 0];

parentPort?.on('message', (question: SampleQuestion) => {
  if (question === 'another') return another();
  parentPort?.postMessage(delays);
  delays = [];
});

function another(): void {
  let first = true;
  const viewer = new Viewer({
    ...{ server, tally, memo, clock: systemClock, dial: tcpWire },
    topics: [parseTopic(topic)],
    way: wayOf(name, { intervalMs: 0 }),
    random: seeded(seed, `sample ${connections++}`),
    seen: (frame) => {
      if (first) parentPort?.postMessage(undefined);
      first = false;
      if (frame.type !== 'delta') return;
      for (const { committedAt } of frame.rows) delays.push(systemClock.now() - committedAt);
    },
  });
  viewer.open();
}
