import { Controller, Get, Header } from '@nestjs/common';
import { LabAccess } from './lab-access';
import { Measurements, type KnownMeasurement } from './measurements';

/** What the experiments have found, for anyone. */
@Controller('lab/measurements')
export class MeasurementsController {
  constructor(
    private readonly access: LabAccess,
    private readonly measurements: Measurements,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async all(): Promise<{ readonly measurements: readonly KnownMeasurement[] }> {
    this.access.demandLab();
    return { measurements: await this.measurements.all() };
  }
}
