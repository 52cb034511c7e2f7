import { TestBed } from '@angular/core/testing';
import { EMPTY, NEVER } from 'rxjs';
import { CONNECT } from '../../live/connect';
import { fakeConnection } from '../../live/testing/fake-connection';
import { ServerStats } from '../cost/server-stats';
import { Race } from '../race/race';
import { LabGateways } from './lab-gateways';
import { clearNetwork } from './network';
import { OwnWay } from './own-way';
import { FakeGateways } from './testing/fake-gateways';

const slow = (rttMs: number) => ({ ...clearNetwork, rttMs });

function way() {
  const gateways = new FakeGateways();
  TestBed.configureTestingModule({
    providers: [
      ...[Race, OwnWay],
      { provide: LabGateways, useValue: gateways },
      { provide: CONNECT, useValue: () => fakeConnection() },
      { provide: ServerStats, useValue: { readings: NEVER, clockTrips: EMPTY } },
    ],
  });
  const race = TestBed.inject(Race);
  const routes: (string | undefined)[] = [];
  const route = race.route.bind(race);
  race.route = (origin) => {
    routes.push(origin);
    route(origin);
  };
  return { way: TestBed.inject(OwnWay), race, routes, gateways };
}

/** Lets what was asked be answered. */
const settle = () => jest.advanceTimersByTimeAsync(0);

describe('the lab’s own way to the server', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('leads the race through a gateway, and back when none is wanted any more', async () => {
    const { way: own, race, routes, gateways } = way();
    own.want(slow(40));
    await settle();
    expect(own.state()).toMatchObject({ type: 'open', gateway: { id: 'g1' } });
    own.want(undefined);
    await settle();
    // The lanes wait while there is no gateway, so that nothing is measured that the address does not say.
    expect(routes).toEqual([undefined, 'http://127.0.0.1:40001', race.home]);
    expect(gateways.acts).toEqual(['open rtt=40', 'close g1']);
  });

  it('changes a running gateway, and of a lever’s way sends only where it came to', async () => {
    const { way: own, gateways } = way();
    own.want(slow(1));
    await settle();
    let letGo: () => void = () => undefined;
    gateways.gate = new Promise((resolve) => (letGo = resolve));
    for (const rttMs of [2, 3, 4, 5]) own.want(slow(rttMs));
    letGo();
    await settle();
    expect(gateways.acts).toEqual(['open rtt=1', 'set g1 rtt=2', 'set g1 rtt=5']);
    expect(own.marks().map(({ what }) => what)).toEqual(['route', 'network', 'network']);
  });

  it('tells why it was refused, leaves the lanes waiting, and tries again when asked to', async () => {
    const { way: own, routes, gateways } = way();
    gateways.refusing = 'most';
    own.want(slow(1));
    await settle();
    expect(own.state()).toMatchObject({ type: 'refused', reason: 'most' });
    expect(routes.at(-1)).toBeUndefined();
    gateways.refusing = undefined;
    own.tryAgain();
    await settle();
    expect(own.state().type).toBe('open');
  });

  it('opens another when its own is gone, as after a restart of the server', async () => {
    const { way: own, gateways } = way();
    own.want(slow(7));
    await settle();
    gateways.refusing = 'unreachable';
    await jest.advanceTimersByTimeAsync(2_000);
    expect(own.state().type).toBe('open');
    gateways.refusing = 'gone';
    const get = gateways.get.bind(gateways);
    gateways.get = async (id) => {
      try {
        return await get(id);
      } finally {
        gateways.refusing = undefined;
      }
    };
    await jest.advanceTimersByTimeAsync(2_000);
    expect(gateways.acts.at(-1)).toBe('open rtt=7');
    expect(own.state()).toMatchObject({ type: 'open', gateway: { id: 'g2' } });
  });

  it('lets its gateway live on as long as the page does, and closes it when it goes', async () => {
    const { way: own, gateways } = way();
    own.want(slow(1));
    await settle();
    await jest.advanceTimersByTimeAsync(6_000);
    TestBed.resetTestingModule();
    expect(gateways.acts).toEqual(['open rtt=1', 'get g1', 'get g1', 'get g1', 'close g1']);
  });

  it('closes its gateway with the window, also one that was still being opened', async () => {
    const { way: own, gateways } = way();
    own.want(slow(1));
    window.dispatchEvent(new Event('pagehide'));
    await settle();
    expect(gateways.acts).toEqual(['open rtt=1', 'close g1']);
  });

  it('pulls the cable and cuts only where there is one', async () => {
    const { way: own, gateways } = way();
    await own.pull(5_000);
    own.want(clearNetwork);
    await settle();
    await own.pull(5_000);
    await own.cut();
    expect(gateways.acts).toEqual(['open rtt=0', 'pull g1 5000', 'cut g1']);
    expect(own.pulledUntil()).toBe(Date.now() + 5_000);
    expect(own.marks().map(({ what }) => what)).toEqual(['route', 'pull', 'cut']);
  });
});
