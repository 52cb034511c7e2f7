import { BehaviorSubject, type Observable } from 'rxjs';
import type { Counts } from './counts';

/** Running counts; emits only when one has changed. */
export class Tally {
  private readonly present = new BehaviorSubject<Counts>({
    missing: 0,
    double: 0,
    gaps: 0,
    switches: 0,
    reconnects: 0,
  });

  get counts(): Observable<Counts> {
    return this.present.asObservable();
  }

  add(found: Partial<Counts>): void {
    const before = this.present.value;
    const after = {
      missing: before.missing + (found.missing ?? 0),
      double: before.double + (found.double ?? 0),
      gaps: before.gaps + (found.gaps ?? 0),
      switches: before.switches + (found.switches ?? 0),
      reconnects: before.reconnects + (found.reconnects ?? 0),
    };
    if (Object.values(found).some((value) => value > 0)) this.present.next(after);
  }

  complete(): void {
    this.present.complete();
  }
}
