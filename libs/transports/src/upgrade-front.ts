import { FeedError, isTransportName } from '@tickway/protocol';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { admit, assertPace } from './admit';
import { coded } from './coded';
import { heedOffer } from './form/socket-form';
import { comesBack, errorBody, RETRY_AFTER_SECONDS } from './http-answer';
import { originAllowed } from './origin';
import type { Rim } from './rim';
import type { UpgradeRequest } from './upgrade-request';

/** Who answers an upgrade, by the transport's name. */
export interface UpgradeAnswers {
  readonly websocket: (upgrade: UpgradeRequest) => void;
  readonly 'socket.io': (upgrade: UpgradeRequest) => void;
}

/** Lets an upgrade through to its transport, or refuses it while it is still HTTP. */
export function answerUpgrade(rim: Rim, answers: UpgradeAnswers, upgrade: UpgradeRequest): void {
  // Nobody else listens as long as the socket belongs to no transport.
  upgrade.socket.on('error', () => upgrade.socket.destroy());
  try {
    const answer = permitted(rim, answers, upgrade);
    rim.traffic.spend(answer.name, () => answer.to(upgrade));
  } catch (error) {
    refuse(rim, upgrade.socket, coded(rim, error));
  }
}

function permitted(rim: Rim, answers: UpgradeAnswers, { request, socket, name, query }: UpgradeRequest) {
  assertPace(rim, request);
  if (name !== 'websocket' && name !== 'socket.io')
    throw new FeedError(isTransportName(name) ? 'bad_request' : 'not_found');
  const { guestOf, settings } = rim;
  if (!originAllowed(request, { listed: settings.origins, guestOf })) throw new FeedError('forbidden_origin');
  if (rim.connections.closing) throw new FeedError('shutdown');
  heedOffer(request, query);
  socket.once('close', admit(rim, request));
  rim.traffic.requested(name);
  // For what never becomes a connection of its transport; the others have settled by then.
  socket.once('close', () => rim.traffic.settle(socket, name));
  return { name, to: answers[name] } as const;
}

function refuse(rim: Rim, socket: Socket, error: FeedError): void {
  const { status, body } = errorBody(rim, error);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    ...(comesBack(error) ? [`Retry-After: ${RETRY_AFTER_SECONDS}`] : []),
  ];
  // Both directions: a peer that never ends its own would keep the socket for good.
  socket.once('finish', () => socket.destroy());
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]));
}
