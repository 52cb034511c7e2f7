import { FeedError } from '@tickway/protocol';
import type { IncomingMessage } from 'node:http';

/**
 * Sees to it that a client that asks for compression can read it.
 *
 * @throws FeedError `unsupported`
 */
export function assertAcceptsDeflate({ headers }: Pick<IncomingMessage, 'headers'>): void {
  const accepted = headers['accept-encoding'];
  const codings = (typeof accepted === 'string' ? accepted : '').toLowerCase().split(',').map(coding);
  const wanted = codings.find(({ name }) => name === 'deflate') ?? codings.find(({ name }) => name === '*');
  if (wanted && wanted.weight > 0) return;
  throw new FeedError('unsupported', 'compress=1 needs Accept-Encoding: deflate');
}

/** One of the codings that a client accepts (RFC 9110 section 12.5.3), and how much it would like it, 0 to 1. */
function coding(text: string): { readonly name: string; readonly weight: number } {
  // Not by a regular expression: one that looks for white space before `;` takes the square of a long header's time.
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return { name, weight: Number(weight) };
}
