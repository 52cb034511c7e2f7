/** The run was stopped from outside (Ctrl-C, the page's button). */
export class Stopped extends Error {
  override readonly name = 'Stopped';

  constructor() {
    super('stopped');
  }
}
