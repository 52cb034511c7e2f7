import { Controller, Get, Header, Inject, type OnApplicationShutdown } from '@nestjs/common';
import { RIM, type Rim } from '@tickway/transports';
import { History } from '../history/history';
import { kernelSocketBytes } from './kernel-sockets';
import { LoopDelay } from './loop-delay';

/** What the server does and costs, since it started; `parseStats` of `libs/report` reads it. */
@Controller()
export class StatsController implements OnApplicationShutdown {
  private readonly loopDelay = new LoopDelay();

  constructor(
    @Inject(RIM) private readonly rim: Rim,
    private readonly history: History,
  ) {}

  @Get('stats')
  @Header('Cache-Control', 'no-store')
  async stats() {
    const socketBytes = await kernelSocketBytes();
    const { user, system } = process.cpuUsage();
    const { heapUsed, heapTotal, rss } = process.memoryUsage();
    return {
      now: this.rim.clock.now(),
      node: process.version,
      uptimeMs: Math.round(performance.now()),
      transports: this.rim.traffic.snapshot(),
      codes: this.rim.codes.snapshot(),
      loopDelayMs: this.loopDelay.read(),
      loopActiveMs: performance.eventLoopUtilization().active,
      cpuMs: { user: user / 1_000, system: system / 1_000 },
      history: this.history.status ?? { state: 'off', reason: 'switched off' },
      rssBytes: rss,
      heap: { usedBytes: heapUsed, totalBytes: heapTotal },
      ...(socketBytes !== undefined && { kernel: { socketBytes } }),
    };
  }

  onApplicationShutdown(): void {
    this.loopDelay.stop();
  }
}
