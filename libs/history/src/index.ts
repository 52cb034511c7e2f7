export type { Bar } from './bars/bar';
export { joinBars } from './bars/bar';
