import { Controller, Get, Header, Req } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { GATEWAY_LIFETIME_MS, MOST_GATEWAYS } from './gateways';
import { LabAccess } from './lab-access';

/** What of the lab there is, for whoever asks. */
@Controller('lab/about')
export class AboutController {
  constructor(private readonly access: LabAccess) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  about(@Req() request: IncomingMessage) {
    const why = this.access.denies(request);
    return {
      allowed: why === undefined,
      ...(why !== undefined && { why }),
      gateways: { most: MOST_GATEWAYS, lifetimeMs: GATEWAY_LIFETIME_MS },
      runs: false,
      experiments: [],
    };
  }
}
