import { DestroyRef, effect, inject, signal, type Signal, untracked } from '@angular/core';
import { Router, type ParamMap, type Params } from '@angular/router';
import { injectAddress } from './inject-address';
import { setQuery } from './set-query';

/** How a part of the view stands in the address. */
export interface AddressedOptions<Value> {
  /** The value of an address; what cannot be had is as by default. */
  readonly read: (query: Pick<ParamMap, 'get'>) => Value;
  /** The parameters of a value; `null` stands for "as by default", which is left out of the address. */
  readonly write: (value: Value) => Params;
  /** How long the value must stand before it is written, for one that moves while the viewer types or drags, ms. @default 0 */
  readonly settleMs?: number;
}

/** A part of the view that stands in the address. */
export interface Addressed<Value> extends Signal<Value> {
  /** Changes it, here at once and in the address when it has settled. */
  set(value: Value): void;
}

/**
 * A part of the view that stands in the address: going back, forward or along a link changes it, and changing it writes the
 * address, without an entry in the history. What the viewer does now is not undone by an address that is still being written.
 */
export function injectAddressed<Value>(options: AddressedOptions<Value>): Addressed<Value> {
  const [router, query] = [inject(Router), injectAddress()];
  const textOf = (value: Value) => JSON.stringify(options.write(value));
  const value = signal(options.read(untracked(query)));
  /** What the address says, or will when what is under way has been written. */
  let said = textOf(untracked(value));
  let settling: ReturnType<typeof setTimeout> | undefined;
  /** Writes that have not reached the address yet. */
  let writing = 0;

  effect(() => {
    const read = options.read(query());
    const text = textOf(read);
    if (settling !== undefined || writing > 0 || text === said) return;
    said = text;
    value.set(read);
  });
  const write = async () => {
    settling = undefined;
    const text = textOf(untracked(value));
    if (text === said) return;
    said = text;
    writing++;
    await setQuery(router, options.write(untracked(value)), { replaceUrl: true });
    writing--;
  };
  inject(DestroyRef).onDestroy(() => clearTimeout(settling));
  return Object.assign(value.asReadonly(), {
    set(now: Value) {
      value.set(now);
      clearTimeout(settling);
      settling = setTimeout(() => void write(), options.settleMs ?? 0);
    },
  });
}
