import type { TransportName } from '@tickway/protocol';
import type { TransportReport } from './load-report';

const BUSY = 0.7;

/** What a reader must know before believing the figures. */
export function warningsOf(name: TransportName, report: TransportReport): readonly string[] {
  const { generatorBusy, silentViewers, faults, bytesUnexplained, negativeLatencies, losses, delivered } =
    report;
  const percent = Math.round(generatorBusy * 100);
  const found: readonly (readonly [boolean, string])[] = [
    [
      generatorBusy > BUSY,
      `the generator was busy ${percent} % of the time: it is the bottleneck, not the server`,
    ],
    [delivered === 0, 'nothing was delivered'],
    [silentViewers > 0, `${silentViewers} viewers never got all their first frames`],
    [losses > 0, `${losses} connections broke and came back`],
    [faults.length > 0, `not understood: ${faults.join('; ')}`],
    [bytesUnexplained !== 0, `${bytesUnexplained} bytes on the sockets are in no account`],
    [negativeLatencies > 0, `${negativeLatencies} latencies were negative: two clocks differ`],
  ];
  return found.filter(([holds]) => holds).map(([, text]) => `${name}: ${text}`);
}
