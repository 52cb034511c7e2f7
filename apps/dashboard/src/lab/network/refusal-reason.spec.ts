import { errorCodes, type ErrorCode } from '@tickway/protocol';
import { LabError } from '../operator/lab-error';
import { refusalReason } from './refusal-reason';

const refused = (code: ErrorCode) => new LabError(errorCodes[code].status, 'as told by the spec', code);

describe('why there is no gateway', () => {
  it('tells a server that stops from one whose gateways are taken, though both answer 503', () => {
    expect(refused('over_capacity').status).toBe(refused('shutdown').status);
    expect(refusalReason(refused('over_capacity'), 'off')).toBe('most');
    expect(refusalReason(refused('shutdown'), 'off')).toBe('stopping');
  });

  it('is a lab that is off where one is opened, and one that is gone where it was', () => {
    expect(refusalReason(refused('not_found'), 'off')).toBe('off');
    expect(refusalReason(refused('not_found'), 'gone')).toBe('gone');
    expect(refusalReason(new LabError(404, 'a proxy’s page'), 'gone')).toBe('gone');
  });

  it('is the token or the machine for who may not, and the network for a bad request', () => {
    expect(refusalReason(refused('forbidden_origin'), 'off')).toBe('not_local');
    expect(refusalReason(refused('unauthorized'), 'off')).toBe('not_local');
    expect(refusalReason(refused('bad_request'), 'off')).toBe('refused');
  });

  it('is a server that does not answer when there is no answer, or a proxy’s instead', () => {
    for (const status of [0, 502, 503, 504])
      expect(refusalReason(new LabError(status, ''), 'off')).toBe('unreachable');
  });
});
