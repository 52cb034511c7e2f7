import type { Fields } from '@tickway/protocol';

/** Whether a field holds what a model says it holds. */
export type Check = (value: unknown) => boolean;

/** What each member of a model must be. */
export type Checks<Model> = Readonly<Record<keyof Model, Check>>;

export const isText: Check = (value) => typeof value === 'string';
export const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
export const isPrice: Check = (value) => Number.isFinite(value) && Number(value) > 0;

export const isOneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.some((word) => word === value);

export const orAbsent =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** Whether `fields` are a `Model`, by the checks for each of its members; other fields do not matter. */
export const fits = <Model>(fields: Fields, checks: Checks<Model>): fields is Fields & Model =>
  Object.entries<Check>(checks).every(([name, check]) => check(fields[name]));
