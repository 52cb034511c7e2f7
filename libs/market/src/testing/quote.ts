import type { Quote } from '../quote';

const level: Quote = {
  name: 'Tickway Composite',
  sector: 'Index',
  last: 101.24,
  previousClose: 100,
  open: 100.5,
  high: 102,
  low: 99.75,
  volume: 120_400,
  state: 'open',
};

/** The level of an index, but for what the test is about. */
export const indexLevel = (about: Partial<Quote> = {}): Quote => ({ ...level, ...about });

/** A quote of an ordinary company, but for what the test is about. */
export const quote = (about: Partial<Quote> = {}): Quote => ({
  ...level,
  name: 'Novalux Semiconductors',
  sector: 'Technology',
  bid: 101.2,
  ask: 101.24,
  bidSize: 300,
  askSize: 500,
  ...about,
});
