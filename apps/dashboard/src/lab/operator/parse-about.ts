import { shape } from '@tickway/report';

/** What of the lab a server offers to whoever asks. */
export interface About {
  readonly allowed: boolean;
  /** Why it is not allowed: switched off, or asked from another machine without a token. */
  readonly why?: 'off' | 'not_local';
  /** Whether it can start runs: the built lab lies beside it. */
  readonly runs: boolean;
  /** The experiments that can be run, and the numbers of the claims that each is about. */
  readonly experiments: readonly { readonly name: string; readonly claims: readonly string[] }[];
}

const { object, boolean, list, text, maybe, oneOf } = shape;

/** Reads what a server says of its lab. */
export function parseAbout(value: unknown): About {
  const { allowed, why, runs, experiments } = object(value);
  const reason = maybe(why, (one) => oneOf(['off', 'not_local'] as const, one));
  return {
    ...{ allowed: boolean(allowed), runs: boolean(runs) },
    experiments: list(experiments, (one) => {
      const { name, claims } = object(one);
      return { name: text(name), claims: list(claims, text) };
    }),
    ...(reason && { why: reason }),
  };
}
