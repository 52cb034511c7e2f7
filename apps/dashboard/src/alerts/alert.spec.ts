import { parseKey } from '@tickway/protocol';
import { fulfils, readAlerts, type Alert } from './alert';

const alert = (about: Partial<Alert>): Alert => ({
  ...{ id: '1', symbol: parseKey('ACME'), kind: 'above', value: 10, from: 9 },
  ...about,
});

describe('alert', () => {
  it('is fulfilled by crossing its price, not by standing beyond it', () => {
    const above = alert({ kind: 'above' });
    expect([fulfils(above, 9.99, 10), fulfils(above, 10, 11), fulfils(above, 11, 9)]).toEqual([
      true,
      false,
      false,
    ]);
    const below = alert({ kind: 'below' });
    expect([fulfils(below, 10.01, 10), fulfils(below, 10, 9), fulfils(below, 9, 11)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is fulfilled by a move either way from where the price was', () => {
    const move = alert({ kind: 'move', value: 2, from: 100 });
    expect([101.9, 102, 98, 98.1].map((now) => fulfils(move, 100, now))).toEqual([false, true, true, false]);
  });

  it('is read from the device, but for what is none', () => {
    const kept: unknown = JSON.parse(
      JSON.stringify([alert({}), { id: 2 }, null, { ...alert({}), kind: 'odd' }]),
    );
    expect(readAlerts(kept)).toEqual([alert({})]);
    expect(readAlerts('nonsense')).toEqual([]);
  });
});
