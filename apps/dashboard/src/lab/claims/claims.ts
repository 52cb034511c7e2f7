import type { Claim } from './claim';

const one = (
  number: number,
  section: Claim['section'],
  rest: Pick<Claim, 'verdict' | 'sources' | 'measure'>,
): Claim => ({ number, section, ...rest });

const REUSE = 'RFC 9112 §9.3';

/** All claims, in the order in which such texts make them. */
export const claims: readonly Claim[] = [
  one(1, 'polling', { verdict: 'true', sources: ['RFC 6202 §1'], measure: 'pollingDelay' }),
  one(2, 'polling', { verdict: 'partly', sources: [REUSE, 'RFC 7541'], measure: 'headers' }),
  one(3, 'polling', { verdict: 'true', sources: ['RFC 9110 §15.4.5'], measure: 'emptyAnswers' }),
  one(4, 'long-polling', { verdict: 'partly', sources: ['RFC 6202 §2.2', REUSE], measure: 'reuse' }),
  one(5, 'long-polling', { verdict: 'true', sources: ['RFC 6202 §2.1'], measure: 'turnaround' }),
  one(6, 'long-polling', { verdict: 'partly', sources: ['RFC 6202 §2.2'], measure: 'requestRates' }),
  one(7, 'long-polling', { verdict: 'partly', sources: ['RFC 6202 §2.2'], measure: 'longPollDelay' }),
  one(8, 'long-polling', { verdict: 'true', sources: ['RFC 6202 §2.2'], measure: 'elsewhere' }),
  one(9, 'long-polling', { verdict: 'false', sources: ['RFC 6202 §2.2', REUSE], measure: 'reuse' }),
  one(10, 'streaming', { verdict: 'true', sources: ['RFC 6202 §3.1, §3.2'], measure: 'streamingDelay' }),
  one(11, 'streaming', { verdict: 'false', sources: ['RFC 9293 §1', 'RFC 9113 §5'], measure: 'elsewhere' }),
  one(12, 'streaming', { verdict: 'false', sources: ['RFC 9110 §9.3.3'], measure: 'text' }),
  one(13, 'summary', { verdict: 'false', sources: [REUSE], measure: 'reuse' }),
  one(14, 'summary', { verdict: 'true', sources: ['RFC 6202 §1'], measure: 'text' }),
  one(15, 'summary', { verdict: 'partly', sources: [REUSE, 'RFC 9293 §3.5'], measure: 'reuse' }),
  one(16, 'summary', {
    verdict: 'false',
    sources: ['RFC 6202 §3.1', 'HTML §9.2'],
    measure: 'streamingDelay',
  }),
  one(17, 'websocket', { verdict: 'partly', sources: ['RFC 6455 §1.7', 'RFC 8441'], measure: 'text' }),
  one(18, 'websocket', { verdict: 'true', sources: ['RFC 6455 §1.2'], measure: 'elsewhere' }),
  one(19, 'websocket', { verdict: 'partly', sources: ['RFC 6455', 'WHATWG WebSockets'], measure: 'text' }),
  one(20, 'websocket', { verdict: 'true', sources: ['RFC 6455 §4.1'], measure: 'text' }),
  one(21, 'websocket', { verdict: 'partly', sources: ['RFC 6455 §5.6'], measure: 'text' }),
  one(22, 'websocket', { verdict: 'true', sources: ['RFC 6455 §1.1'], measure: 'oneSocket' }),
  one(23, 'websocket', { verdict: 'partly', sources: ['RFC 6455 §5.2, §5.3'], measure: 'framing' }),
  one(24, 'websocket', { verdict: 'partly', sources: ['RFC 6455 §1.8, §11.1'], measure: 'elsewhere' }),
  one(25, 'websocket', {
    verdict: 'false',
    sources: ['RFC 6455 §10.2', 'Fetch (CORS)'],
    measure: 'elsewhere',
  }),
  one(26, 'websocket', { verdict: 'true', sources: [], measure: 'elsewhere' }),
  one(27, 'handshake', { verdict: 'partly', sources: ['RFC 6455 §4.1', 'RFC 8441 §5'], measure: 'text' }),
  one(28, 'handshake', { verdict: 'partly', sources: ['RFC 9110 §15.2.2', 'RFC 8441 §5'], measure: 'text' }),
  one(29, 'handshake', { verdict: 'partly', sources: ['RFC 9110 §7.8', 'RFC 8441 §5'], measure: 'text' }),
  one(30, 'handshake', { verdict: 'false', sources: ['RFC 6455 §5.5.1, §7'], measure: 'text' }),
  one(31, 'gateway', { verdict: 'true', sources: ['RFC 9110 §3.7'], measure: 'text' }),
  one(32, 'gateway', { verdict: 'partly', sources: ['RFC 9110 §3.7'], measure: 'elsewhere' }),
  one(33, 'gateway', { verdict: 'true', sources: ['RFC 9110 §3.7', 'RFC 6335 §6'], measure: 'elsewhere' }),
  one(34, 'gateway', { verdict: 'true', sources: ['RFC 9110 §3.7'], measure: 'elsewhere' }),
  one(35, 'uses', { verdict: 'partly', sources: ['RFC 8825', 'HTML §9.2'], measure: 'directions' }),
];
