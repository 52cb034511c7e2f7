import { mean } from './statistics';

/** A list a session. */
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
  const length = companies[0]?.[0]?.length ?? 0;
  const scales = companies.map((sessions) => mean(sessions.flat()));
  return Array.from({ length }, (_, minute) =>
    mean(
      companies.flatMap((sessions, i) =>
        sessions.map((session) => (session[minute] ?? NaN) / (scales[i] ?? NaN)),
      ),
    ),
  );
}

/** Each value over that of its minute in `season`. */
export const deseasoned = (sessions: Sessions, season: readonly number[]): number[][] =>
  sessions.map((session) => session.map((x, minute) => x / (season[minute] ?? NaN)));
