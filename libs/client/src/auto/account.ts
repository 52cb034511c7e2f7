import type { TransportName } from '@tickway/protocol';
import { BehaviorSubject } from 'rxjs';
import type { AutoState, FailedTry, Step } from './step';

/** Steps that are told; a viewer reads the last few. */
const STEPS_TOLD = 8;

/** What auto mode tells of itself; emits only when something in it has changed. */
export class Account {
  readonly state: BehaviorSubject<AutoState>;
  private steps: readonly Step[] = [];
  private lastFailed: FailedTry | undefined;

  constructor(transport: TransportName) {
    this.state = new BehaviorSubject<AutoState>({ transport, steps: [] });
  }

  stepped(step: Step): void {
    this.steps = [...this.steps, step].slice(-STEPS_TOLD);
    this.lastFailed = undefined;
  }

  failed(one: FailedTry): void {
    this.lastFailed = one;
  }

  tell(present: Pick<AutoState, 'transport' | 'trying' | 'nextTryAt'>): void {
    const { steps, lastFailed } = this;
    const told: AutoState = { ...present, steps, ...(lastFailed && { failed: lastFailed }) };
    if (!same(told, this.state.value)) this.state.next(told);
  }
}

const same = (a: AutoState, b: AutoState) =>
  a.transport === b.transport &&
  a.steps === b.steps &&
  a.failed === b.failed &&
  a.trying === b.trying &&
  a.nextTryAt === b.nextTryAt;
