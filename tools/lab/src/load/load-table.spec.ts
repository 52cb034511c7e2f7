import { transportReport } from '../testing/transport-report';
import { loadTable } from './load-table';
import { warningsOf } from './warnings';

describe('the table of a load run', () => {
  it('has a line a transport, aligned, and a dash for what was not measured', () => {
    const nothing = {
      delivered: 0,
      latencyMs: null,
      ageMs: null,
      bytesPerUpdate: null,
      serverCpuUsPerUpdate: null,
    };
    const table = loadTable({
      options: {},
      transports: { websocket: transportReport(), polling: transportReport(nothing) },
    }).split('\n');
    expect(new Set(table.map((line) => line.length)).size).toBe(1);
    expect(table[2]).toMatch(/^\| websocket \|.*\|\s+1\.3 \|\s+1 \|\s+2 \|\s+3 \|\s+4 \|/);
    expect(table[3]).toMatch(/^\| polling {3}\|.*– \|/);
  });

  it('says above what of the wire is not as by default', () => {
    const options = { form: { codec: 'msgpack', compress: true }, windowMs: 10, keepAlive: false } as const;
    const [line] = loadTable({ options, transports: { polling: transportReport() } }).split('\n');
    expect(line).toBe(
      'The wire: MessagePack, deflated, a window of 10 ms where the server pushes, a connection for each question.',
    );
  });
});

describe('the warnings of a run', () => {
  it('are none when nothing was wrong', () => {
    expect(warningsOf('polling', transportReport())).toEqual([]);
  });

  it.each([
    [{ generatorBusy: 0.9 }, 'the generator was busy 90 % of the time'],
    [{ delivered: 0 }, 'nothing was delivered'],
    [{ silentViewers: 2 }, '2 viewers never got'],
    [{ losses: 1 }, '1 connections broke'],
    [{ faults: ['answered 500'] }, 'answered 500'],
    [{ bytesUnexplained: -3 }, '-3 bytes'],
    [{ negativeLatencies: 5 }, 'two clocks differ'],
  ])('tell %j', (change, text) => {
    const [only, ...others] = warningsOf('polling', transportReport(change));
    expect(only).toContain(text);
    expect(others).toEqual([]);
  });
});
