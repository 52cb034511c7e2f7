import { provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, withRouterConfig } from '@angular/router';
import { routes } from './routes';
import { Shell } from './shell/shell';

bootstrapApplication(Shell, {
  providers: [
    provideBrowserGlobalErrorListeners(),
    // The transport stays in the address from page to page, so that a view is a link.
    provideRouter(routes, withRouterConfig({ defaultQueryParamsHandling: 'preserve' })),
  ],
}).catch((error: unknown) => console.error(error));
