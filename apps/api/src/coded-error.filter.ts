import { FeedError } from '@tickway/protocol';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { answerError, type Rim } from '@tickway/transports';
import type { ServerResponse } from 'node:http';

/** Answers every failure of the framework's routes with an error of the one table; nothing that came in is repeated. */
@Catch()
export class CodedErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(CodedErrorFilter.name);

  constructor(private readonly rim: Rim) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<ServerResponse>();
    // Who asked is gone, in the middle of a body for one: no fault of ours, and nobody to tell.
    if (response.socket === null || response.socket.destroyed) return;
    if (response.headersSent) response.destroy();
    else answerError(this.rim, response, this.coded(error));
  }

  private coded(error: unknown): FeedError {
    if (error instanceof FeedError) return error;
    // The framework's own: an address that nobody answers, a path that cannot be decoded.
    const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
    if (status === 404) return new FeedError('not_found');
    if (status >= 400 && status < 500) return new FeedError('bad_request');
    this.logger.error(error);
    return new FeedError('internal');
  }
}

// Express's own errors (http-errors) carry a status.
const statusOf = (error: unknown): number =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
