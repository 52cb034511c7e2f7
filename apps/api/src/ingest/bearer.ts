import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether an `Authorization` header carries this token; the time it takes tells nothing about the token. */
export function bearerMatches(header: string | undefined, token: string): boolean {
  const given = /^Bearer ([\x21-\x7e]+)$/i.exec(header ?? '')?.[1];
  return timingSafeEqual(digest(given ?? ''), digest(token)) && given !== undefined;
}

// Hashed, for the comparison wants equal lengths and must not tell the token's.
const digest = (text: string) => createHash('sha256').update(text).digest();
