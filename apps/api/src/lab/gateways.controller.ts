import {
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  UseGuards,
} from '@nestjs/common';
import { readNetwork, type WireChapter } from '@tickway/gateway';
import type { IncomingMessage } from 'node:http';
import { Gateways, type GatewayState, type Guest } from './gateways';
import { LabGuard } from './lab.guard';
import { pageHostName } from './local-request';
import { readBody } from './read-body';
import { readPull } from './read-pull';
import { readSince } from './read-since';

/** A viewer's own way to this server, with its faults. */
@Controller('lab/gateways')
@UseGuards(LabGuard)
export class GatewaysController {
  constructor(private readonly gateways: Gateways) {}

  @Post()
  @HttpCode(201)
  async open(@Req() request: IncomingMessage): Promise<GatewayState> {
    const network = readNetwork(await readBody(request));
    return this.gateways.open(guestOf(request), network);
  }

  @Get(':id')
  @Header('Cache-Control', 'no-store')
  renew(@Param('id') id: string): GatewayState {
    return this.gateways.renew(id);
  }

  /** What really went over the wire, event by event. */
  @Get(':id/wire')
  @Header('Cache-Control', 'no-store')
  wire(@Param('id') id: string, @Query('since') since: unknown): WireChapter {
    return this.gateways.wire(id, readSince(since));
  }

  @Put(':id')
  async set(@Param('id') id: string, @Req() request: IncomingMessage): Promise<GatewayState> {
    return this.gateways.set(id, readNetwork(await readBody(request)));
  }

  @Post(':id/pull')
  @HttpCode(204)
  async pull(@Param('id') id: string, @Req() request: IncomingMessage): Promise<void> {
    this.gateways.pull(id, readPull(await readBody(request)));
  }

  @Post(':id/cut')
  @HttpCode(204)
  cut(@Param('id') id: string): void {
    this.gateways.cut(id);
  }

  @Delete(':id')
  @HttpCode(204)
  close(@Param('id') id: string): void {
    this.gateways.close(id);
  }
}

const guestOf = ({ headers: { host, origin } }: IncomingMessage): Guest => ({
  hostName: pageHostName(host),
  ...(origin !== undefined && { origin }),
});
