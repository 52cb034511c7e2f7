import { streamOf } from '../random';
import { EfficientPrice } from './efficient-price';
import { Factor } from './factor';
import { listings } from './listings';
import { SESSION_SECONDS } from './session';
import { sectors } from './sector';
import { mean } from './testing/statistics';

const [listing] = listings;

const priceOf = (seed: number) => {
  const [market, sector] = [new Factor(streamOf(seed, 'market')), new Factor(streamOf(seed, 'sector'))];
  const price = new EfficientPrice(listing!, { seed, market, sector });
  const second = () => {
    market.step();
    sector.step();
    price.step(1);
    return Math.log(price.cents);
  };
  const night = () => {
    market.sleep();
    sector.sleep();
    price.sleep();
    return Math.log(price.cents);
  };
  return { price, second, night };
};

describe('the efficient price', () => {
  it('begins near that of the listing, another for another seed', () => {
    const [one, other] = [priceOf(1).price.cents, priceOf(2).price.cents];
    expect(one).not.toBe(other);
    for (const cents of [one, other]) expect(Math.abs(Math.log(cents / listing!.price))).toBeLessThan(0.4);
  });

  it('varies in a session as its sector does', () => {
    const squares = Array.from({ length: 30 }, (_, seed) => {
      const { second } = priceOf(seed);
      const path = Array.from({ length: 2000 }, second);
      return mean(path.slice(1).map((x, i) => (x - (path[i] ?? NaN)) ** 2));
    });
    const daily = Math.sqrt(mean(squares) * SESSION_SECONDS);
    expect(daily / sectors.Technology).toBeGreaterThan(0.7);
    expect(daily / sectors.Technology).toBeLessThan(1.5);
  });

  it('stays sane for years: nights lead it home', () => {
    const { night } = priceOf(3);
    const strayed = Array.from({ length: 5000 }, () => Math.abs(night() - Math.log(listing!.price)));
    expect(Math.max(...strayed)).toBeLessThan(0.5);
  });

  it('moves by the log-return it is given', () => {
    const { price } = priceOf(1);
    const before = price.cents;
    price.move(0.01);
    expect(price.cents / before).toBeCloseTo(Math.exp(0.01), 12);
  });
});
