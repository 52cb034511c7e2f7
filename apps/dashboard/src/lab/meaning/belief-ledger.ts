/** What believing something cost over time. Errors in the unit of the ledger. */
export interface BeliefCost {
  /** Mean over the keys, now. */
  readonly now: number;
  /** Mean over keys and time. */
  readonly mean: number;
  /** Worst of any key at any time. */
  readonly worst: number;
  /** Share of keys and time within tolerance. */
  readonly fidelity: number;
  /** How long it was accounted for, ms. */
  readonly overMs: number;
}

/** One version of a key's value; a higher revision is newer. */
export interface Belief<Value> {
  readonly key: string;
  readonly revision: number;
  readonly value: Value;
}

/** What a ledger is made of. */
export interface BeliefLedgerOptions<Name, Value> {
  readonly believers: readonly Name[];
  /** How far the first is from the second, never negative. */
  readonly distance: (a: Value, b: Value) => number;
  /** Error that is still right enough. */
  readonly tolerance: number;
}

interface Account<Value> {
  readonly beliefs: Map<string, Belief<Value>>;
  readonly errors: Map<string, number>;
  sum: number;
  within: number;
  sumOverMs: number;
  withinOverMs: number;
  heldOverMs: number;
  worst: number;
  since: number;
  until: number;
}

/**
 * Compares what several believers hold of each key with the newest that any of them has heard: that is the
 * truth as far as it is known here. The books are exact in time: they move when a belief or the truth does,
 * not when somebody looks. A believer answers only for keys of which it has heard.
 */
export class BeliefLedger<Name extends string, Value> {
  private readonly truth = new Map<string, Belief<Value>>();
  private readonly accounts: ReadonlyMap<Name, Account<Value>>;

  constructor(private readonly options: BeliefLedgerOptions<Name, Value>) {
    this.accounts = new Map(options.believers.map((name) => [name, account<Value>()]));
  }

  /** `name` hears something at `at`, ms of any clock that does not jump. */
  believe(name: Name, belief: Belief<Value>, at: number): void {
    const { key } = belief;
    this.account(name).beliefs.set(key, belief);
    const isNews = belief.revision > (this.truth.get(key)?.revision ?? -1);
    if (isNews) this.truth.set(key, belief);
    for (const [other, one] of this.accounts) if (isNews || other === name) this.judge(one, key, at);
  }

  /** The key is no more, for everybody. */
  forget(key: string, at: number): void {
    this.truth.delete(key);
    for (const one of this.accounts.values()) {
      if (!one.beliefs.delete(key)) continue;
      pass(one, at);
      this.leave(one, key);
    }
  }

  /** All is forgotten, and the books begin anew. */
  clear(): void {
    this.truth.clear();
    for (const one of this.accounts.values()) Object.assign(one, account<Value>());
  }

  /** Every belief there is. */
  *all(): Iterable<{ readonly name: Name; readonly belief: Belief<Value> }> {
    for (const [name, { beliefs }] of this.accounts)
      for (const belief of beliefs.values()) yield { name, belief };
  }

  /** The keys of which anybody has heard. */
  keys(): Iterable<string> {
    return this.truth.keys();
  }

  /** The newest of a key that anybody has heard. */
  newest(key: string): Belief<Value> | undefined {
    return this.truth.get(key);
  }

  /** What `name` holds of a key. */
  held(name: Name, key: string): Belief<Value> | undefined {
    return this.account(name).beliefs.get(key);
  }

  /** How wrong `name` is about a key now; undefined when it has not heard of it. */
  error(name: Name, key: string): number | undefined {
    return this.account(name).errors.get(key);
  }

  /** What believing cost `name` until `at`; undefined before it has heard of anything. */
  cost(name: Name, at: number): BeliefCost | undefined {
    const one = this.account(name);
    pass(one, at);
    const { size } = one.errors;
    if (size === 0 || one.heldOverMs <= 0) return undefined;
    return {
      now: Math.max(0, one.sum) / size,
      mean: Math.max(0, one.sumOverMs) / one.heldOverMs,
      worst: one.worst,
      fidelity: one.withinOverMs / one.heldOverMs,
      overMs: one.until - one.since,
    };
  }

  private judge(one: Account<Value>, key: string, at: number): void {
    const belief = one.beliefs.get(key);
    const truth = this.truth.get(key);
    if (!belief || !truth) return;
    pass(one, at);
    this.leave(one, key);
    const error = belief === truth ? 0 : this.options.distance(belief.value, truth.value);
    one.errors.set(key, error);
    one.sum += error;
    one.worst = Math.max(one.worst, error);
    if (error <= this.options.tolerance) one.within++;
  }

  private leave(one: Account<Value>, key: string): void {
    const before = one.errors.get(key);
    if (before === undefined) return;
    one.errors.delete(key);
    one.sum -= before;
    if (before <= this.options.tolerance) one.within--;
  }

  private account(name: Name): Account<Value> {
    const one = this.accounts.get(name);
    if (one === undefined) throw new Error('nobody of that name in the ledger');
    return one;
  }
}

const account = <Value>(): Account<Value> => ({
  beliefs: new Map(),
  errors: new Map(),
  ...{ sum: 0, within: 0, sumOverMs: 0, withinOverMs: 0, heldOverMs: 0, worst: 0 },
  ...{ since: Number.NaN, until: Number.NaN },
});

/** Books the time since the last change under what held in it. */
function pass<Value>(one: Account<Value>, at: number): void {
  if (Number.isNaN(one.since)) one.since = one.until = at;
  const ms = Math.max(0, at - one.until);
  one.sumOverMs += one.sum * ms;
  one.withinOverMs += one.within * ms;
  one.heldOverMs += one.errors.size * ms;
  one.until = Math.max(one.until, at);
}
