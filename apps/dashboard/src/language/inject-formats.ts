import { computed, inject, type Signal } from '@angular/core';
import { formatsIn, type Formats } from './formats';
import { Language } from './language';

/** Numbers, amounts and times as readers of the present language write them. */
export function injectFormats(): Signal<Formats> {
  const { code } = inject(Language);
  return computed(() => formatsIn(code()));
}
