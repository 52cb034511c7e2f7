import { parseOutsideTopic } from './outside-topic';

describe('a topic of outside programs', () => {
  it.each([
    ['vans', 'latest'],
    ['vans:latest', 'latest'],
    ['vans:every', 'every'],
  ])('%s has the delivery %s', (text, delivery) => {
    expect(parseOutsideTopic(text)).toEqual({ topic: 'vans', delivery });
  });

  it.each(['vans:some', 'vans:', 'vans:every:latest', 'Vans', ':every'])('cannot be %s', (text) => {
    expect(() => parseOutsideTopic(text)).toThrow();
  });
});
