import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { setQuery } from './set-query';

@Component({ selector: 'tw-empty', template: '' })
class Empty {}

describe('a parameter of the address', () => {
  it('is set on the present view, the others kept', async () => {
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: 'map', component: Empty }])] });
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/map?lang=ko');
    await setQuery(router, { transport: 'polling' });
    expect(router.url).toBe('/map?lang=ko&transport=polling');
    await setQuery(router, { transport: null });
    expect(router.url).toBe('/map?lang=ko');
  });

  it('is set on the view that is being opened, which opens all the same', async () => {
    let arrive: (component: typeof Empty) => void = () => undefined;
    const arriving = new Promise<typeof Empty>((resolve) => (arrive = resolve));
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'map', loadComponent: () => arriving },
          { path: '**', component: Empty },
        ]),
      ],
    });
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/');
    const opened = router.navigateByUrl('/map');
    const set = setQuery(router, { transport: 'polling' });
    arrive(Empty);
    await Promise.all([opened, set]);
    expect(router.url).toBe('/map?transport=polling');
  });
});
