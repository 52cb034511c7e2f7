import { errorCodes } from '@tickway/protocol';
import { errorOfAnswer, errorOfClose } from './error-of';

const body = (code: string) => JSON.stringify({ type: 'error', code, message: 'no', writtenAt: 0 });

describe('the error of an HTTP answer', () => {
  it('is the code in its body', () => {
    expect(errorOfAnswer(400, body('filter_too_large'))).toMatchObject({
      code: 'filter_too_large',
      message: 'no',
    });
  });

  it.each([
    [401, 'unauthorized'],
    [404, 'unknown_topic'],
    [413, 'too_large'],
    [418, 'bad_request'],
    [431, 'bad_request'],
    [502, 'lost'],
    [504, 'lost'],
  ])('is told by the status %d when somebody else answered', (status, code) => {
    expect(errorOfAnswer(status, '<html>')).toMatchObject({ code });
  });
});

describe('the error of a close code', () => {
  it.each(Object.entries(errorCodes))('is %s for that code of the table', (code, { close }) => {
    expect(errorOfClose(close).code).toBe(code);
  });

  it.each([1000, 1001, 1006, 4099])('is `lost` for %d: come back', (close) => {
    expect(errorOfClose(close).code).toBe('lost');
  });

  it('says stay away for an unknown code of that range', () => {
    expect(errorCodes[errorOfClose(4599).code].retry).toBe('stay-away');
  });
});
