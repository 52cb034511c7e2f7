import { decodeFrame, errorCodes, FeedError, isErrorCode, type ErrorCode } from '@tickway/protocol';

const codes = Object.keys(errorCodes).filter(isErrorCode);

/** The failure that an HTTP answer stands for: by the code in its body, else (a proxy's answer) by its status. */
export function errorOfAnswer(status: number, body: string): FeedError {
  try {
    const frame = decodeFrame(body);
    if (frame.type === 'error') return new FeedError(frame.code, frame.message);
  } catch {
    // FeedError: the body is not ours, so it was not our server that answered.
  }
  return new FeedError(codeOfStatus(status), `answered with status ${status}`);
}

/** The failure that a WebSocket's close code stands for. */
export function errorOfClose(close: number): FeedError {
  const code = codes.find((name) => errorCodes[name].close === close);
  if (code) return new FeedError(code);
  // Codes of a newer table keep its ranges: 45xx means stay away.
  return new FeedError(close >= 4500 && close < 4600 ? 'bad_request' : 'lost', `closed with code ${close}`);
}

/** A failure of the network, or of something in it. */
export const lost = (why: string, cause?: unknown): FeedError => new FeedError('lost', why, { cause });

const codeOfStatus = (status: number): ErrorCode => {
  if (status >= 500) return 'lost';
  return codes.find((name) => errorCodes[name].status === status) ?? 'bad_request';
};
