import { FeedError, parseJson, parseUpdate, type Update } from '@tickway/protocol';
import { Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { RIM, type Rim } from '@tickway/transports';
import type { IncomingMessage } from 'node:http';
import { CONFIG, type Config } from '../config';
import { IngestSource } from '../feeds/ingest-source';
import { outsideTopicOf } from './outside-topic-of';
import { readLines } from './read-lines';

const BATCH = 100;

/**
 * Takes updates from outside programs, one JSON text a line. A request is taken whole or not at all:
 * whoever gets an error corrects the line it names and sends the same body again.
 */
@Controller('ingest')
export class IngestController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(RIM) private readonly rim: Rim,
    private readonly source: IngestSource,
  ) {}

  @Post(':topic')
  @HttpCode(200)
  async ingest(@Param('topic') name: string, @Req() request: IncomingMessage) {
    const { authorization } = request.headers;
    const { topic } = outsideTopicOf(this.config.ingest, { authorization, topic: name });
    const updates = await this.read(request);
    for (let i = 0; i < updates.length; i += BATCH)
      this.source.publish({ topic, updates: updates.slice(i, i + BATCH) });
    return { accepted: updates.length };
  }

  private async read(request: IncomingMessage): Promise<readonly Update[]> {
    const now = this.rim.clock.now();
    const updates: Update[] = [];
    let number = 1;
    try {
      // Not destroyed at an early end: the answer still has to go out over its socket.
      for await (const line of readLines(request.iterator({ destroyOnReturn: false }))) {
        if (line.trim() !== '') updates.push(parseUpdate(parseJson(line), now));
        number++;
      }
    } catch (error) {
      // What is still to come is thrown away, or the next request on this connection would wait behind it.
      request.resume();
      if (!(error instanceof FeedError)) throw error;
      throw new FeedError(error.code, `line ${number}: ${error.message}; nothing was accepted`);
    }
    return updates;
  }
}
