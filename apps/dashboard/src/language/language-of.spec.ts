import { languageOf } from './language-of';

describe('language of', () => {
  const none = { search: '', stored: null, browser: [] };

  it('is that of the address before all else', () => {
    expect(languageOf({ search: '?a=1&lang=ko', stored: 'en', browser: ['en-US'] })).toBe('ko');
  });

  it('is the viewer’s choice before the browser’s', () => {
    expect(languageOf({ ...none, stored: 'en', browser: ['ko-KR'] })).toBe('en');
  });

  it('is the browser’s first that the page is written in, whatever its region', () => {
    expect(languageOf({ ...none, browser: ['fr-FR', 'ko-KR', 'en'] })).toBe('ko');
  });

  it('is English when nothing that is asked for is there', () => {
    expect(languageOf({ search: '?lang=xx', stored: 'tlh', browser: ['de'] })).toBe('en');
  });
});
