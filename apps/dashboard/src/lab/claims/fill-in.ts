/** Puts figures into a sentence: `{0}` is the first. */
export const fillIn = (sentence: string, figures: readonly string[]): string =>
  sentence.replace(/\{(\d)\}/g, (place, index: string) => figures[Number(index)] ?? place);
