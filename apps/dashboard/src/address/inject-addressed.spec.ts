import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { injectAddressed } from './inject-addressed';
import { setQuery } from './set-query';

@Component({ selector: 'tw-sought', template: '{{ sought() }}' })
class Sought {
  readonly sought = injectAddressed({
    read: (query) => query.get('find') ?? '',
    write: (find) => ({ find: find === '' ? null : find }),
    settleMs: 300,
  });
}

@Component({ selector: 'tw-empty', template: '' })
class Empty {}

async function seek(address: string) {
  TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', component: Empty }])] });
  const router = TestBed.inject(Router);
  await router.navigateByUrl(address);
  const fixture = TestBed.createComponent(Sought);
  const page: HTMLElement = fixture.nativeElement;
  const settle = (ms: number) => jest.advanceTimersByTimeAsync(ms);
  await settle(50);
  return { router, settle, text: () => page.textContent, set: fixture.componentInstance.sought.set };
}

describe('a part of the view that stands in the address', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is read when the page opens', async () => {
    expect((await seek('/quotes?find=oil')).text()).toBe('oil');
  });

  it('is written once it has settled, beside what else stands there, and taken out by its default', async () => {
    const { router, settle, set, text } = await seek('/quotes?lang=ko');
    set('o');
    set('oil');
    await settle(250);
    expect([router.url, text()]).toEqual(['/quotes?lang=ko', 'oil']);
    await settle(100);
    expect(router.url).toBe('/quotes?lang=ko&find=oil');
    set('');
    await settle(350);
    expect(router.url).toBe('/quotes?lang=ko');
  });

  it('follows the address when the viewer goes back or along a link', async () => {
    const { router, settle, text } = await seek('/quotes?find=oil');
    await router.navigateByUrl('/quotes?find=gas');
    await settle(50);
    expect(text()).toBe('gas');
  });

  it('is not undone by an address that changes otherwise while it is being changed', async () => {
    const { router, settle, set, text } = await seek('/quotes?find=o');
    set('oi');
    await router.navigateByUrl('/quotes?find=o&lang=ko');
    await settle(50);
    expect(text()).toBe('oi');
    await settle(300);
    expect(router.url).toBe('/quotes?find=oi&lang=ko');
  });

  it('is written beside another that is written at the same time', async () => {
    const { router, settle, set, text } = await seek('/quotes');
    set('oil');
    await settle(299);
    void setQuery(router, { lang: 'ko' });
    await settle(100);
    expect([router.url, text()]).toEqual(['/quotes?lang=ko&find=oil', 'oil']);
  });

  it('is not written any more when its page is left', async () => {
    const { router, settle, set } = await seek('/quotes');
    set('oil');
    TestBed.resetTestingModule();
    await settle(400);
    expect(router.url).toBe('/quotes');
  });
});
