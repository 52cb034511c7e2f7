import { LabAccess } from './lab-access';
import type { Asked } from './local-request';

const TOKEN = '0123456789abcdef';
const from = (remoteAddress: string, headers: Asked['headers']): Asked => ({
  headers,
  socket: { remoteAddress },
});
const here = from('127.0.0.1', { host: 'localhost:3000' });
const away = from('192.0.2.7', { host: 'board.example' });
const operator = from('192.0.2.7', { host: 'board.example', authorization: `Bearer ${TOKEN}` });

describe('the lab is', () => {
  it('for who sits at this machine', () => {
    const access = new LabAccess({});
    expect([access.denies(here), access.denies(away), access.denies(operator)]).toEqual([
      undefined,
      'not_local',
      'not_local',
    ]);
    expect([access.mayServe(here), access.mayServe(away)]).toEqual([true, false]);
    expect(() => access.demand(away)).toThrow(expect.objectContaining({ code: 'forbidden_origin' }));
  });

  it('for who has its token, whose page does not say it yet', () => {
    const access = new LabAccess({ token: TOKEN });
    expect([access.denies(here), access.denies(away), access.denies(operator)]).toEqual([
      undefined,
      'not_local',
      undefined,
    ]);
    const wrong = from('192.0.2.7', { authorization: 'Bearer fedcba9876543210' });
    expect(access.denies(wrong)).toBe('not_local');
    expect(access.mayServe(away)).toBe(true);
  });

  it('for nobody where it is off', () => {
    const access = new LabAccess('off');
    expect([access.denies(here), access.mayServe(here)]).toEqual(['off', false]);
    expect(() => access.demand(here)).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});
