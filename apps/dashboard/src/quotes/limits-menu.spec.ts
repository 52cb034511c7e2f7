import { TestBed } from '@angular/core/testing';
import type { ViewerLimits } from '@tickway/protocol';
import { provideRouter, Router } from '@angular/router';
import { CONNECT } from '../live/connect';
import { fakeConnection } from '../live/testing/fake-connection';
import { LimitsMenu } from './limits-menu';

async function menu() {
  const said: ViewerLimits[] = [];
  const connection = { ...fakeConnection(), limit: (limits: ViewerLimits) => void said.push(limits) };
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: CONNECT, useValue: () => connection }],
  });
  const fixture = TestBed.createComponent(LimitsMenu);
  const page: HTMLElement = fixture.nativeElement;
  const settle = () => jest.advanceTimersByTimeAsync(600);
  await settle();
  page.querySelector('button')?.click();
  await settle();
  const slide = async (at: 0 | 1, step: number) => {
    const slider = page.querySelectorAll<HTMLInputElement>('input[type=range]')[at];
    if (!slider) throw new Error('no slider');
    slider.value = `${step}`;
    slider.dispatchEvent(new Event('input'));
    await settle();
  };
  return { page, said, slide };
}

describe('limits menu', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('states both limits at once at every move, and none at the end of a slider', async () => {
    const { said, slide } = await menu();
    await slide(0, 3);
    await slide(1, 0);
    await slide(0, 7);
    expect(said).toEqual([
      { maxFrequency: 2 },
      { maxFrequency: 2, maxBandwidth: 1000 },
      { maxBandwidth: 1000 },
    ]);
    expect(TestBed.inject(Router).url).toBe('/?maxBandwidth=1000');
  });

  it('says how many updates were merged as soon as something is limited', async () => {
    const { page, slide } = await menu();
    expect(page.querySelector('[data-testid=limits-merged]')).toBeNull();
    await slide(0, 1);
    expect(page.querySelector('[data-testid=limits-merged]')?.textContent).toBe('0 updates merged');
    expect(page.querySelector('output')?.textContent).toBe('0.5 a second');
  });
});
