import { Controller, Get, Req, Res } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { History } from './history';

const BEFORE = '/history';

/** What was told before: how it is doing, frames of any stretch of time, bars. */
@Controller('history')
export class HistoryController {
  constructor(private readonly history: History) {}

  @Get(['', '*path'])
  async tell(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://here');
    const path = pathname.slice(BEFORE.length).replace(/\/$/, '');
    const { headers, body } = await this.history.answer(path, searchParams);
    response.writeHead(200, headers).end(body);
  }
}
