import { FeedError, type Topic } from '@tickway/protocol';
import type { Address } from '../address';
import type { PathRoute, Route } from './route';

/** Below it topics decide, unless a path route names more of the path. */
const FEED = '/feed';

/** Which server answers what. */
export class Routes {
  /** The longest path first, and of equals the one that names a host. */
  readonly #paths: readonly PathRoute[];
  readonly #byTopic = new Map<Topic, Address>();

  /** @throws Error when two routes want the same */
  constructor(routes: readonly Route[]) {
    const servers = new Map<string, Address>();
    for (const route of routes) {
      if (route.type !== 'topics') continue;
      // One server is one object, by which what is asked of it is gathered.
      const name = `${route.server.host} ${route.server.port}`;
      const server = servers.get(name) ?? route.server;
      servers.set(name, server);
      for (const topic of route.topics) this.#add(topic, server);
    }
    this.#paths = routes.filter((route) => route.type === 'path').sort(nearestFirst);
    if (new Set(this.#paths.map(({ host, path }) => `${host ?? ''} ${path}`)).size < this.#paths.length)
      throw new Error('two routes have the same path');
  }

  /**
   * Who answers a request at `path`: a server, or whoever has the topics that it names.
   *
   * @throws FeedError `not_found` when nobody does
   */
  at(host: string | undefined, path: string): Address | 'by topics' {
    const name = host?.replace(/:[0-9]+$/, '').toLowerCase();
    const byPath = this.#paths.find(
      (route) => (route.host === undefined || route.host === name) && isBelow(path, route.path),
    );
    const named = this.#byTopic.size > 0 && isBelow(path, FEED);
    if (named && !(byPath && isBelow(byPath.path, FEED))) return 'by topics';
    if (byPath) return byPath.server;
    throw new FeedError('not_found', 'no route of this gateway leads there');
  }

  /**
   * The server of each topic.
   *
   * @throws FeedError `unknown_topic` when one of them has none
   */
  split(topics: readonly Topic[]): ReadonlyMap<Address, readonly Topic[]> {
    const parts = new Map<Address, Topic[]>();
    for (const topic of topics) {
      const server = this.#byTopic.get(topic);
      if (!server) throw new FeedError('unknown_topic', 'no route of this gateway has this topic');
      const part = parts.get(server);
      if (part) part.push(topic);
      else parts.set(server, [topic]);
    }
    return parts;
  }

  /** Who answers what any server of the feed can, its clock: that of the first topic. */
  get first(): Address {
    const [server] = this.#byTopic.values();
    if (server) return server;
    throw new FeedError('not_found');
  }

  #add(topic: Topic, server: Address): void {
    if (this.#byTopic.has(topic)) throw new Error(`two routes have the topic ${topic}`);
    this.#byTopic.set(topic, server);
  }
}

/** Whether `path` is `above` or lies below it, by whole segments. */
const isBelow = (path: string, above: string): boolean =>
  path === above || path.startsWith(above.endsWith('/') ? above : `${above}/`);

const nearestFirst = (a: PathRoute, b: PathRoute): number =>
  b.path.length - a.path.length || Number(b.host !== undefined) - Number(a.host !== undefined);
