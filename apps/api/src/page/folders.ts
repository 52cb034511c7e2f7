/** Nest's name for the {@link Folders}. */
export const FOLDERS = Symbol('Folders');

/** Where the files are that the server hands out or runs. */
export interface Folders {
  /** The built page. */
  readonly page: string;
  /** The scenes' data, a folder each, and what the page loads of it, under `/data`. */
  readonly data: string;
  /** The built lab, if it is. */
  readonly lab: string;
  /** The record of what was measured. */
  readonly measurements: string;
}
