import type { Routes } from '@angular/router';

/**
 * Loads the pages, so that to open one asks the server for nothing more. Over HTTP/1.1 a browser has six connections to an
 * address, and the tabs that stream hold them: what comes after a stream might never come.
 */
export const loadPages = (): Promise<unknown> =>
  Promise.all(routes.map(async ({ loadComponent, loadChildren }) => (loadComponent ?? loadChildren)?.()));

/** The pages; each loads when it is opened. Titles are names that PageTitle says in the present language. */
export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'overview',
    loadComponent: () => import('./overview/overview').then(({ Overview }) => Overview),
  },
  {
    path: 'quotes',
    title: 'quotes',
    loadComponent: () => import('./quotes/quote-board').then(({ QuoteBoard }) => QuoteBoard),
  },
  {
    path: 'symbol/:symbol',
    title: ({ paramMap }) => paramMap.get('symbol') ?? 'quotes',
    loadComponent: () => import('./symbol/symbol-page').then(({ SymbolPage }) => SymbolPage),
  },
  {
    path: 'map',
    title: 'map',
    loadComponent: () => import('./map/map-page').then(({ MapPage }) => MapPage),
  },
  {
    path: 'lab',
    title: 'lab',
    loadChildren: () => import('./lab/lab.routes').then(({ labRoutes }) => labRoutes),
  },
  {
    path: '**',
    title: 'not-found',
    loadComponent: () => import('./shell/not-found').then(({ NotFound }) => NotFound),
  },
];
