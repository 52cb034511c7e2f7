import { computed, inject, Service, signal, untracked } from '@angular/core';
import type { Held, KeyedState } from '@tickway/client';
import type { Filter, Key } from '@tickway/protocol';
import { Live, topics } from '../live/live';
import { Device } from '../shell/device';
import { fulfils, readAlerts, type Alert } from './alert';
import { Announcer } from './announcer';

/** An alert that came true. */
export interface Fired {
  readonly alert: Alert;
  /** The price that fulfilled it, dollars. */
  readonly price: number;
  /** When the hub committed it, epoch ms, server clock. */
  readonly committedAt: number;
  /** Whether the page showed the past when it came true: what is told is of the present. */
  readonly replayed: boolean;
  /** From that commit until the page showed it, ms; unknown before it did. */
  readonly latenessMs?: number;
}

/** How many that came true are kept in sight. */
const MOST_FIRED = 20;

/**
 * The viewer's alerts: kept on this device, watched as long as the page is open, on whichever of its pages and in a tab
 * out of sight too. They are of the present, also while the page shows the past. Each is told once.
 */
@Service()
export class Alerts {
  private readonly live = inject(Live);
  private readonly device = inject(Device);
  private readonly announcer = inject(Announcer);
  private readonly kept = signal(readAlerts(this.device.read('alerts')));
  private readonly told = signal<readonly Fired[]>([]);
  private readonly before = new Map<Key, number>();

  /** What is watched. */
  readonly waiting = this.kept.asReadonly();
  /** What came true, the latest first. */
  readonly fired = this.told.asReadonly();

  constructor() {
    const symbols = computed((): Filter => ({ keys: this.kept().map(({ symbol }) => symbol) }));
    this.live.watch(topics.quotes, symbols, (change) => this.check(change));
  }

  add(alert: Omit<Alert, 'id'>): void {
    this.keep([...this.kept(), { ...alert, id: crypto.randomUUID() }]);
  }

  remove(id: string): void {
    this.keep(this.kept().filter((alert) => alert.id !== id));
  }

  /** Takes what came true out of sight. */
  clear(): void {
    this.told.set([]);
  }

  private check({ state, changed }: KeyedState): void {
    if (this.kept().length === 0) return;
    const watched = new Set(this.kept().map(({ symbol }) => symbol));
    for (const key of changed) {
      const held = watched.has(key) ? state.get(key) : undefined;
      if (held) this.checkOne(key, held);
    }
  }

  private checkOne(key: Key, { fields, committedAt }: Held): void {
    const { last } = fields;
    if (typeof last !== 'number') return;
    const before = this.before.get(key) ?? last;
    this.before.set(key, last);
    const due = this.kept().filter((alert) => alert.symbol === key && fulfils(alert, before, last));
    const replayed = untracked(this.live.replayed);
    for (const alert of due) this.fire({ alert, price: last, committedAt, replayed });
  }

  private fire(fired: Fired): void {
    this.remove(fired.alert.id);
    const show = (one: Fired) =>
      this.told.update((all) =>
        [one, ...all.filter(({ alert }) => alert.id !== one.alert.id)].slice(0, MOST_FIRED),
      );
    show(fired);
    this.announcer.announce(fired, () => {
      const late = {
        ...fired,
        latenessMs: Math.max(0, Math.round(this.live.presentNow() - fired.committedAt)),
      };
      show(late);
      return late;
    });
  }

  private keep(alerts: readonly Alert[]): void {
    this.kept.set(alerts);
    this.device.write('alerts', alerts);
  }
}
