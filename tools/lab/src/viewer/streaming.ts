import { eventStream, HttpAnswers } from '@tickway/gateway';
import { plainForm, type ViewerLimits, type WireForm } from '@tickway/protocol';
import { httpFrames } from '../wire/http-frames';
import { acceptEncoding, formQuery } from './form-query';
import { request } from './request';
import type { Viewer, Way } from './viewer';

/** How a push connection is wished. */
export interface PushOptions {
  /** @default plain JSON */
  readonly form?: WireForm;
  readonly limits?: ViewerLimits;
  /** More request headers, e.g. as many bytes as a browser sends. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Streaming: one answer without end, as Server-Sent Events or, in another form than theirs, one frame after the other. */
export const streaming =
  ({ form = plainForm, limits, headers: more }: PushOptions = {}): Way =>
  (viewer) => {
    const asEvents = form.codec === 'json' && !form.compress;
    const body = asEvents ? events(viewer) : httpFrames(viewer, form);
    const accept = asEvents ? 'text/event-stream' : 'application/x-ndjson, application/vnd.msgpack';
    const target = `/feed/streaming?${viewer.query(formQuery(form, limits))}`;
    const headers = { ...more, Accept: accept, ...acceptEncoding(form) };
    viewer.countRequest();
    viewer.send('handshake', request(viewer.setting.server, target, headers));
    return new HttpAnswers({
      head: ({ status, bytes }) => {
        viewer.account.add('handshake', bytes);
        if (status !== 200) throw new Error(`answered ${status}`);
      },
      body: (chunk) => body.add(chunk),
      framing: (bytes) => viewer.account.add('framing', bytes),
      end: () => body.end(),
    });
  };

const events = (viewer: Viewer) => {
  const stream = eventStream({
    data: (data) => viewer.receive(data),
    framing: (bytes) => viewer.account.add('framing', bytes),
  });
  return { add: (chunk: Buffer) => stream.add(chunk), end: () => undefined };
};
