/** JSON that is not of the shape that it must have. */
export class BadShape extends Error {}

const bad = (what: string, value: unknown): never => {
  throw new BadShape(`not ${what}: ${JSON.stringify([value]).slice(1, 80)}`);
};

/** Reads JSON of a known shape: what is missing or otherwise is an error, never a 0 or an empty text. */
export const shape = {
  /** An object, whose members are read on. */
  object: (value: unknown): Readonly<Record<string, unknown>> =>
    isObject(value) ? value : bad('an object', value),
  text: (value: unknown): string => (typeof value === 'string' ? value : bad('a text', value)),
  number: (value: unknown): number =>
    typeof value === 'number' && Number.isFinite(value) ? value : bad('a number', value),
  boolean: (value: unknown): boolean => (typeof value === 'boolean' ? value : bad('true or false', value)),
  list: <Item>(value: unknown, item: (value: unknown) => Item): readonly Item[] =>
    Array.isArray(value) ? value.map(item) : bad('a list', value),
  /** One of some texts. */
  oneOf: <Name extends string>(names: readonly Name[], value: unknown): Name =>
    names.find((name) => name === value) ?? bad(`one of ${names.join(', ')}`, value),
  /** What may be absent or `null`. */
  maybe: <Item>(value: unknown, item: (value: unknown) => Item): Item | undefined =>
    value === undefined || value === null ? undefined : item(value),
} as const;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
