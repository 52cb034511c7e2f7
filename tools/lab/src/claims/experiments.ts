import { auto } from './auto';
import { bandwidth } from './bandwidth';
import { batching } from './batching';
import { codecs } from './codecs';
import { capture } from './capture';
import { clientSteps } from './client-steps';
import { connections } from './connections';
import { duplex } from './duplex';
import type { Experiment } from './experiment';
import { gap } from './gap';
import { headers } from './headers';
import { herd } from './herd';
import { hop } from './hop';
import { http2 } from './http2';
import { instruments } from './instruments';
import { latency } from './latency';
import { meaning } from './meaning';
import { memory } from './memory';
import { origin } from './origin';
import { pushPull } from './push-pull';
import { fanOut } from './fan-out';
import { proxies } from './faults';
import { recovery } from './recovery';
import { routing } from './routing';
import { steady } from './steady';
import { switches } from './switches';
import { tenThousand } from './ten-thousand';
import { cost } from './cost';

/** Every experiment that is done. */
export const experiments: readonly Experiment[] = [
  latency,
  gap,
  steady,
  headers,
  capture,
  instruments,
  hop,
  routing,
  connections,
  duplex,
  http2,
  herd,
  batching,
  fanOut,
  clientSteps,
  codecs,
  memory,
  tenThousand,
  proxies,
  origin,
  recovery,
  switches,
  auto,
  cost,
  pushPull,
  bandwidth,
  meaning,
];

/** What is claimed somewhere and not measured here yet, and why. */
export const notDone: readonly (readonly [what: string, why: string])[] = [
  [
    'E-TABS: seven tabs of one origin',
    'a browser’s bound, so the page’s end-to-end tests show it (`apps/dashboard-e2e/src/tabs.spec.ts`): over HTTP/1.1 six tabs stream and the seventh is not live before one is closed; by WebSocket all seven are; over HTTP/2 see `http2`',
  ],
];
