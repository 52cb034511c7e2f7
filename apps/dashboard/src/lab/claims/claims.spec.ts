import { languageCodes } from '../../language/language-code';
import { claimSections } from './claim';
import { claimTexts } from './claim-texts';
import { claims } from './claims';
import { fillIn } from './fill-in';
import { measureNames } from './measures';

describe('claims', () => {
  it('are 35 and 13 published numbers, in order', () => {
    const numbers = (count: number, before: string) =>
      Array.from({ length: count }, (_, i) => `${before}${i + 1}`);
    expect(claims.map(({ id }) => id)).toEqual([...numbers(35, ''), ...numbers(13, 'd-')]);
  });

  it.each(languageCodes)('have all their words in %s, and no two claims the same', (code) => {
    const texts = claimTexts[code].claims;
    expect(texts.length).toBe(claims.length);
    for (const words of texts.flatMap(({ claim, decides, reason }) => [claim, decides, reason]))
      expect(words.trim().length).toBeGreaterThan(5);
    expect(new Set(texts.map(({ claim }) => claim)).size).toBe(claims.length);
  });

  it('say what was measured with the same figures in every language', () => {
    const places = (sentence: string) => [...new Set(sentence.match(/\{\d\}/g))].sort().join();
    for (const name of measureNames)
      expect(places(claimTexts.ko.measured[name])).toBe(places(claimTexts.en.measured[name]));
    expect(fillIn('{1} of {0}, {0}', ['a', 'b'])).toBe('b of a, a');
  });

  it('are in Korean letters in Korean', () => {
    for (const { claim, reason } of claimTexts.ko.claims) {
      expect(claim).toMatch(/[가-힣]/);
      expect(reason).toMatch(/[가-힣]/);
    }
  });

  it('name a standard wherever a text settles them', () => {
    expect(claims.filter(({ byText, sources }) => byText && sources.length === 0)).toEqual([]);
  });

  it('leave no section empty, and no measurement without a claim', () => {
    expect(claimSections.filter((section) => !claims.some((claim) => claim.section === section))).toEqual([]);
    expect(measureNames.filter((name) => !claims.some(({ inRace }) => inRace === name))).toEqual([]);
  });
});
