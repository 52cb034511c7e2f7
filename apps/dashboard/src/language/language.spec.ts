import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { injectTexts } from './inject-texts';
import { Language } from './language';
import { LanguageSwitch } from './language-switch';

const en = { greeting: (name: string) => `Hello ${name}` };
const ko: typeof en = { greeting: (name) => `${name}님, 안녕하세요` };

@Component({
  selector: 'tw-greeting',
  imports: [LanguageSwitch],
  template: `<p>{{ texts().greeting('Kim') }}</p>
    <tw-language-switch />`,
})
class Greeting {
  protected readonly texts = injectTexts({ en, ko });
}

async function page() {
  TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', component: Greeting }])] });
  const fixture = TestBed.createComponent(Greeting);
  await fixture.whenStable();
  const root: unknown = fixture.nativeElement;
  if (!(root instanceof HTMLElement)) throw new Error('no page');
  return {
    text: () => root.querySelector('p')?.textContent,
    radios: [...root.querySelectorAll('input')],
    settle: () => fixture.whenStable(),
  };
}

describe('language', () => {
  beforeEach(() => localStorage.clear());

  it('changes every text and <html lang> at once, and is remembered on this device', async () => {
    const { text, radios, settle } = await page();
    expect([text(), document.documentElement.lang]).toEqual(['Hello Kim', 'en']);
    radios[1]?.click();
    await settle();
    expect([text(), document.documentElement.lang]).toEqual(['Kim님, 안녕하세요', 'ko']);
    expect(localStorage.getItem('tickway.language')).toBe('ko');
  });

  it('follows the address, until the viewer chooses', async () => {
    const { text, radios, settle } = await page();
    await TestBed.inject(Router).navigateByUrl('/x?lang=ko&interval=500');
    await settle();
    expect(text()).toBe('Kim님, 안녕하세요');
    radios[0]?.click();
    await settle();
    expect(text()).toBe('Hello Kim');
    expect(TestBed.inject(Router).url).toBe('/x?interval=500');
  });

  it('is what was chosen here before', () => {
    localStorage.setItem('tickway.language', 'ko');
    expect(TestBed.inject(Language).code()).toBe('ko');
  });
});
