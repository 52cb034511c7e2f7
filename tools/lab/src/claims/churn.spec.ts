import { VirtualClock } from '@tickway/gateway';
import { parseTopic } from '@tickway/protocol';
import { FrameMemo } from '../ledger/frame-memo';
import { Tally } from '../ledger/tally';
import { Crowd } from '../load/crowd';
import { ScriptedServer } from '../testing/scripted-server';
import { wayOf } from '../viewer/ways';
import { churn } from './churn';

describe('churn', () => {
  it('gives each viewer a new connection before one has a second, at its rate, until it is stopped', () => {
    const [clock, { dial }] = [new VirtualClock(), new ScriptedServer()];
    const crowd = new Crowd(20, () => ({
      ...{ server: { host: '127.0.0.1', port: 3000 }, topics: [parseTopic('lab')], clock, dial },
      ...{ way: wayOf('websocket', { intervalMs: 0 }), memo: new FrameMemo(), tally: new Tally() },
      random: () => 0.5,
    }));
    for (const viewer of crowd.viewers) viewer.open();
    const stop = churn(crowd, 10, clock);
    clock.pass(2_000);
    expect(crowd.viewers.map(({ connections }) => connections)).toEqual(Array(20).fill(2));
    stop();
    clock.pass(2_000);
    expect(crowd.counts().connections).toBe(40);
  });
});
