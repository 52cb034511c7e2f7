import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimsOf } from './claims-of';
import { parseMeasurement } from './measurement';

const record = join(__dirname, '../../../docs/measurements/data');
const files = readdirSync(record);
const read = (file: string): unknown => JSON.parse(readFileSync(join(record, file), 'utf8'));

describe('a measurement', () => {
  it.each(files)('of the record is read from %s', (file) => {
    const { name, finding, about } = parseMeasurement(read(file));
    expect(`${name}.json`).toBe(file);
    expect(finding.verdicts.length).toBeGreaterThan(0);
    expect(about.machine.cores).toBeGreaterThan(0);
  });

  it.each(files)('of the record says in %s which claims each verdict settles, or that it is ours', (file) => {
    for (const verdict of parseMeasurement(read(file)).finding.verdicts)
      expect(claimsOf(verdict).length > 0 || verdict.claim.startsWith('ours: ')).toBe(true);
  });

  it('is not read from what is none', () => {
    expect(() => parseMeasurement({ name: 'x' })).toThrow('not a text');
    expect(() => parseMeasurement(null)).toThrow('not an object');
    expect(() => parseMeasurement(undefined)).toThrow('not an object');
  });

  it('has no point where a figure is missing', () => {
    const [file = ''] = files;
    const whole = parseMeasurement(read(file));
    const points = [
      [1, null],
      [2, 3],
    ];
    const plots = [{ name: 'p', title: 't', x: 'x', y: 'y', series: [{ label: 'l', kind: 'dots', points }] }];
    const again: unknown = { ...whole, finding: { ...whole.finding, plots } };
    expect(parseMeasurement(again).finding.plots[0]?.series[0]?.points).toEqual([[2, 3]]);
  });
});

describe('a verdict', () => {
  it('settles the claims whose numbers stand before its words', () => {
    expect(claimsOf({ claim: '4, 9, 13: with long polling the connection ends' })).toEqual(['4', '9', '13']);
    expect(claimsOf({ claim: 'd-2: the formulas predict' })).toEqual(['d-2']);
    expect(claimsOf({ claim: 'ours: nothing is lost' })).toEqual([]);
  });
});
