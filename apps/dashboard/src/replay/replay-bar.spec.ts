import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { parseKey } from '@tickway/protocol';
import { of, throwError, type Observable } from 'rxjs';
import { CONNECT } from '../live/connect';
import { Live, topics } from '../live/live';
import { fakeConnection } from '../live/testing/fake-connection';
import type { Extent } from './extent';
import { HISTORY } from './history';
import { ReplayBar } from './replay-bar';
import { FakeHistory, feeds, quotes } from './testing/fake-history';

@Component({ selector: 'tw-page', template: '' })
class Page {
  constructor() {
    inject(Live).need(topics.quotes);
  }
}

const BEGUN = 1_790_000_000_000;
const hundredSeconds: Extent = {
  recording: true,
  oldest: new Map([['quotes', BEGUN]]),
  newest: BEGUN + 100_000,
  cuts: [],
};

async function open(address: string, extent: Observable<Extent | undefined> = of(hundredSeconds)) {
  const connection = fakeConnection();
  const history = new FakeHistory();
  for (let second = 0; second <= 100; second++)
    history.tick(BEGUN + 1_000 * second, quotes, { ACME: { last: second } });
  TestBed.configureTestingModule({
    providers: [
      { provide: CONNECT, useValue: () => connection },
      { provide: HISTORY, useValue: { extent: () => extent, read: history.read } },
      provideRouter([{ path: '**', component: Page }]),
    ],
  });
  const router = TestBed.inject(Router);
  const live = TestBed.inject(Live);
  await router.navigateByUrl(address);
  TestBed.createComponent(Page);
  const fixture = TestBed.createComponent(ReplayBar);
  const bar: HTMLElement = fixture.nativeElement;
  document.body.append(bar);
  /** Answers what is asked and what is asked because of the answers. */
  const answer = () => {
    for (let i = 0; i < 10 && history.asked.length > 0; i++) history.answer();
  };
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
  const press = (key: string) =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const last = () => live.quotes.row(parseKey('ACME'))()?.fields.last;
  await pass(50);
  return { answer, connection, history, router, live, fixture, bar, pass, press, last };
}

describe('replay bar', () => {
  beforeEach(() => void jest.useFakeTimers({ now: BEGUN + 101_000 }));
  afterEach(() => void jest.useRealTimers());

  it('stays live until the past has come, then shows the moment of the address, standing still', async () => {
    const { answer, connection, live, pass, last } = await open(`/quotes?at=${BEGUN + 30_500}`);
    expect([live.replayed(), connection.wishes.at(-1)]).toEqual([false, 'feeds,quotes']);
    answer();
    await pass(3_000);
    expect([live.replayed(), connection.wishes.at(-1), last()]).toEqual([true, 'feeds', 30]);
    expect(live.serverNow()).toBe(BEGUN + 30_500);
  });

  it('plays at the speed of the address; space and arrows do what they say, and the address follows', async () => {
    const { answer, router, pass, press, last } = await open(`/quotes?at=${BEGUN + 20_000}&speed=10`);
    answer();
    await pass(2_000);
    expect(last()).toBeGreaterThanOrEqual(38);
    press(' ');
    await pass(100);
    expect(router.url).toMatch(/at=\d+$/);
    const stopped = Number(last());
    await pass(2_000);
    expect(last()).toBe(stopped);
    press('ArrowRight');
    await pass(100);
    expect(last()).toBe(stopped + 10);
    press('Home');
    await pass(100);
    answer();
    await pass(100);
    expect([last(), router.url]).toEqual([0, `/quotes?at=${BEGUN}`]);
  });

  it('marks ahead of time where the server was not there to record', async () => {
    const cuts = [{ from: BEGUN + 40_000, to: BEGUN + 60_000 }];
    const { answer, bar, pass } = await open(`/quotes?at=${BEGUN + 10_000}`, of({ ...hundredSeconds, cuts }));
    answer();
    await pass(200);
    const marks = [...bar.querySelectorAll<HTMLElement>('.mark')];
    expect(marks.map(({ title, style: { left, width } }) => [title, left, width])).toEqual([
      ['Not recorded: 20 s', '40%', '20%'],
    ]);
  });

  it('shows the clocks of the scene as they were at the moment', async () => {
    const { answer, connection, history, bar, pass } = await open(`/quotes?at=${BEGUN + 10_000}`);
    const scene = (offsetMs: number) => ({ vehicles: { timeZone: 'UTC', offsetMs } });
    history.tick(BEGUN, feeds, scene(3_600_000));
    connection.snapshot('feeds', scene(0));
    answer();
    await pass(200);
    const shown = bar.querySelector('[data-testid=replay-time]')?.textContent;
    const then = (at: number) => new Date(at + 3_600_000).toISOString().slice(11, 19);
    expect(shown).toContain(then(BEGUN + 10_000));
    expect(bar.querySelector('.ends')?.textContent).toContain(then(BEGUN));
  });

  it('brings back now at the end of the record and at the press of a button, and leaves nothing behind', async () => {
    const { answer, connection, router, bar, fixture, live, pass } = await open(
      `/quotes?at=${BEGUN + 90_000}&speed=60`,
    );
    answer();
    await pass(1_000);
    expect(router.url).toBe('/quotes');
    bar.querySelector<HTMLElement>('[data-testid=replay-live]')?.click();
    await pass(100);
    fixture.destroy();
    expect([live.replayed(), connection.wishes.at(-1), live.health()]).toEqual([
      false,
      'feeds,quotes',
      'connecting',
    ]);
  });

  it.each([
    ['keeps no history', of(undefined)],
    ['cannot be reached', throwError(() => new Error('lost'))],
    ['Nothing to replay yet', of({ ...hundredSeconds, newest: BEGUN + 500 })],
    [
      'disk full',
      of({ recording: false, reason: 'disk full', oldest: new Map(), newest: undefined, cuts: [] }),
    ],
  ])('says why there is nothing to replay: %s', async (words, extent) => {
    const { bar, live } = await open(`/quotes?at=${BEGUN}`, extent);
    expect(bar.textContent).toContain(words);
    expect(live.replayed()).toBe(false);
  });
});
