import { computed, inject, type Signal } from '@angular/core';
import { figuresIn, type Figures } from './figures';
import { Language } from './language';

/** Figures of a market and of a connection as readers of the present language write them. */
export function injectFigures(): Signal<Figures> {
  const { code } = inject(Language);
  return computed(() => figuresIn(code()));
}
