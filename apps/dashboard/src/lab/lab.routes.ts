import type { Routes } from '@angular/router';
import { LabPage } from './lab-page';

/** The views of the lab: each an address, with its levers in the query, so that a link runs it again. */
export const labRoutes: Routes = [
  {
    path: '',
    component: LabPage,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'race' },
      { path: 'race', loadComponent: () => import('./race/race-view').then(({ RaceView }) => RaceView) },
      {
        path: 'meaning',
        loadComponent: () => import('./meaning/meaning-view').then(({ MeaningView }) => MeaningView),
      },
      { path: 'cost', loadComponent: () => import('./cost/cost-view').then(({ CostView }) => CostView) },
      {
        path: 'network',
        loadComponent: () => import('./network/network-view').then(({ NetworkView }) => NetworkView),
      },
      {
        path: 'inspector',
        loadComponent: () => import('./inspector/inspector-view').then(({ InspectorView }) => InspectorView),
      },
      {
        path: 'stampede',
        loadComponent: () => import('./stampede/stampede-view').then(({ StampedeView }) => StampedeView),
      },
      { path: 'runs', loadComponent: () => import('./runs/runs-view').then(({ RunsView }) => RunsView) },
      {
        path: 'formula',
        loadComponent: () => import('./formula/formula-view').then(({ FormulaView }) => FormulaView),
      },
      {
        path: 'claims',
        loadComponent: () => import('./claims/claims-view').then(({ ClaimsView }) => ClaimsView),
      },
    ],
  },
];
