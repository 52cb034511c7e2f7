import type { Server } from 'node:http';
import { Socket } from 'node:net';
import { splitTarget } from './feed-request';
import { answerFeed, isFeed } from './http-front';
import type { Rim } from './rim';
import { answerUpgrade } from './upgrade-front';
import { webSocketTransport } from './websocket/websocket';

/**
 * Puts the feed's addresses in front of whatever answers at `server` now: everything under `/feed` is
 * answered here, without the framework; an allowed Socket.IO upgrade and all else goes on to who was
 * there before.
 */
export function putFeedInFront(server: Server, rim: Rim): void {
  const requests = server.listeners('request');
  const upgrades = server.listeners('upgrade');
  server.removeAllListeners('request').removeAllListeners('upgrade');
  server.on('request', (request, response) => {
    if (isFeed(request.url)) return answerFeed(rim, request, response);
    response.once('close', () => rim.traffic.settle(request.socket));
    for (const listener of requests) listener.call(server, request, response);
  });
  const answers = {
    websocket: webSocketTransport(rim),
    'socket.io': ({ request, socket, head }: { request: unknown; socket: unknown; head: unknown }) => {
      for (const listener of upgrades) listener.call(server, request, socket, head);
    },
  };
  server.on('upgrade', (request, socket, head) => {
    const { path, query } = splitTarget(request.url ?? '');
    const name = path.startsWith('/feed/') ? path.slice('/feed/'.length) : '';
    if (socket instanceof Socket) answerUpgrade(rim, answers, { request, socket, head, name, query });
  });
}
