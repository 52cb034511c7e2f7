import { Controller, Get, Inject } from '@nestjs/common';
import { FeedError } from '@tickway/protocol';
import { RIM, type Rim } from '@tickway/transports';

/** For whoever watches the process from outside. */
@Controller()
export class HealthController {
  constructor(@Inject(RIM) private readonly rim: Rim) {}

  /** The event loop answers. */
  @Get('livez')
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  /** New viewers are welcome. */
  @Get('readyz')
  ready(): { readonly status: 'ok' } {
    const { closing, full } = this.rim.connections;
    if (closing) throw new FeedError('shutdown');
    if (full) throw new FeedError('over_capacity');
    return { status: 'ok' };
  }
}
