import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, type ParamMap } from '@angular/router';
import { filter, map } from 'rxjs';

/** The parameters of the address as it stands, whichever page is open. */
export function injectAddress(): Signal<ParamMap> {
  const router = inject(Router);
  const query = () => router.parseUrl(router.url).queryParamMap;
  const arrived = router.events.pipe(
    filter((event) => event instanceof NavigationEnd),
    map(query),
  );
  return toSignal(arrived, { initialValue: query() });
}
