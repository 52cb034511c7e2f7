import { seeded } from './random/seeded';
import { VirtualClock } from './clock/virtual-clock';
import { DelayedPipe } from './delayed-pipe';
import { Link } from './link';
import { clearNetwork, type Network } from './network/network';

/** A clock that has moved on a little whenever one looks, as real ones do. */
class RestlessClock extends VirtualClock {
  readonly #random = seeded(1, 'restless');
  #moved = 0;

  override now(): number {
    this.#moved += this.#random() * 0.01;
    return super.now() + this.#moved;
  }
}

function lay(network: Partial<Network>, clock: VirtualClock = new RestlessClock()) {
  const link = new Link(() => ({ ...clearNetwork, ...network }), seeded(2, 'link'));
  const got: string[] = [];
  const pipe = new DelayedPipe(clock, link, {
    write: (bytes) => got.push(bytes.toString()),
    end: () => got.push('END'),
    full: () => undefined,
  });
  return { clock, link, pipe, got };
}

const numbers = Array.from({ length: 200 }, (_, i) => `${i},`);

describe('a delayed pipe', () => {
  it.each([
    ['a plain delay', { rttMs: 30 }],
    ['jitter', { rttMs: 30, jitterMs: 20 }],
    ['loss', { rttMs: 30, loss: 0.2 }],
    ['a narrow line', { rttMs: 30, kbitPerSecond: 10 }],
  ])('never changes the order, with %s', (_, network) => {
    const { clock, pipe, got } = lay(network);
    for (const [i, text] of numbers.entries()) {
      pipe.send(Buffer.from(text), clock.now());
      if (i % 3 === 0) clock.pass(7);
    }
    pipe.end();
    clock.pass(60_000);
    expect(got.join('')).toBe(`${numbers.join('')}END`);
  });

  it('keeps the order of what has waited for the cable, all due at one moment', () => {
    const { clock, link, pipe, got } = lay({ rttMs: 20 });
    link.pull(clock.now(), 5_000);
    for (const text of numbers) {
      pipe.send(Buffer.from(text), clock.now());
      clock.pass(20);
    }
    clock.pass(60_000);
    expect(got.join('')).toBe(numbers.join(''));
  });

  it('brings bytes when they are due, not with the first that is due', () => {
    const clock = new VirtualClock(0);
    const { pipe, got } = lay({ rttMs: 20 }, clock);
    for (const text of ['a', 'b']) {
      pipe.send(Buffer.from(text), clock.now());
      clock.pass(0.3);
    }
    clock.pass(9.4);
    expect(got).toEqual(['a']);
    clock.pass(0.3);
    expect(got).toEqual(['a', 'b']);
  });

  it('takes as due what its timers cannot tell from now', () => {
    const clock = new (class extends VirtualClock {
      override readonly stepMs = 1;
    })(0);
    const { pipe, got } = lay({ rttMs: 20 }, clock);
    for (const text of ['a', 'b', 'c']) {
      pipe.send(Buffer.from(text), clock.now());
      clock.pass(0.3);
    }
    clock.pass(9.1);
    expect(got).toEqual(['a', 'b']);
    clock.pass(0.6);
    expect(got).toEqual(['a', 'b', 'c']);
  });

  it('counts from when the bytes came, not from when they were read', () => {
    const clock = new VirtualClock(0);
    const { pipe, got } = lay({ rttMs: 20 }, clock);
    const came = clock.now();
    clock.pass(4);
    pipe.send(Buffer.from('a'), came);
    clock.pass(6);
    expect(got).toEqual(['a']);
  });

  it('forgets what is underway when it is cut', () => {
    const { clock, pipe, got } = lay({ rttMs: 20 }, new VirtualClock());
    pipe.send(Buffer.from('late'), clock.now());
    pipe.cut();
    expect(clock.waiting).toBe(0);
    clock.pass(100);
    expect(got).toEqual([]);
  });
});
