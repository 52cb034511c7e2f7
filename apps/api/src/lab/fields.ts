import { FeedError } from '@tickway/protocol';

/** A number's bounds, both included. */
export type Bounds = readonly [from: number, to: number];

/** The members of a JSON object from outside, read one by one; each refusal is a FeedError `bad_request` that names ours. */
export class Fields {
  private constructor(private readonly members: Readonly<Record<string, unknown>>) {}

  /** @throws FeedError for what is no object, and for a member that is not one of `known` */
  static of(value: unknown, known: readonly string[]): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw refused('a JSON object is asked for');
    const members = Object.fromEntries(Object.entries(value));
    if (Object.keys(members).every((name) => known.includes(name))) return new Fields(members);
    throw refused(`there is only ${known.join(', ')}`);
  }

  raw(name: string): unknown {
    return this.members[name];
  }

  has(name: string): boolean {
    return this.members[name] !== undefined;
  }

  /** One of these values. */
  oneOf<Value extends string | boolean>(name: string, values: readonly Value[]): Value {
    const value = values.find((one) => one === this.members[name]);
    if (value !== undefined) return value;
    throw refused(`${name} is one of ${values.join(', ')}`);
  }

  number(name: string, [from, to]: Bounds): number {
    const value = this.members[name];
    if (typeof value === 'number' && value >= from && value <= to) return value;
    throw refused(`${name} is a number of ${from} to ${to}`);
  }

  /** A number without parts. */
  whole(name: string, bounds: Bounds): number {
    const value = this.number(name, bounds);
    if (Number.isInteger(value)) return value;
    throw refused(`${name} is a whole number`);
  }
}

const refused = (message: string) => new FeedError('bad_request', message);
