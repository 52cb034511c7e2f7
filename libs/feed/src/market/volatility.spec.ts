import { normal, streamOf } from '../random';
import { autocorrelation, correlation, mean } from './testing/statistics';
import { Volatility } from './volatility';

/** Levels every 10 minutes over many independent lives of two sessions, and the shocks' sums in between. */
const lives = Array.from({ length: 60 }, (_, life) => {
  const random = streamOf(5, 'life', String(life));
  const volatility = new Volatility(streamOf(5, 'volatility', String(life)));
  return Array.from({ length: 78 }, () => {
    let shocks = 0;
    for (let second = 0; second < 600; second++) {
      const shock = normal(random);
      shocks += shock;
      volatility.step(shock);
    }
    return { shocks, logarithm: Math.log(volatility.level), square: volatility.level ** 2 };
  });
});

describe('volatility', () => {
  it('multiplies the variance by 1 in the mean', () => {
    expect(mean(lives.flat().map(({ square }) => square))).toBeGreaterThan(0.8);
    expect(mean(lives.flat().map(({ square }) => square))).toBeLessThan(1.25);
  });

  it('is always positive', () => {
    expect(lives.flat().every(({ square }) => square > 0)).toBe(true);
  });

  it('forgets slowly: half an hour later it is much the same', () => {
    expect(
      mean(
        lives.map((life) =>
          autocorrelation(
            life.map((x) => x.logarithm),
            3,
          ),
        ),
      ),
    ).toBeGreaterThan(0.2);
  });

  it('rises when prices fall', () => {
    const changes = lives.flatMap((life) =>
      life.slice(1).map((x, i) => x.logarithm - (life[i]?.logarithm ?? NaN)),
    );
    const shocks = lives.flatMap((life) => life.slice(1).map((x) => x.shocks));
    expect(correlation(shocks, changes)).toBeLessThan(-0.3);
  });
});
