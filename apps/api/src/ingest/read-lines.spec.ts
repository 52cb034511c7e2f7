import { MOST_BODY_BYTES, readLines } from './read-lines';

describe('the lines of a body', () => {
  const read = async (...chunks: readonly (string | Uint8Array)[]) => {
    const lines: string[] = [];
    for await (const line of readLines(bytesOf(chunks))) lines.push(line);
    return lines;
  };

  it('are the same however the body is cut', async () => {
    const body = Buffer.from('{"a":"é"}\n\n{"b":"€"}');
    for (let cut = 0; cut <= body.length; cut++)
      expect(await read(body.subarray(0, cut), body.subarray(cut))).toEqual(['{"a":"é"}', '', '{"b":"€"}']);
  });

  it('are at most 16 KiB long, in bytes', async () => {
    expect(await read('x'.repeat(16_384))).toHaveLength(1);
    await expect(read('x'.repeat(16_385))).rejects.toMatchObject({ code: 'too_large' });
    await expect(read('€'.repeat(6_000), '\n')).rejects.toMatchObject({ code: 'too_large' });
  });

  it('are refused as soon as an endless one is too long', async () => {
    let given = 0;
    const endless = (async function* () {
      for (;;) {
        given++;
        yield await Promise.resolve(Buffer.alloc(1_000, 'x'));
      }
    })();
    await expect(readLines(endless).next()).rejects.toMatchObject({ code: 'too_large' });
    expect(given).toBe(17);
  });

  it('are at most 1 MiB together', async () => {
    const line = `${'x'.repeat(1_023)}\n`;
    expect(await read(line.repeat(MOST_BODY_BYTES / 1_024))).toHaveLength(1_025);
    await expect(read(line.repeat(MOST_BODY_BYTES / 1_024), 'x')).rejects.toMatchObject({
      code: 'too_large',
    });
  });
});

async function* bytesOf(chunks: readonly (string | Uint8Array)[]) {
  for (const chunk of chunks) yield await Promise.resolve(Buffer.from(chunk));
}
