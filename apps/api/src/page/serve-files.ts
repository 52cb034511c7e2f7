import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import helmet from 'helmet';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LabAccess } from '../lab/lab-access';
import { pageHostName } from '../lab/local-request';
import type { Folders } from './folders';
import type { Tiles } from './tiles';

/** What the page may use beside this server's files. */
export interface Leave {
  readonly access: LabAccess;
  readonly tiles: Tiles | 'off';
}

/**
 * Nothing but this server's own files may run or load, but for pictures from where the map's tiles are: the page asks for these
 * only when its viewer switches them on. Styles may stand inline: Angular puts each component's into the page, and a
 * nonce would make every answer of the page differ.
 */
const headersFor = ({ access, tiles }: Leave) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...(tiles === 'off' ? [] : [tiles.origin])],
        fontSrc: ["'self'"],
        connectSrc: [(request) => `'self'${gatewaysOf(access, request)}`],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // The server speaks plain HTTP; whoever puts TLS before it says so there.
    strictTransportSecurity: false,
  });

/** The gateways a viewer may come to open, if the lab is for them: any port of the name by which the page was asked for. */
function gatewaysOf(access: LabAccess, request: IncomingMessage): string {
  const name = pageHostName(request.headers.host);
  return name !== '' && access.mayServe(request) ? ` http://${name}:* ws://${name}:*` : '';
}

// The builder puts a hash of the content into these names.
const hashed = /-[A-Z0-9]{8}\.[a-z0-9]+$/;
const YEAR_SECONDS = 31_536_000;

/** What has a hash in its name never changes; everything else is asked for again each time, by its ETag. */
const fresh = (response: ServerResponse, path: string) =>
  response.setHeader(
    'Cache-Control',
    hashed.test(path) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
  );

/** Serves the page and its data. */
export function serveFiles(app: NestExpressApplication, { page, data }: Folders, leave: Leave): void {
  app.use(headersFor(leave), compression());
  app.useStaticAssets(data, { prefix: '/data/', index: false, redirect: false, setHeaders: fresh });
  app.useStaticAssets(page, { redirect: false, setHeaders: fresh });
}
