import type { PaceOptions } from './options';

/** What a polling transport's query says of the connection: nothing, if it is to stay. */
export const keepAliveParameter = ({
  keepAlive = true,
}: Pick<PaceOptions, 'keepAlive'>): Readonly<Record<string, string>> => (keepAlive ? {} : { keepAlive: '0' });
