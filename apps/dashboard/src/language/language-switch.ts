import { Component, inject } from '@angular/core';
import { Language } from './language';
import { languageCodes, type LanguageCode } from './language-code';

/** Each language by its own name, as whoever looks for it reads that one; and as short as it is known by. */
const names: Readonly<Record<LanguageCode, string>> = { en: 'English', ko: '한국어' };
const marks: Readonly<Record<LanguageCode, string>> = { en: 'EN', ko: '한국어' };

/** The languages as radio buttons. */
@Component({
  selector: 'tw-language-switch',
  template: `
    <fieldset data-testid="language-switch">
      <legend class="unseen">Language · 언어</legend>
      @for (code of codes; track code) {
        <label [lang]="code">
          <input
            type="radio"
            name="language"
            [value]="code"
            [attr.aria-label]="names[code]"
            [checked]="code === language.code()"
            (change)="language.choose(code)"
          />
          <span aria-hidden="true">{{ marks[code] }}</span>
        </label>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: flex;
      gap: 2px;
      margin: 0;
      padding: 0;
      border: 0;
    }
    label {
      position: relative;
    }
    /* The radio button itself lies unseen over its label, so that it takes presses, focus and keys by itself. */
    input {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      margin: 0;
      opacity: 0;
      cursor: pointer;
    }
    span {
      display: block;
      padding: 0 6px;
      border-radius: var(--radius-s);
      color: var(--text-soft);
      font-size: var(--text-s);
      line-height: 26px;
      white-space: nowrap;
    }
    input:hover + span,
    input:checked + span {
      color: var(--text);
    }
    input:checked + span {
      background: var(--hover);
      font-weight: 550;
    }
    /* No room: the language that one can turn to. */
    @media (max-width: 899px) {
      input:checked + span {
        display: none;
      }
    }
    input:focus-visible + span {
      outline: 2px solid var(--focus);
      outline-offset: 1px;
    }
  `,
})
export class LanguageSwitch {
  protected readonly language = inject(Language);
  protected readonly codes = languageCodes;
  protected readonly names = names;
  protected readonly marks = marks;
}
