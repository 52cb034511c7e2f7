import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { injectSameFrame } from './inject-same-frame';

describe('drawing in the same frame', () => {
  const counted = () => {
    const tick = jest.spyOn(TestBed.inject(ApplicationRef), 'tick');
    return {
      draw: TestBed.runInInjectionContext(injectSameFrame),
      drawn: () => tick.mock.calls.length,
    };
  };

  it('happens once for all that came, before anything else gets its turn', async () => {
    const { draw, drawn } = counted();
    draw();
    draw();
    expect(drawn()).toBe(0);
    await Promise.resolve();
    expect(drawn()).toBe(1);
    draw();
    await Promise.resolve();
    expect(drawn()).toBe(2);
  });

  it('does not happen on a page that was left', async () => {
    const { draw, drawn } = counted();
    draw();
    TestBed.resetTestingModule();
    await Promise.resolve();
    expect(drawn()).toBe(0);
  });
});
