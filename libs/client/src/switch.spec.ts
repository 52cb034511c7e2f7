import { parseCursor } from '@tickway/protocol';
import type { Opening } from './testing/fake-transport';
import { delta, gap, positions, quotes, refusal, row, snapshot } from './testing/frames';
import { startLine as start } from './testing/start-line';

describe('a switch', () => {
  it('opens the new transport with the present cursors and closes the old at its first frame', () => {
    const { fake, line, delivered, counted, status } = start();
    const old = fake.last;
    old.send(snapshot('e:1', [row('A', 1)]));
    line.switchTo('polling');
    expect(status()).toEqual({ transport: 'websocket', state: 'live', switchingTo: 'polling' });
    const fresh = fake.last;
    expect(fresh.asked).toEqual([[{ topic: quotes, cursor: parseCursor('e:1') }]]);
    old.send(delta('e:1→e:3', [row('A', 2), row('B', 1)]));
    expect(old.closed).toBe(false);
    fresh.send(delta('e:1→e:4', [row('A', 2), row('B', 1), row('C', 1)]));
    expect(old.closed).toBe(true);
    expect(delivered.at(-1)).toEqual(delta('e:3→e:4', [row('C', 1)]));
    expect(status()).toEqual({ transport: 'polling', state: 'live' });
    expect(counted).toEqual(['switches']);
  });

  it('delivers nothing of a first frame that lies wholly behind, and goes on from there', () => {
    const { fake, line, delivered } = start();
    const old = fake.last;
    old.send(snapshot('e:1'));
    line.switchTo('polling');
    old.send(delta('e:1→e:5', [row('A', 4)]));
    fake.last.send(delta('e:1→e:3', [row('A', 2)]), delta('e:3→e:6', [row('A', 4), row('B', 1)]));
    expect(delivered.slice(2)).toEqual([delta('e:5→e:6', [row('B', 1)])]);
  });

  it.each<[string, (opening: Opening) => void]>([
    ['fails', (opening) => opening.fail('forbidden_origin')],
    ['refuses', (opening) => opening.send(refusal('forbidden_origin'))],
  ])('stays with the old transport and says why when the new one %s', (_, end) => {
    const { fake, line, status } = start();
    const old = fake.last;
    old.send(snapshot('e:1'));
    line.switchTo('polling');
    end(fake.last);
    expect(old.closed).toBe(false);
    expect(status()).toMatchObject({ transport: 'websocket', state: 'live', code: 'forbidden_origin' });
    expect(status()?.why).toContain('not switched to polling');
  });

  it('stays with the old transport when the new one says nothing', () => {
    const { fake, line, pass, status } = start();
    const old = fake.last;
    old.send(snapshot('e:1'));
    line.switchTo('streaming');
    pass(16_999);
    expect(fake.last.closed).toBe(false);
    pass(1);
    expect(fake.last.closed).toBe(true);
    expect(old.closed).toBe(false);
    expect(status()).toMatchObject({ transport: 'websocket', state: 'live', code: 'lost' });
  });

  it('goes over to the new transport at once when the old one is lost meanwhile', () => {
    const { fake, line, status, counted } = start();
    fake.last.send(snapshot('e:1'));
    line.switchTo('streaming');
    fake.openings[0]?.fail('lost');
    expect(fake.openings).toHaveLength(2);
    fake.last.send(delta('e:1→e:2'));
    expect(status()).toEqual({ transport: 'streaming', state: 'live' });
    expect(counted).toEqual(['reconnects']);
  });

  it('is given up by a switch back', () => {
    const { fake, line, status } = start();
    fake.last.send(snapshot('e:1'));
    line.switchTo('streaming');
    line.switchTo('websocket');
    expect(fake.last.closed).toBe(true);
    expect(fake.openings[0]?.closed).toBe(false);
    expect(status()).toEqual({ transport: 'websocket', state: 'live' });
  });

  it('asks anew, with the old transport closed, when the new one tells of another life of the topic', () => {
    const { fake, line, delivered } = start();
    const old = fake.last;
    old.send(snapshot('e:1'));
    line.switchTo('streaming');
    old.send(gap('e:1→f:2'), snapshot('f:2'));
    fake.last.send(gap('e:1→f:3'));
    expect(old.closed).toBe(true);
    expect(fake.last.asked).toEqual([[{ topic: quotes, cursor: parseCursor('f:2') }]]);
    fake.last.send(delta('f:2→f:4'));
    expect(delivered.map(({ type }) => type)).toEqual(['snapshot', 'gap', 'snapshot', 'delta']);
  });

  it('waits until there is a cursor of every topic', () => {
    const { fake, line } = start([{ topic: quotes }, { topic: positions }]);
    fake.last.send(snapshot('e:1'));
    line.switchTo('streaming');
    expect(fake.openings).toHaveLength(1);
    fake.last.send(snapshot('e:7', [], positions));
    expect(fake.openings).toHaveLength(2);
  });
});
