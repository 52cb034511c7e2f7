import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { LabAccess } from './lab-access';

/** Stands before all of the lab's addresses that do or tell something of a viewer's own. */
@Injectable()
export class LabGuard implements CanActivate {
  constructor(private readonly access: LabAccess) {}

  canActivate(context: ExecutionContext): boolean {
    this.access.demand(context.switchToHttp().getRequest<IncomingMessage>());
    return true;
  }
}
