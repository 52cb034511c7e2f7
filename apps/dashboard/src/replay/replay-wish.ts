import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';

/** How many seconds of the past may pass in one. */
export const speeds = [1, 2, 5, 10, 30, 60] as const;

/** How many seconds of the past pass in one. */
export type Speed = (typeof speeds)[number];

/** Whether `value` is a speed at which the past is played. */
export const isSpeed = (value: unknown): value is Speed => speeds.some((speed) => speed === value);

/** What an address asks to be shown of the past. */
export interface ReplayWish {
  /** The moment, epoch ms, server clock. */
  readonly at: number;
  /** Undefined: the moment stands still. */
  readonly speed: Speed | undefined;
}

/** What the past is asked for by `?at=<epoch ms>` and, if it is to be played, `&speed=10`; undefined: nothing. */
export function replayWishIn(search: string): ReplayWish | undefined {
  const query = new URLSearchParams(search);
  const at = query.get('at') ?? '';
  if (!/^[1-9][0-9]{0,14}$/.test(at)) return undefined;
  const speed = Number(query.get('speed'));
  return { at: Number(at), speed: isSpeed(speed) ? speed : undefined };
}

/** Whether two wishes are for the same. */
export const sameWish = (a: ReplayWish | undefined, b: ReplayWish | undefined): boolean =>
  a?.at === b?.at && a?.speed === b?.speed;

/** What the present address asks to be shown of the past. */
export function injectReplayWish(): Signal<ReplayWish | undefined> {
  const router = inject(Router);
  const wishIn = (url: string) => replayWishIn(url.split('#')[0]?.split('?')[1] ?? '');
  return toSignal(
    router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => wishIn(urlAfterRedirects)),
    ),
    { initialValue: wishIn(router.url), equal: sameWish },
  );
}
