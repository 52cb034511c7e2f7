import { DOCUMENT, inject, Service } from '@angular/core';
import { isErrorCode, type ErrorCode } from '@tickway/protocol';
import { LabError } from './lab-error';
import { OperatorToken } from './operator-token';

/** An answer later than this is none, ms. */
const ANSWER_MS = 8_000;

/** What to ask the lab's API. */
export interface LabQuestion {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under `/lab/`. */
  readonly path: string;
  readonly body?: unknown;
  /** Whether it may outlive the page. @default false */
  readonly keepalive?: boolean;
}

/** The lab's API of this server, asked with the operator's token if there is one. */
@Service()
export class LabApi {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly operator = inject(OperatorToken);

  /**
   * Asks, and gives what was answered, unread; nothing where an answer has no body.
   *
   * @throws LabError when it was refused or did not come
   */
  async ask({ method, path, body, keepalive = false }: LabQuestion): Promise<unknown> {
    const answer = await fetch(new URL(`/lab/${path}`, this.window?.location.origin), {
      ...{ method, keepalive, cache: 'no-store', signal: AbortSignal.timeout(ANSWER_MS) },
      headers: {
        ...{ accept: 'application/json', ...this.operator.headers() },
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      // TypeError without a network, TimeoutError without an answer.
      throw new LabError(0, String(error));
    });
    // Nothing, or not JSON: whoever reads it on says that it is not what it must be.
    const said: unknown = await answer.json().catch(() => undefined);
    if (!answer.ok) throw new LabError(answer.status, messageOf(said) ?? `${answer.status}`, codeOf(said));
    return said;
  }
}

const messageOf = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string'
    ? body.message
    : undefined;

const codeOf = (body: unknown): ErrorCode | undefined =>
  typeof body === 'object' && body !== null && 'code' in body && isErrorCode(body.code)
    ? body.code
    : undefined;
