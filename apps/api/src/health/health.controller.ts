import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { RIM, type Rim } from '@tickway/transports';
import type { ServerResponse } from 'node:http';
import { FeedRunner } from '../feeds/feed-runner';

/** Whether new viewers are welcome, and if not, why. */
export interface Readiness {
  readonly status: 'ok' | 'not ready';
  readonly reasons?: readonly string[];
}

/** For whoever watches the process from outside. */
@Controller()
export class HealthController {
  constructor(
    @Inject(RIM) private readonly rim: Rim,
    private readonly feeds: FeedRunner,
  ) {}

  /** The event loop answers. */
  @Get('livez')
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  /** New viewers are welcome, and would see what is fresh. */
  @Get('readyz')
  @Header('Cache-Control', 'no-store')
  ready(@Res({ passthrough: true }) response: ServerResponse): Readiness {
    const { closing, full } = this.rim.connections;
    const reasons = [
      ...(closing ? ['the server is stopping'] : []),
      ...(full ? ['it holds as many connections as it may'] : []),
      ...this.feeds.unwell.map(({ name, state }) => `feed ${name} is ${state}`),
    ];
    if (reasons.length === 0) return { status: 'ok' };
    response.statusCode = 503;
    return { status: 'not ready', reasons };
  }
}
