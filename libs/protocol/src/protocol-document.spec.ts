import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeMessage, encodeMessage } from './client-message';
import { parseFrame } from './decode-frame';
import { encodeFrame, stamp } from './encode-frame';
import { errorCodes } from './error-code';
import { parseUpdate } from './parse-update';
import { limits } from './limits';
import { formatQuery, parseQuery } from './query';
import { limitParameters, parseLimitsQuery } from './viewer-limits';
import { formParameters, parseFormQuery } from './wire-form';

const text = readFileSync(join(__dirname, '../PROTOCOL.md'), 'utf8');
const examples = (kind: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\``, 'gm'))].map(([, body = '']) => body);
const json = (body: string): unknown => JSON.parse(body);

describe('PROTOCOL.md', () => {
  it('shows every type of frame', () => {
    const types = examples('json frame').map((body) => parseFrame(json(body)).type);
    expect(new Set(types)).toEqual(new Set(['snapshot', 'delta', 'heartbeat', 'gap', 'error', 'bye']));
  });

  it.each(examples('json frame'))('has a frame that is read and written back the same: %s', (body) => {
    const frame = parseFrame(json(body));
    expect(json(encodeFrame(frame) + stamp(frame.writtenAt))).toEqual(json(body));
  });

  it.each(examples('json message'))('has a message that is read and written back the same: %s', (body) => {
    expect(json(encodeMessage(decodeMessage(body)))).toEqual(json(body));
  });

  it.each(examples('json update'))('has an update that is read as it stands: %s', (body) => {
    expect(parseUpdate(json(body), 0)).toEqual(json(body));
  });

  it('has requests whose queries are read, and written back to mean the same', () => {
    const requests = examples('http').flatMap((body) => body.trim().split('\n'));
    expect(requests.length).toBeGreaterThan(4);
    for (const request of requests) {
      const { searchParams } = new URL(request.replace('GET ', 'http://host'));
      const others = ['waitMs', 'keepAlive', ...limitParameters, ...formParameters];
      const wish = parseQuery(searchParams, others);
      const [own, form] = [parseLimitsQuery(searchParams), parseFormQuery(searchParams)];
      const written = formatQuery(wish, own, form);
      expect(parseQuery(written, others)).toEqual(wish);
      expect([parseLimitsQuery(written), parseFormQuery(written)]).toEqual([own, form]);
    }
  });

  it('names the bounds of a viewer’s own limits as they are', () => {
    for (const { least, most } of [limits.frequency, limits.bandwidth, limits.window])
      expect(text).toContain(`${least} to ${most}`);
  });

  it('lists exactly the error codes there are, with what each means', () => {
    const rows = [...text.matchAll(/^\| `(\w+)` \| (.*) \| (\w+) \| ([\w ]+) \| (\d+) \| (\d+) \|$/gm)];
    const listed = rows.map(([, code, meaning, fault, retry, status, close]) => [
      code,
      { meaning, fault, retry: retry?.replace(' ', '-'), status: Number(status), close: Number(close) },
    ]);
    expect(Object.fromEntries(listed)).toEqual(errorCodes);
  });
});
