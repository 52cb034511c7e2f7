/** Samples a second that a line carries when nothing but its rate limits them: kbit/s over bits a sample. */
export const samplesPerSecond = (kbitPerSecond: number, bytesPerSample: number): number =>
  (kbitPerSecond * 1_000) / 8 / bytesPerSample;

/** The same for who asks for each: between an answer's last byte and the next one's first lies a round trip, ms. */
export const askedPerSecond = (kbitPerSecond: number, bytesPerSample: number, rttMs: number): number =>
  1 / (1 / samplesPerSecond(kbitPerSecond, bytesPerSample) + rttMs / 1_000);

/** How many percent more samples one way brings over the same line than another, by their bytes a sample. */
export const morePercent = (samples: number, than: number): number => (samples / than - 1) * 100;
