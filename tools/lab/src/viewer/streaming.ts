import { ByteLines, eventStream, HttpAnswers } from '@tickway/gateway';
import { request } from './request';
import type { Viewer, Way } from './viewer';

/** Streaming: one answer without end, as Server-Sent Events or one frame a line. */
export const streaming =
  (form: 'events' | 'lines' = 'events'): Way =>
  (viewer) => {
    const body = form === 'events' ? events(viewer) : lines(viewer);
    viewer.countRequest();
    const accept = form === 'events' ? 'text/event-stream' : 'application/x-ndjson';
    const target = `/feed/streaming?${viewer.query()}`;
    viewer.send('handshake', request(viewer.setting.server, target, { Accept: accept }));
    return new HttpAnswers({
      head: ({ status, bytes }) => {
        viewer.account.add('handshake', bytes);
        if (status !== 200) throw new Error(`answered ${status}`);
      },
      body: (chunk) => body.add(chunk),
      framing: (bytes) => viewer.account.add('framing', bytes),
      end: () => undefined,
    });
  };

const events = (viewer: Viewer) =>
  eventStream({
    data: (data) => viewer.receive(data),
    framing: (bytes) => viewer.account.add('framing', bytes),
  });

const lines = (viewer: Viewer) =>
  new ByteLines((line) => {
    viewer.account.add('framing', 1);
    viewer.receive(line);
  });
