import { Controller, Get, Header, Req } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { GATEWAY_LIFETIME_MS, MOST_GATEWAYS } from './gateways';
import { LabAccess } from './lab-access';
import { Runs } from './runs';

/** What of the lab there is, for whoever asks. */
@Controller('lab/about')
export class AboutController {
  constructor(
    private readonly access: LabAccess,
    private readonly runs: Runs,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async about(@Req() request: IncomingMessage) {
    const experiments = await this.runs.experiments();
    const why = this.access.denies(request);
    return {
      allowed: why === undefined,
      ...(why !== undefined && { why }),
      gateways: { most: MOST_GATEWAYS, lifetimeMs: GATEWAY_LIFETIME_MS },
      runs: this.runs.available,
      experiments: experiments.map(({ name, title, claims }) => ({ name, title, claims })),
    };
  }
}
