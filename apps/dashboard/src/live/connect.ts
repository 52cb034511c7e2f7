import { InjectionToken } from '@angular/core';
import { connect } from '@tickway/client';

/** How the page connects: the SDK's `connect`, or in a spec a fake that implements the same seam. */
export const CONNECT = new InjectionToken<typeof connect>('connect', {
  providedIn: 'root',
  factory: () => connect,
});
