import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort, type MessagePort } from 'node:worker_threads';
import { Archive } from './archive';
import type { Opening, Request, WriterSettings } from './message';
import { Writer } from './writer';

// The entry of the history's worker thread: the rim with its timers, and nothing else. It is bundled into a
// file of its own, for a thread starts from a file; `sqliteHistory` is the only one to talk to it.

function serve(port: MessagePort, settings: WriterSettings): void {
  const writer = new Writer({
    open: () => {
      mkdirSync(dirname(settings.path), { recursive: true });
      return new Archive(settings);
    },
    answer: (answer) => port.postMessage(answer),
    wake: () => setTimeout(() => writer.flush(), settings.flushMs),
    flushRows: settings.flushRows,
  });
  const timers = [
    setInterval(() => writer.tidy(Date.now()), settings.tidyMs),
    setInterval(() => writer.off && writer.retry(Date.now()), settings.retryMs),
  ];
  port.on('message', (request: Request) => {
    writer.handle(request);
    if (request.type !== 'close') return;
    timers.forEach(clearInterval);
    port.close();
  });
  writer.retry(Date.now());
}

parentPort?.once('message', ({ settings }: Opening) => {
  if (parentPort) serve(parentPort, settings);
});
