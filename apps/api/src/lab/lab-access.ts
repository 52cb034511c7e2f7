import { FeedError } from '@tickway/protocol';
import { bearerMatches } from '../ingest/bearer';
import type { Config } from '../config';
import { isLocal, type Asked } from './local-request';

/** Why somebody may not use the lab. */
export type Denial = 'off' | 'not_local';

/** Who may use the lab: it opens ports and starts programs, so whoever sits at this machine, or holds its token. */
export class LabAccess {
  constructor(private readonly lab: Config['lab']) {}

  /** Why not, if not. */
  denies(request: Asked): Denial | undefined {
    if (this.lab === 'off') return 'off';
    return isLocal(request) || this.holdsToken(request) ? undefined : 'not_local';
  }

  /** @throws FeedError `not_found` where there is no lab, `forbidden_origin` for whom it is not */
  demand(request: Asked): void {
    this.demandLab();
    if (this.denies(request) !== undefined)
      throw new FeedError('forbidden_origin', 'the lab is for this machine, or for who has its token');
  }

  /** @throws FeedError `not_found` where there is no lab */
  demandLab(): void {
    if (this.lab === 'off') throw new FeedError('not_found');
  }

  /** Whether the page that is asked for may come to need the lab: its token, if there is one, is said later. */
  mayServe(request: Asked): boolean {
    return this.lab !== 'off' && (this.lab.token !== undefined || isLocal(request));
  }

  // A browser says a token only if a page puts it there, so with one no page needs to be of this host.
  private holdsToken({ headers }: Asked): boolean {
    if (this.lab === 'off' || this.lab.token === undefined) return false;
    return bearerMatches(headers.authorization, this.lab.token);
  }
}
