import type { Routes } from '@angular/router';
import { texts } from './texts';

const title = (page: string) => `${page} · ${texts.product}`;

/** The pages; each loads when it is opened. */
export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: title(texts.pages.overview),
    loadComponent: () => import('./overview/overview').then(({ Overview }) => Overview),
  },
  {
    path: 'quotes',
    title: title(texts.pages.quotes),
    loadComponent: () => import('./quotes/quote-board').then(({ QuoteBoard }) => QuoteBoard),
  },
  {
    path: 'map',
    title: title(texts.pages.map),
    loadComponent: () => import('./map/vehicle-map').then(({ VehicleMap }) => VehicleMap),
  },
  {
    path: '**',
    title: title(texts.notFound.title),
    loadComponent: () => import('./shell/not-found').then(({ NotFound }) => NotFound),
  },
];
