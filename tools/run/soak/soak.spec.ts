import { growth } from './growth.mjs';
import { soakDocument } from './soak-document.mjs';

const hour = Array.from({ length: 60 }, (_, minute) => minute);

describe('the soak of pages that stay open', () => {
  it('does not take the filling of bounded windows for growth', () => {
    const fills = hour.map((minute) => Math.min(10 + minute, 20));
    expect(growth(fills)).toEqual({ early: 20, late: 20, share: 0, grew: false });
  });

  it('sees what grows a little each minute', () => {
    const leaks = hour.map((minute) => 100 + minute);
    expect(growth(leaks).grew).toBe(true);
  });

  it('is not moved by one look at a bad moment', () => {
    expect(growth(hour.map((minute) => (minute === 59 ? 90 : 10))).grew).toBe(false);
  });

  it('tells what grew, and the errors of a page', () => {
    const looks = (heap: (minute: number) => number) =>
      hour.map((minute) => ({ minute, heapBytes: heap(minute), nodes: 800, listeners: 80 }));
    const server = hour.map((minute) => ({ minute, heapBytes: 5e7, rssBytes: 1e8 }));
    const text = soakDocument({
      about: {
        ...{
          command: 'npm run soak',
          date: '2026-01-02T03:04:05.000Z',
          seed: 1,
          minutes: 60,
          browser: '150',
        },
        ...{ machine: { processor: 'P', cores: 2, system: 'linux' }, loadBefore: 0.5, loadAfter: 1.5 },
      },
      views: [
        { name: 'race', errors: [], looks: looks(() => 9e6) },
        { name: 'board', errors: ['lost'], looks: looks((minute) => 1e7 + minute * 1e6) },
      ],
      server,
    });
    expect(text).toContain('| race: JavaScript heap, MB | 9.0 | 9.0 | +0.0 % |');
    expect(text).toContain('- race: **no growth**.');
    expect(text).toContain('- board: **grew (board: JavaScript heap, MB)**; 1 errors, first: lost.');
    expect(text).toContain('- server: **no growth** (+0.0 % resident).');
  });
});
