import { parseTopic, type Topic } from '@tickway/protocol';

const deliveries = ['latest', 'every'] as const;

/** A topic that outside programs may publish to, and how it is delivered. */
export interface OutsideTopic {
  readonly topic: Topic;
  readonly delivery: (typeof deliveries)[number];
}

/**
 * Reads `vans` or `vans:latest`, or `alerts:every` for a topic whose updates must come one by one.
 *
 * @throws Error that says what would do
 */
export function parseOutsideTopic(text: string): OutsideTopic {
  const [name, asked = 'latest', ...more] = text.split(':');
  const delivery = deliveries.find((known) => known === asked);
  if (!delivery || more.length > 0)
    throw new Error(`a topic may be followed by :${deliveries.join(' or :')}`);
  return { topic: parseTopic(name), delivery };
}
