import { clearNetwork, IDLE_CUT_MS, type Network } from './network';

/** A network to choose by its name. */
export interface Preset {
  readonly id:
    'clear' | 'wifi' | 'mobile4g' | 'mobile3g' | 'satellite' | 'hotel' | 'corporate' | 'firewall' | 'crowded';
  readonly network: Network;
}

const of = (network: Partial<Network>): Network => ({ ...clearNetwork, ...network });

/** Examples of what is met, in round numbers; nobody's network was measured for them. */
export const presets: readonly Preset[] = [
  { id: 'clear', network: clearNetwork },
  { id: 'wifi', network: of({ rttMs: 10, jitterMs: 4, kbitPerSecond: 50_000 }) },
  { id: 'mobile4g', network: of({ rttMs: 60, jitterMs: 20, loss: 0.002, kbitPerSecond: 10_000 }) },
  { id: 'mobile3g', network: of({ rttMs: 250, jitterMs: 80, loss: 0.01, kbitPerSecond: 1_500 }) },
  { id: 'satellite', network: of({ rttMs: 620, jitterMs: 20, loss: 0.002, kbitPerSecond: 10_000 }) },
  { id: 'crowded', network: of({ rttMs: 80, jitterMs: 150, loss: 0.05, kbitPerSecond: 1_000 }) },
  {
    id: 'hotel',
    network: of({ rttMs: 90, jitterMs: 40, loss: 0.01, buffering: true, idleCutMs: IDLE_CUT_MS }),
  },
  { id: 'corporate', network: of({ rttMs: 30, buffering: true, stripUpgrade: true }) },
  { id: 'firewall', network: of({ rttMs: 30, silent: true }) },
];
