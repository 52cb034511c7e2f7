import {
  NavigationCancel,
  NavigationEnd,
  NavigationError,
  NavigationSkipped,
  type Params,
  type Router,
} from '@angular/router';
import { filter, firstValueFrom } from 'rxjs';

/** How {@link setQuery} enters the address. */
export interface SetQueryOptions {
  /** Whether "back" skips the address before. @default false */
  readonly replaceUrl?: boolean;
}

/**
 * Sets parameters of the present view's address (`null` takes one out). If another view is just being
 * opened, its address is meant: to navigate now would give that up and stay where we are.
 */
export async function setQuery(
  router: Router,
  queryParams: Params,
  options: SetQueryOptions = {},
): Promise<void> {
  // Called where a navigation's end is told, that one is still said to be under way.
  await Promise.resolve();
  while (router.currentNavigation()) await firstValueFrom(router.events.pipe(filter(isOver)));
  await router.navigate([], { queryParams, queryParamsHandling: 'merge', ...options });
}

const ends = [NavigationEnd, NavigationCancel, NavigationError, NavigationSkipped];

const isOver = (event: unknown) => ends.some((end) => event instanceof end);
