import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { TileChoice, urlIn } from './tile-choice';

@Component({ selector: 'tw-empty', template: '' })
class Empty {}

const url = 'https://tiles.example/{z}/{x}/{y}.png';
const answering = (body: unknown) =>
  Object.assign(globalThis, { fetch: () => Promise.resolve({ json: () => Promise.resolve(body) }) });

async function open(address: string, body: unknown = { url }) {
  answering(body);
  TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', component: Empty }])] });
  const [choice, router] = [TestBed.inject(TileChoice), TestBed.inject(Router)];
  await router.navigateByUrl(address);
  await choice.load();
  return { choice, router };
}

describe('the choice of pictures of the ground', () => {
  beforeEach(() => localStorage.clear());

  it('is none until the viewer wants them', async () => {
    const { choice, router } = await open('/map');
    expect([choice.host(), choice.shown()]).toEqual(['tiles.example', undefined]);
    await choice.want(true);
    expect([choice.shown(), router.url]).toEqual([url, '/map?layer=tiles']);
  });

  it('is remembered on the device, and undone there', async () => {
    const { choice, router } = await open('/map');
    await choice.want(true);
    TestBed.resetTestingModule();
    const again = await open('/map');
    expect(again.choice.shown()).toBe(url);
    await again.choice.want(false);
    TestBed.resetTestingModule();
    expect((await open('/map')).choice.shown()).toBeUndefined();
    expect(router.url).toBe('/map?layer=tiles');
  });

  it('may be another one in the address', async () => {
    const { choice, router } = await open('/map?layer=tiles');
    expect(choice.shown()).toBe(url);
    await choice.want(true);
    await router.navigateByUrl('/map?layer=drawn');
    expect(choice.shown()).toBeUndefined();
  });

  it('gives way when nobody answers, until the viewer asks again', async () => {
    const { choice } = await open('/map?layer=tiles');
    choice.fail();
    expect([choice.shown(), choice.failed(), choice.wanted()]).toEqual([undefined, true, true]);
    choice.retry();
    expect([choice.shown(), choice.failed()]).toEqual([url, false]);
  });

  it('is not offered by a server that has none', async () => {
    const { choice } = await open('/map?layer=tiles', {});
    expect([choice.host(), choice.shown()]).toEqual([undefined, undefined]);
  });

  it.each([undefined, null, 'x', { url: 1 }, { url: 'javascript:alert(1)' }, { url: 'https://' }])(
    'does not take %j for an address',
    (answer) => {
      expect(urlIn(answer)).toBeUndefined();
    },
  );
});
