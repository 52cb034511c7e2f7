import { ageReason, type Circumstances } from './age-reason';

const about = (more: Partial<Circumstances>) =>
  ageReason({
    ...{ ageMs: 1600, health: 'live', state: 'open', asked: true, latencyMs: 40, merged: 0 },
    ...more,
  });

describe('age reason', () => {
  it('is none while the value is fresh', () => {
    expect(about({ ageMs: 1400, merged: 3, state: 'halted' })).toBeUndefined();
  });

  it('is the connection before all else, however young the value', () => {
    expect(about({ ageMs: 10, health: 'waiting', state: 'halted' })).toBe('cut');
    expect(about({ ageMs: 10, health: 'silent' })).toBe('silent');
  });

  it('is the market when it does not trade', () => {
    expect([about({ state: 'halted', merged: 2 }), about({ state: 'closed' })]).toEqual(['halted', 'closed']);
  });

  it('is a row that was out of view, then a slow link, then merging, then the feed', () => {
    expect(about({ asked: false, latencyMs: 2000 })).toBe('unseen');
    expect(about({ latencyMs: 1500, merged: 4 })).toBe('slow');
    expect(about({ merged: 4 })).toBe('merged');
    expect(about({})).toBe('quiet');
  });
});
