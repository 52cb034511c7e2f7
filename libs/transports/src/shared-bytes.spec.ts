import type { EncodedFrame } from '@tickway/hub';
import { frameText } from './form/frame-text';
import { sharedBytes } from './shared-bytes';

describe('the bytes of a frame', () => {
  const frame: EncodedFrame = {
    frame: { type: 'heartbeat', cursors: {} },
    json: '{"type":"heartbeat","cursors":{}',
  };
  const bytes = sharedBytes((encoded, writtenAt, id) => Buffer.from(id + frameText(encoded, writtenAt)));

  it('are one buffer for all who are written to in the same millisecond', () => {
    expect(bytes(frame, 5)).toBe(bytes(frame, 5));
    expect(bytes(frame, 5).toString()).toBe('{"type":"heartbeat","cursors":{},"writtenAt":5}');
  });

  it('tell each later receiver its own time', () => {
    const first = bytes(frame, 5);
    expect(bytes(frame, 6).toString()).toContain('"writtenAt":6}');
    expect(first.toString()).toContain('"writtenAt":5}');
  });

  it('are others for another id', () => {
    expect(bytes(frame, 5, 'a').toString()).toMatch(/^a/);
    expect(bytes(frame, 5, 'b').toString()).toMatch(/^b/);
  });
});
