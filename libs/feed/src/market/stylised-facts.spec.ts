import { both, deseasoned, returns, seasonOf, sizes } from './testing/minutes';
import { MINUTES, observe, type Observation } from './testing/observe';
import { autocorrelation, correlation, kurtosis, mean, median, variation } from './testing/statistics';

const SESSIONS = 7;
const DAYS_A_YEAR = 252;

/**
 * What every market that has been looked at has in common (Cont 2001, "Empirical properties of asset
 * returns: stylized facts and statistical issues", Quantitative Finance 1, 223-236), asked of medians
 * over companies, since one path shows anything, and of days without a halt.
 */
describe.each([42, 7, 99])('the market of seed %d', (seed) => {
  const companies = observe(seed, SESSIONS, 4);
  const minute = companies.map(({ mids }) => returns(mids));
  const season = seasonOf(minute.map(sizes));
  const volumeSeason = seasonOf(companies.map(({ volumes }) => volumes));
  // "Deseasoned" is without what the time of day explains.
  const deseasonedReturns = minute.map((sessions) => deseasoned(sessions, season).flat());
  const deseasonedSizes = deseasonedReturns.map((xs) => xs.map(Math.abs));

  const over = (figure: (company: Observation, index: number) => number) => median(companies.map(figure));
  const overSizes = (lag: number) => median(deseasonedSizes.map((xs) => autocorrelation(xs, lag)));
  const rawKurtosis = median(minute.map((sessions) => kurtosis(sessions.flat())));

  it('has fat tails, and not only because of the time of day', () => {
    expect(rawKurtosis).toBeGreaterThan(4);
    expect(median(deseasonedReturns.map(kurtosis))).toBeGreaterThan(3.4);
  });

  it('has thinner tails the longer one waits', () => {
    expect(over(({ mids }) => kurtosis(returns(mids, 30).flat()))).toBeLessThan(rawKurtosis);
  });

  it.each([1, 2, 5])('cannot be foretold: returns do not follow those %d minutes before', (lag) => {
    expect(Math.abs(median(minute.map((sessions) => autocorrelation(sessions.flat(), lag))))).toBeLessThan(
      0.05,
    );
  });

  it('has wild times and calm times that pass slowly', () => {
    expect(overSizes(1)).toBeGreaterThan(0.05);
    expect(overSizes(30)).toBeGreaterThan(overSizes(1) / 4);
    expect(overSizes(60)).toBeGreaterThan(0.01);
  });

  it('trades more when it moves more', () => {
    expect(over(({ volumes }, i) => correlation(sizes(minute[i]!).flat(), volumes.flat()))).toBeGreaterThan(
      0.2,
    );
    expect(
      over(({ volumes }, i) => correlation(deseasonedSizes[i]!, deseasoned(volumes, volumeSeason).flat())),
    ).toBeGreaterThan(0.05);
  });

  it('is wilder and busier at the open and at the close than at noon', () => {
    const noon = (xs: readonly number[]) => mean(xs.slice(MINUTES / 2 - 15, MINUTES / 2 + 15));
    const open = (xs: readonly number[]) => mean(xs.slice(0, 30)) / noon(xs);
    const close = (xs: readonly number[]) => mean(xs.slice(-30)) / noon(xs);
    expect(open(season)).toBeGreaterThan(1.5);
    expect(close(season)).toBeGreaterThan(1.2);
    expect(open(volumeSeason)).toBeGreaterThan(2);
    expect(close(volumeSeason)).toBeGreaterThan(1.5);
  });

  it('moves together, and more so within a sector', () => {
    const five = companies.map(({ mids }) => returns(mids, 5));
    const pairs = companies.flatMap((a, i) =>
      companies.slice(i + 1).map((b, j) => ({
        same: a.sector === b.sector,
        correlation: correlation(...both(five[i]!, five[i + 1 + j]!)),
      })),
    );
    const of = (same: boolean) =>
      median(pairs.filter((pair) => pair.same === same).map((pair) => pair.correlation));
    expect(of(false)).toBeGreaterThan(0.1);
    expect(of(true)).toBeGreaterThan(of(false));
  });

  it('trades in bursts: gaps vary more than those of chance, whose variation is 1', () => {
    expect(over(({ times }) => variation(times.flatMap(differences)))).toBeGreaterThan(1.3);
  });

  it('sees buyers follow buyers for long, while prices bounce between bid and ask', () => {
    expect(over(({ signs }) => autocorrelation(signs.flat(), 10))).toBeGreaterThan(0.03);
    expect(over(({ prices }) => autocorrelation(differences(prices.flat()), 1))).toBeLessThan(-0.1);
  });

  it('fears a fall more than it likes a rise: volatility follows losses', () => {
    const nextHour = (xs: readonly number[]) => xs.slice(0, -60).map((_, i) => mean(xs.slice(i + 1, i + 61)));
    expect(
      over((_, i) => correlation(deseasonedReturns[i]!.slice(0, -60), nextHour(deseasonedSizes[i]!))),
    ).toBeLessThan(0);
  });

  it('is as volatile in a year as shares are', () => {
    const yearly = over((_, i) =>
      Math.sqrt(mean(minute[i]!.flat().map((r) => r * r)) * MINUTES * DAYS_A_YEAR),
    );
    expect(yearly).toBeGreaterThan(0.15);
    expect(yearly).toBeLessThan(0.45);
  });
});

const differences = (xs: readonly number[]) => xs.slice(1).map((x, i) => x - xs[i]!);
