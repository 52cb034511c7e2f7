import { FeedError, formParameters } from '@tickway/protocol';
import type { IncomingMessage } from 'node:http';
import { splitTarget } from '../feed-request';
import { socketForm, type SocketForm } from '../form/socket-form';

/** What Engine.IO's clients say by themselves, and the form. */
const known: ReadonlySet<string> = new Set(['EIO', 'transport', 't', 'sid', 'b64', ...formParameters]);

/** How the handshake of Socket.IO wants its messages; what else it asks for is refused, as on every transport. */
export function handshakeForm(request: IncomingMessage): SocketForm {
  const { query } = splitTarget(request.url ?? '');
  const asked = socketForm(request, query);
  if ([...query.keys()].every((name) => known.has(name))) return asked;
  return { ...asked, refusal: new FeedError('bad_request', 'a parameter that this address does not know') };
}
