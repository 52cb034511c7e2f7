import { mean } from './statistics';

/** A list a session, empty when there is nothing to say of it. */
export type Sessions = readonly (readonly number[])[];

/** Returns over `horizon` minutes, within sessions. */
export const returns = (mids: Sessions, horizon = 1): number[][] =>
  mids.map((session) =>
    session
      .filter((_, i) => i % horizon === 0)
      .slice(1)
      .map((price, i) => price - (session[i * horizon] ?? NaN)),
  );

/** Absolute values. */
export const sizes = (sessions: Sessions): number[][] => sessions.map((session) => session.map(Math.abs));

/** The mean of each minute of the session over companies, each company counting alike; its own mean is 1. */
export function seasonOf(companies: readonly Sessions[]): readonly number[] {
  const length = Math.max(...companies.flat().map((session) => session.length));
  const scales = companies.map((sessions) => mean(sessions.flat()));
  return Array.from({ length }, (_, minute) =>
    mean(
      companies.flatMap((sessions, i) =>
        sessions.filter(isTold).map((session) => (session[minute] ?? NaN) / (scales[i] ?? NaN)),
      ),
    ),
  );
}

/** Each value over that of its minute in `season`. */
export const deseasoned = (sessions: Sessions, season: readonly number[]): number[][] =>
  sessions.map((session) => session.map((x, minute) => x / (season[minute] ?? NaN)));

/** The sessions of which there is something to say in both, each flat. */
export const both = (one: Sessions, other: Sessions): readonly [number[], number[]] => [
  one.filter((_, i) => isTold(other[i] ?? [])).flat(),
  other.filter((_, i) => isTold(one[i] ?? [])).flat(),
];

const isTold = (session: readonly number[]) => session.length > 0;
