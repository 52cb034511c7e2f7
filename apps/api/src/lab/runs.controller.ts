import {
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Next,
  Param,
  Post,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LabAccess } from './lab-access';
import { LabGuard } from './lab.guard';
import { readBody } from './read-body';
import type { Run } from './run';
import { readRun } from './run-request';
import { Runs } from './runs';

/** Runs of the lab's program, asked for by the page. */
@Controller('lab/runs')
export class RunsController {
  constructor(
    private readonly access: LabAccess,
    private readonly runs: Runs,
  ) {}

  /** A view of the page has the same address: who opens it in a browser gets the page. */
  @Get()
  list(@Req() request: IncomingMessage, @Res() response: ServerResponse, @Next() next: () => void): void {
    response.setHeader('Vary', 'Accept');
    if (request.headers.accept?.includes('text/html')) return next();
    this.access.demand(request);
    response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
    response.end(JSON.stringify({ runs: this.runs.list() }));
  }

  @Post()
  @HttpCode(202)
  @UseGuards(LabGuard)
  async start(@Req() request: IncomingMessage): Promise<Run> {
    const experiments = await this.runs.experiments();
    const names = experiments.map(({ name }) => name);
    return this.runs.start(readRun(await readBody(request), names));
  }

  @Get(':id')
  @Header('Cache-Control', 'no-store')
  @UseGuards(LabGuard)
  find(@Param('id') id: string): Run {
    return this.runs.find(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @UseGuards(LabGuard)
  cancel(@Param('id') id: string): void {
    this.runs.cancel(id);
  }
}
