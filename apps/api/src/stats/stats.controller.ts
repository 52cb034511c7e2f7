import { Controller, Get, Header, Inject, type OnApplicationShutdown } from '@nestjs/common';
import { RIM, type Rim } from '@tickway/transports';
import { History } from '../history/history';
import { LoopDelay } from './loop-delay';

/** What the server does and costs, since it started. */
@Controller()
export class StatsController implements OnApplicationShutdown {
  private readonly loopDelay = new LoopDelay();

  constructor(
    @Inject(RIM) private readonly rim: Rim,
    private readonly history: History,
  ) {}

  @Get('stats')
  @Header('Cache-Control', 'no-store')
  stats() {
    const { user, system } = process.cpuUsage();
    return {
      now: this.rim.clock.now(),
      node: process.version,
      uptimeMs: Math.round(performance.now()),
      transports: this.rim.traffic.snapshot(),
      loopDelayMs: this.loopDelay.read(),
      cpuMs: { user: user / 1_000, system: system / 1_000 },
      history: this.history.status ?? { state: 'off', reason: 'switched off' },
      rssBytes: process.memoryUsage.rss(),
    };
  }

  onApplicationShutdown(): void {
    this.loopDelay.stop();
  }
}
