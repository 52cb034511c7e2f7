/** Ways whose viewers wait for the server. */
export const stampedeWays = ['long-polling', 'websocket', 'streaming', 'socket.io'] as const;

/** What sets them going. */
export const stampedeEvents = ['one-event', 'cut'] as const;

/** What a stampede is asked to be, as the lab's API takes it. */
export interface StampedeAsked {
  readonly way: (typeof stampedeWays)[number];
  readonly event: (typeof stampedeEvents)[number];
  readonly viewers: number;
  /** Each asks again, or comes back, after a time at chance from 0 to this, ms. */
  readonly jitterMs: number;
}

/** The most that the server runs for a page. */
export const stampedeBounds = { viewers: 2_000, jitterMs: 5_000 } as const;

const byDefault: StampedeAsked = { way: 'long-polling', event: 'one-event', viewers: 500, jitterMs: 0 };

/** Reads what an address asks for; what is missing or cannot be had is as by default. */
export function stampedeIn(query: { get(name: string): string | null }): StampedeAsked {
  return {
    way: stampedeWays.find((way) => way === query.get('way')) ?? byDefault.way,
    event: stampedeEvents.find((event) => event === query.get('event')) ?? byDefault.event,
    viewers: Math.max(1, whole(query.get('viewers'), stampedeBounds.viewers) ?? byDefault.viewers),
    jitterMs: whole(query.get('jitter'), stampedeBounds.jitterMs) ?? byDefault.jitterMs,
  };
}

/** The query parameters of a stampede; `null` stands for "as by default". */
export function stampedeQuery({ way, event, viewers, jitterMs }: StampedeAsked) {
  const unless = (value: string | number, usual: string | number) => (value === usual ? null : `${value}`);
  return {
    way: unless(way, byDefault.way),
    event: unless(event, byDefault.event),
    viewers: unless(viewers, byDefault.viewers),
    jitter: unless(jitterMs, byDefault.jitterMs),
  };
}

/** A whole number; more than the most is the most. */
const whole = (text: string | null, most: number): number | undefined =>
  /^[0-9]{1,9}$/.test(text ?? '') ? Math.min(Number(text), most) : undefined;
