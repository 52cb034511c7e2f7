import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { askerOf, Askers, cutUnread, RequestRate, RIM, type Rim } from '@tickway/transports';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CONFIG, type Config } from '../config';
import { History } from './history';

const BEFORE = '/history';
/** Seconds of the rate that may come at once: a page that opens asks for several things. */
const BURST_SECONDS = 5;
/** Answers under way for one address: each may hold some MB, and keeps the store's thread busy. */
const MOST_ANSWERS = 32;

/** What was told before: how it is doing, frames of any stretch of time, bars. */
@Controller('history')
export class HistoryController {
  private readonly rate: RequestRate;
  private readonly answers = new Askers(MOST_ANSWERS);
  private readonly proxies: readonly string[];

  constructor(
    private readonly history: History,
    @Inject(RIM) private readonly rim: Rim,
    @Inject(CONFIG) { historyRate: perSecond, transports }: Config,
  ) {
    this.proxies = transports.proxies;
    this.rate = new RequestRate(rim.clock, { perSecond, burst: BURST_SECONDS * perSecond });
  }

  @Get(['', '*path'])
  async tell(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const asker = askerOf(request, this.proxies);
    this.rate.take(asker);
    response.once('close', this.answers.enter(asker));
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://here');
    const path = pathname.slice(BEFORE.length).replace(/\/$/, '');
    const { headers, body } = await this.history.answer(path, searchParams);
    response.writeHead(200, headers).end(body);
    cutUnread(this.rim, response);
  }
}
