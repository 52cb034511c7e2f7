import type { ClaimVerdict, Verdict } from '@tickway/report';
import type { Claim } from './claim';
import { standingOf, type KnownMeasurement } from './standing';

const claim = (change: Partial<Claim> = {}): Claim => ({
  id: '8',
  section: 'polling',
  sources: [],
  ...change,
});
const says = (text: string, verdict: Verdict): ClaimVerdict => ({
  claim: text,
  verdict,
  because: 'numbers',
  becauseKo: '수치',
});
const measured = (...verdicts: readonly ClaimVerdict[]): KnownMeasurement => ({
  ...{ name: 'herd', title: 'E-HERD', claims: ['8'], prediction: '', method: '', from: 'record' },
  about: {
    ...{ command: '', date: '2026-01-02T03:04:05.000Z', seed: 1, scale: 1, loadBefore: 0, loadAfter: 0 },
    machine: { processor: 'Abacus', cores: 2, memoryBytes: 1, system: 'linux', node: 'v24' },
  },
  finding: { verdicts, tables: [], plots: [], raw: {} },
});

describe('what becomes of a claim', () => {
  it('is what was measured, whatever a text says', () => {
    const standing = standingOf(claim({ byText: 'false' }), [measured(says('8: a spike', 'true'))]);
    expect(standing).toMatchObject({ verdict: 'true', basis: 'measured' });
    expect(standing.evidence[0]?.verdicts).toHaveLength(1);
  });

  it('is what the standard says where nothing was measured of it', () => {
    const standing = standingOf(claim({ byText: 'false' }), [measured(says('18: duplex', 'true'))]);
    expect(standing).toEqual({ verdict: 'false', basis: 'text', evidence: [] });
  });

  it('is not settled without either', () => {
    expect(standingOf(claim(), [])).toEqual({ verdict: 'unsettled', basis: 'none', evidence: [] });
  });

  it('is partly so when measurements differ, and what settles nothing counts for nothing', () => {
    const of = (...all: readonly Verdict[]) =>
      standingOf(claim(), [measured(...all.map((one) => says('7, 8: a claim', one)))]).verdict;
    expect(of('true', 'partly')).toBe('partly');
    expect(of('true', 'false')).toBe('partly');
    expect(of('false', 'not settled')).toBe('false');
    expect(of('not settled')).toBe('unsettled');
  });
});
