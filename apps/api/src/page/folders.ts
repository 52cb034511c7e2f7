/** Nest's name for the {@link Folders}. */
export const FOLDERS = Symbol('Folders');

/** Where the files are that the server hands out. */
export interface Folders {
  /** The built page. */
  readonly page: string;
  /** The timetable pack and what the page loads of it, under `/data/nyc`. */
  readonly data: string;
}
