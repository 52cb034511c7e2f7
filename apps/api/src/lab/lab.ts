import type { Provider, Type } from '@nestjs/common';
import { fineClock } from '@tickway/gateway';
import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Config } from '../config';
import type { Folders } from '../page/folders';
import { AboutController } from './about.controller';
import { Gateways } from './gateways';
import { GatewaysController } from './gateways.controller';
import { LabAccess } from './lab-access';
import { builtLab } from './lab-program';
import { Measurements } from './measurements';
import { MeasurementsController } from './measurements.controller';
import { Runs } from './runs';
import { RunsController } from './runs.controller';

/** What the lab needs of the server that it stands beside. */
export interface LabOptions {
  readonly config: Pick<Config, 'lab' | 'host'>;
  readonly folders: Pick<Folders, 'lab' | 'measurements'>;
  /** Lets a connection into the server. */
  readonly enter: (socket: Socket) => void;
}

/** The lab's part of a server: ways with faults, runs of the lab's program, what was measured; and for whom that is. */
export class Lab {
  readonly access: LabAccess;
  readonly gateways: Gateways;
  readonly measurements: Measurements;
  readonly runs: Runs;

  constructor({ config, folders, enter }: LabOptions) {
    this.access = new LabAccess(config.lab);
    this.measurements = new Measurements(folders.measurements);
    this.gateways = new Gateways({
      ...{ host: config.host, clock: fineClock, random: Math.random, enter },
      newId: () => `g${newName()}`,
    });
    this.runs = new Runs({
      ...{ program: builtLab(folders.lab), clock: fineClock },
      newId: () => `r${newName()}`,
      onOver: (run) => this.measurements.keep(run),
    });
  }

  /** The framework's handles on it. */
  get providers(): Provider[] {
    const { access, gateways, measurements, runs } = this;
    return [
      { provide: LabAccess, useValue: access },
      { provide: Gateways, useValue: gateways },
      { provide: Measurements, useValue: measurements },
      { provide: Runs, useValue: runs },
    ];
  }

  /** Closes every port and ends every process; resolves when none is left. */
  async stop(): Promise<void> {
    this.gateways.closeAll();
    await this.runs.close();
  }
}

/** Who answers below `/lab`. */
export const labControllers: Type[] = [
  AboutController,
  GatewaysController,
  RunsController,
  MeasurementsController,
];

// Nobody can guess it, so who knows one was told it.
const newName = () => randomBytes(9).toString('hex');
