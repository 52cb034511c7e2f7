import { provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, TitleStrategy, withRouterConfig } from '@angular/router';
import { BEFORE_STREAM } from './live/before-stream';
import { loadPages, routes } from './routes';
import { PageTitle } from './shell/page-title';
import { Shell } from './shell/shell';

bootstrapApplication(Shell, {
  providers: [
    provideBrowserGlobalErrorListeners(),
    // The transport stays in the address from page to page, so that a view is a link.
    provideRouter(routes, withRouterConfig({ defaultQueryParamsHandling: 'preserve' })),
    { provide: BEFORE_STREAM, useValue: loadPages },
    { provide: TitleStrategy, useExisting: PageTitle },
  ],
}).catch((error: unknown) => console.error(error));
