import { inject, Service, signal } from '@angular/core';
import { BadShape, parseMeasurement, shape } from '@tickway/report';
import { LabApi } from '../operator/lab-api';
import { LabError } from '../operator/lab-error';
import type { KnownMeasurement } from './standing';

/** What the server knows to have been measured: its record, and in its place what was measured on it. */
@Service()
export class Measurements {
  private readonly api = inject(LabApi);
  private readonly known = signal<readonly KnownMeasurement[] | undefined>(undefined);
  private readonly trouble = signal<string | undefined>(undefined);

  /** Undefined before the server has answered. */
  readonly all = this.known.asReadonly();
  /** Why they could not be read. */
  readonly failed = this.trouble.asReadonly();

  constructor() {
    void this.ask();
  }

  /** Asks anew, as after an experiment was run. */
  async ask(): Promise<void> {
    try {
      this.known.set(parseMeasurements(await this.api.ask({ method: 'GET', path: 'measurements' })));
      this.trouble.set(undefined);
    } catch (error) {
      // No answer, or a server of another version: the cards then stand on texts alone, and say so.
      if (error instanceof LabError || error instanceof BadShape) this.trouble.set(error.message);
      else throw error;
    }
  }
}

const { object, list, oneOf } = shape;

const parseMeasurements = (value: unknown): readonly KnownMeasurement[] =>
  list(object(value).measurements, (one) => ({
    ...parseMeasurement(one),
    from: oneOf(['record', 'here'] as const, object(one).from),
  }));
