import type { Claim } from './claim';

const REUSE = 'RFC 9112 §9.3';

type Rest = Pick<Claim, 'sources' | 'byText' | 'inRace'>;
const one = (id: string, section: Claim['section'], rest: Rest): Claim => ({ id, section, ...rest });
const published = (number: number, sources: readonly string[]): Claim =>
  one(`d-${number}`, 'numbers', { sources });

/** All claims, in the order in which such texts make them; then numbers that were published. */
export const claims: readonly Claim[] = [
  one('1', 'polling', { sources: ['RFC 6202 §1'], inRace: 'pollingDelay' }),
  one('2', 'polling', { sources: [REUSE, 'RFC 7541'], inRace: 'headers' }),
  one('3', 'polling', { sources: ['RFC 9110 §15.4.5'], inRace: 'emptyAnswers' }),
  one('4', 'long-polling', { sources: ['RFC 6202 §2.2', REUSE], byText: 'partly', inRace: 'reuse' }),
  one('5', 'long-polling', { sources: ['RFC 6202 §2.1'], byText: 'true', inRace: 'turnaround' }),
  one('6', 'long-polling', { sources: ['RFC 6202 §2.2'], inRace: 'requestRates' }),
  one('7', 'long-polling', { sources: ['RFC 6202 §2.2'], inRace: 'longPollDelay' }),
  one('8', 'long-polling', { sources: ['RFC 6202 §2.2'] }),
  one('9', 'long-polling', { sources: ['RFC 6202 §2.2', REUSE], byText: 'false', inRace: 'reuse' }),
  one('10', 'streaming', { sources: ['RFC 6202 §3.1, §3.2'], byText: 'true', inRace: 'streamingDelay' }),
  one('11', 'streaming', { sources: ['RFC 9293 §1', 'RFC 9113 §5'], byText: 'false' }),
  one('12', 'streaming', { sources: ['RFC 9110 §9.3.3'], byText: 'false' }),
  one('13', 'summary', { sources: [REUSE], byText: 'false', inRace: 'reuse' }),
  one('14', 'summary', { sources: ['RFC 6202 §1'], byText: 'true' }),
  one('15', 'summary', { sources: [REUSE, 'RFC 9293 §3.5'], inRace: 'reuse' }),
  one('16', 'summary', { sources: ['RFC 6202 §3.1', 'HTML §9.2'], inRace: 'streamingDelay' }),
  one('17', 'websocket', { sources: ['RFC 6455 §1.7', 'RFC 8441'], byText: 'partly' }),
  one('18', 'websocket', { sources: ['RFC 6455 §1.2'], byText: 'true' }),
  one('19', 'websocket', { sources: ['RFC 6455', 'WHATWG WebSockets'], byText: 'partly' }),
  one('20', 'websocket', { sources: ['RFC 6455 §4.1'], byText: 'true' }),
  one('21', 'websocket', { sources: ['RFC 6455 §5.6'], byText: 'partly' }),
  one('22', 'websocket', { sources: ['RFC 6455 §1.1'], inRace: 'oneSocket' }),
  one('23', 'websocket', { sources: ['RFC 6455 §5.2, §5.3'], inRace: 'framing' }),
  one('24', 'websocket', { sources: ['RFC 6455 §1.8, §11.1'] }),
  one('25', 'websocket', { sources: ['RFC 6455 §10.2', 'Fetch (CORS)'], byText: 'false' }),
  one('26', 'websocket', { sources: [] }),
  one('27', 'handshake', { sources: ['RFC 6455 §4.1', 'RFC 8441 §5'], byText: 'partly' }),
  one('28', 'handshake', { sources: ['RFC 9110 §15.2.2', 'RFC 8441 §5'], byText: 'partly' }),
  one('29', 'handshake', { sources: ['RFC 9110 §7.8', 'RFC 8441 §5'], byText: 'partly' }),
  one('30', 'handshake', { sources: ['RFC 6455 §5.5.1, §7'], byText: 'false' }),
  one('31', 'gateway', { sources: ['RFC 9110 §3.7'], byText: 'true' }),
  one('32', 'gateway', { sources: ['RFC 9110 §3.7'] }),
  one('33', 'gateway', { sources: ['RFC 9110 §3.7', 'RFC 6335 §6'] }),
  one('34', 'gateway', { sources: ['RFC 9110 §3.7'], byText: 'true' }),
  one('35', 'uses', { sources: ['RFC 8825', 'HTML §9.2'], byText: 'partly', inRace: 'directions' }),
  published(1, ['Lubbers & Greco, “HTML5 Web Sockets: A Quantum Leap in Scalability”']),
  published(2, ['RFC 6202 §2.2, §3.2']),
  published(3, ['Pimentel & Nickerson, IEEE Internet Computing 16(4), 2012']),
  published(4, ['Bozdag, Mesbah & van Deursen, 2007, 2009']),
  published(5, ['Puranik, Feiock & Hill, ECBS 2013']),
  published(6, ['Centrifugo, 2020: a million connections']),
  published(7, ['Centrifugo, 2026: idle connections']),
  published(8, ['Centrifugo, 2024: payload experiment']),
  published(9, ['aspnet/SignalR #2293', 'ether/etherpad-lite #7767']),
  published(10, ['Deepstream against Socket.IO']),
  published(11, ['Lightstreamer against Socket.IO, 2013']),
  published(12, ['Mercure', 'Nchan', 'Socket.IO documentation', 'Johannessen 2014']),
  published(13, []),
];
