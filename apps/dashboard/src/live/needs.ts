import type { Filter, Subscription, Topic } from '@tickway/protocol';
import { unionOf } from './union-of';

/** What a part of the page asks for at this moment. */
export interface Need {
  readonly filter: Filter | undefined;
  /** Whether it is of whatever is shown, or else of the present. */
  readonly shown: boolean;
}

/** What the parts of the page ask for, and the one wish that it makes. */
export class Needs {
  private readonly needs = new Map<Topic, Map<object, Need>>();

  constructor(
    /** Asked for by all of the page, always. */
    private readonly always: Topic,
  ) {}

  /** States anew what a part asks for. */
  state(topic: Topic, part: object, need: Need): void {
    const needs = this.needs.get(topic) ?? new Map<object, Need>();
    this.needs.set(topic, needs.set(part, need));
  }

  drop(topic: Topic, part: object): void {
    this.needs.get(topic)?.delete(part);
  }

  /** The topics that parts of the page show. */
  shown(): readonly Topic[] {
    return this.wanted(({ shown }) => shown).map(({ topic }) => topic);
  }

  /** What is asked of the present, while it is shown itself or while the `past` is. */
  wish(past: boolean): readonly Subscription[] {
    const wanted = this.wanted(({ shown }) => !past || !shown);
    const wishes = wanted.map(({ topic, filters }) => {
      const filter = unionOf(filters);
      return filter ? { topic, filter } : { topic };
    });
    return [{ topic: this.always }, ...wishes];
  }

  private wanted(counts: (need: Need) => boolean) {
    return [...this.needs]
      .map(([topic, needs]) => ({
        topic,
        filters: [...needs.values()].filter(counts).map(({ filter }) => filter),
      }))
      .filter(({ topic, filters }) => topic !== this.always && filters.some(wantsAny));
  }
}

/** Whether a filter wants anything at all. */
const wantsAny = (filter: Filter | undefined) => !filter || !('keys' in filter) || filter.keys.length > 0;
