import { clearNetwork } from './network';
import { readNetwork } from './read-network';

describe('a network as JSON', () => {
  it('is a clear line but for what it says', () => {
    expect(readNetwork({})).toEqual(clearNetwork);
    const said = { rttMs: 250, loss: 0.5, idleCutMs: 60_000, kbitPerSecond: 1, silent: true };
    expect(readNetwork(said)).toEqual({ ...clearNetwork, ...said });
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['text', 'rtt:100'],
    ['a member that there is not', { rtt: 100 }],
    ['a prototype', JSON.parse('{"__proto__":{"silent":true}}')],
    ['what every object has', { constructor: 1 }],
    ['less than nothing', { rttMs: -1 }],
    ['more than the bounds', { rttMs: 10_001 }],
    ['a loss of everything', { loss: 0.51 }],
    ['a line that passes nothing', { kbitPerSecond: 0 }],
    ['no number', { jitterMs: NaN }],
    ['a number as text', { rttMs: '100' }],
    ['a switch as a number', { silent: 1 }],
  ])('is refused with %s', (_, value) => {
    expect(() => readNetwork(value)).toThrow(expect.objectContaining({ code: 'bad_request' }));
  });
});
