import { FeedError, parseKey } from '@tickway/protocol';
import { Controller, Delete, Headers, HttpCode, Inject, Param } from '@nestjs/common';
import { CONFIG, type Config } from '../config';
import { IngestSource } from '../feeds/ingest-source';
import { History } from '../history/history';
import { outsideTopicOf } from './outside-topic-of';

/** What a request names. */
interface Named {
  readonly topic: string;
  readonly key: string;
}

/** Ends a key of outside programs and deletes what was recorded of it: somebody wants to be forgotten. */
@Controller('ingest')
export class ForgetController {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'ingest'>,
    private readonly source: IngestSource,
    private readonly history: History,
  ) {}

  @Delete(':topic/:key')
  @HttpCode(204)
  async forget(@Param() named: Named, @Headers('authorization') authorization?: string): Promise<void> {
    const { topic, delivery } = outsideTopicOf(this.config.ingest, { authorization, topic: named.topic });
    const key = parseKey(named.key);
    if (delivery === 'every')
      throw new FeedError('bad_request', 'of a topic that tells every update none can be taken back');
    this.source.end(topic, key);
    await this.history.forget(topic, key);
  }
}
