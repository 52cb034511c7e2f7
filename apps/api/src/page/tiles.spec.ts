import { parseTiles } from './tiles';

describe('the map’s tiles', () => {
  it('are OpenStreetMap’s when nothing is said', () => {
    expect(parseTiles(undefined)).toEqual({
      url: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
      origin: 'https://tile.openstreetmap.org',
    });
  });

  it('may come from elsewhere, or not be', () => {
    expect(parseTiles('http://127.0.0.1:8080/{z}/{x}/{y}.png?key=1')).toMatchObject({
      origin: 'http://127.0.0.1:8080',
    });
    expect(parseTiles('off')).toBe('off');
  });

  it.each([
    'https://tiles.example/{z}/{x}.png',
    'https://{s}.tiles.example/{z}/{x}/{y}.png',
    'ftp://tiles.example/{z}/{x}/{y}.png',
    'javascript:{z}{x}{y}',
    'on',
  ])('cannot be %s', (text) => {
    expect(() => parseTiles(text)).toThrow('TICKWAY_TILES');
  });
});
